package dev.iomodels.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseParserTest {
    private static final String PAGE =
            "HTTP/1.1 200 OK\r\nX: y\r\ncontent-LENGTH: \t12 \r\nEmpty:\r\n\r\n\0\0\0\0\0\0\1\2rest";

    @Test
    void response_splitInTwo_isTheSameWhereverTheSplitIs() throws FetchException {
        for (int split = 0; split <= PAGE.length(); split++) {
            ResponseParser parser = new ResponseParser();
            boolean whole = parser.take(bytes(PAGE.substring(0, split)));
            assertThat(whole).as("whole after %s", split).isEqualTo(split == PAGE.length());
            if (!whole) assertThat(parser.take(bytes(PAGE.substring(split)))).isTrue();
            isThePage(parser);
        }
    }

    @Test
    void response_inSingleBytes_isTheSame_timeAfterTime() throws FetchException {
        ResponseParser parser = new ResponseParser();
        for (int time = 0; time < 3; time++) {
            parser.reset();
            for (int i = 0; i < PAGE.length(); i++)
                assertThat(parser.take(bytes(PAGE.substring(i, i + 1)))).isEqualTo(i == PAGE.length() - 1);
            isThePage(parser);
        }
    }

    @Test
    void bodiesShorterThanAHead_arePaddedWithZeros() throws FetchException {
        ResponseParser parser = new ResponseParser();
        assertThat(parser.take(bytes("HTTP/1.1 200 \r\nContent-Length: 3\r\n\r\n\1\2\3")))
                .isTrue();
        assertThat(parser.head()).isEqualTo(0x0102030000000000L);
        parser.reset();
        assertThat(parser.take(bytes("HTTP/1.1 404\r\nContent-Length: 0\r\n\r\n")))
                .isTrue();
        assertThat(parser.status()).isEqualTo(404);
        assertThat(parser.bytes()).isZero();
        assertThat(parser.head()).isZero();
    }

    @Test
    void noContent_needsNoLength() throws FetchException {
        ResponseParser parser = new ResponseParser();
        assertThat(parser.take(bytes("HTTP/1.1 204 No Content\r\n\r\n"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "Close", "keep-alive , CLOSE"})
    void connectionClose_isSeen(String options) throws FetchException {
        ResponseParser parser = new ResponseParser();
        parser.take(bytes("HTTP/1.1 200 OK\r\nConnection: " + options + "\r\nContent-Length: 0\r\n\r\n"));
        assertThat(parser.close()).isTrue();
        parser.reset();
        parser.take(bytes("HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n"));
        assertThat(parser.close()).isFalse();
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("HTTP/1.0 200 OK\r\n", "not HTTP/1.1"),
                Arguments.of("http/1.1 200 OK\r\n", "not HTTP/1.1"),
                Arguments.of("\r\n", "not HTTP/1.1"),
                Arguments.of("HTTP/1.1 20 OK\r\n", "no status of three digits"),
                Arguments.of("HTTP/1.1 2000 OK\r\n", "no status of three digits"),
                Arguments.of("HTTP/1.1 2x0 OK\r\n", "no number"),
                Arguments.of("HTTP/1.1 200 OK\n", "CR LF"),
                Arguments.of("HTTP/1.1 200 O\rK\r\n", "control character"),
                Arguments.of("HTTP/1.1 100 Continue\r\n", "interim answer 100"),
                Arguments.of("HTTP/1.1 302 Found\r\n", "redirect 302"),
                Arguments.of(header("Transfer-Encoding: chunked"), "Transfer-Encoding: chunked"),
                Arguments.of(header("Content-Length : 5"), "header \"Content-Length : 5\""),
                Arguments.of(header(" folded"), "header"),
                Arguments.of(header("no colon"), "header"),
                Arguments.of(header(": no name"), "header"),
                Arguments.of(header("A: b\0c"), "control character"),
                Arguments.of(header("Content-Length: 5\r\nContent-Length: 5"), "a second Content-Length"),
                Arguments.of(header("Content-Length: -5"), "no number"),
                Arguments.of(header("Content-Length: +5"), "no number"),
                Arguments.of(header("Content-Length: 5, 5"), "no number"),
                Arguments.of(header("Content-Length:"), "no number"),
                Arguments.of(header("Content-Length: 9999999999999999999"), "no number"),
                Arguments.of(header("Content-Length: 2") + "\r\nabc", "1 bytes more than Content-Length said"),
                Arguments.of(header("Content-Length: 0") + "\r\nabc", "3 bytes more"),
                Arguments.of(header("Server: x") + "\r\n", "without Content-Length"),
                Arguments.of("HTTP/1.1 204 No\r\nContent-Length: 5\r\n\r\n", "a body after status 204"),
                Arguments.of(header("A: " + "b".repeat(9000)), "a line of more than 8192 bytes"),
                Arguments.of(header("A: b\r\n".repeat(300) + "A: b"), "more than 200 lines"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsNoResponse_orNotSupported_isNamed(String response, String message) {
        assertThatThrownBy(() -> new ResponseParser().take(bytes(response)))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining(message);
        ResponseParser byteByByte = new ResponseParser();
        assertThatThrownBy(() -> {
                    for (char c : response.toCharArray()) byteByByte.take(bytes("" + c));
                })
                .isInstanceOf(FetchException.class);
    }

    private static void isThePage(ResponseParser parser) {
        assertThat(parser.status()).isEqualTo(200);
        assertThat(parser.bytes()).isEqualTo(12);
        assertThat(parser.head()).isEqualTo(0x0102);
        assertThat(parser.close()).isFalse();
    }

    private static String header(String header) {
        return "HTTP/1.1 200 OK\r\n" + header + "\r\n";
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
