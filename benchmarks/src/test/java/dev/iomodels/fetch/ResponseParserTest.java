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
                Arguments.of(header("Transfer-Encoding: gzip, chunked"), "Transfer-Encoding: gzip, chunked"),
                Arguments.of(header("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"), "Transfer-Encoding"),
                Arguments.of(
                        header("Transfer-Encoding: chunked\r\nContent-Length: 5") + "\r\n", "both Content-Length and"),
                Arguments.of(chunked("5\r\n0123456\r\n"), "a chunk longer than it said"),
                Arguments.of(chunked("5 x\r\n01234\r\n"), "no size of a chunk"),
                Arguments.of(chunked("\r\n"), "no size of a chunk"),
                Arguments.of(chunked("-1\r\n"), "no size of a chunk"),
                Arguments.of(chunked("1234567890abcdef\r\n"), "no size of a chunk"),
                Arguments.of(chunked("5\n01234\r\n"), "CR LF"),
                Arguments.of(chunked("0\r\nno trailer\r\n\r\n"), "header"),
                Arguments.of(chunked("0\r\n" + "A: b\r\n".repeat(101)), "too many trailers"),
                Arguments.of(chunked("0\r\n\r\nmore"), "4 bytes more"),
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
                Arguments.of(header("Content-Length: 2") + "\r\nabc", "1 bytes more than the response has"),
                Arguments.of(header("Content-Length: 0") + "\r\nabc", "3 bytes more"),
                Arguments.of("HTTP/1.1 204 No\r\nTransfer-Encoding: chunked\r\n\r\n", "a body after status 204"),
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

    private static final String CHUNKED =
            chunked("3;ext=\"a\"\r\n\0\0\0\r\n8 ; x\r\n\0\0\0\1\2res\r\n01\r\nt\r\n000\r\nTrailer: x\r\n\r\n");

    @Test
    void chunks_areOneBody_howeverTheyAreSplit_timeAfterTime() throws FetchException {
        ResponseParser parser = new ResponseParser();
        for (int split = 0; split <= CHUNKED.length(); split++) {
            parser.reset();
            boolean whole = parser.take(bytes(CHUNKED.substring(0, split)));
            assertThat(whole).as("whole after %s", split).isEqualTo(split == CHUNKED.length());
            assertThat(parser.end()).isEqualTo(whole);
            if (!whole) assertThat(parser.take(bytes(CHUNKED.substring(split)))).isTrue();
            isThePage(parser);
        }
        parser.reset();
        for (int i = 0; i < CHUNKED.length(); i++)
            assertThat(parser.take(bytes(CHUNKED.substring(i, i + 1)))).isEqualTo(i == CHUNKED.length() - 1);
        isThePage(parser);
    }

    @Test
    void chunkedBodyOfNothing_isWhole() throws FetchException {
        ResponseParser parser = new ResponseParser();
        assertThat(parser.take(bytes(chunked("0\r\n\r\n")))).isTrue();
        assertThat(parser.bytes()).isZero();
    }

    @Test
    void bodyWithoutALength_endsWithTheConnection() throws FetchException {
        ResponseParser parser = new ResponseParser();
        assertThat(parser.take(bytes(header("Server: x") + "\r\n\0\0\0\0\0\0\1")))
                .isFalse();
        assertThat(parser.take(bytes("\2rest"))).isFalse();
        assertThat(parser.end()).isTrue();
        assertThat(parser.close()).isTrue();
        assertThat(parser.bytes()).isEqualTo(12);
        assertThat(parser.head()).isEqualTo(0x0102);
    }

    @Test
    void connectionThatEndsWithinABodyOfKnownLength_leavesItUnfinished() throws FetchException {
        ResponseParser parser = new ResponseParser();
        assertThat(parser.end()).isFalse();
        parser.take(bytes(PAGE.substring(0, PAGE.length() - 1)));
        assertThat(parser.end()).isFalse();
        parser.reset();
        parser.take(bytes(CHUNKED.substring(0, CHUNKED.length() - 1)));
        assertThat(parser.end()).isFalse();
    }

    private static String chunked(String body) {
        return header("Transfer-Encoding: Chunked") + "\r\n" + body;
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
