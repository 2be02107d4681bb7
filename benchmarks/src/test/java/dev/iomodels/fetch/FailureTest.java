package dev.iomodels.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {
    static Stream<Arguments> causes() throws IOException {
        IOException refused = new ConnectException("Connection refused");
        return Stream.of(
                Arguments.of(refused, Failure.REFUSED),
                Arguments.of(
                        new HttpHostConnectException("Connect to http://localhost:1 failed: Connection refused"),
                        Failure.REFUSED),
                Arguments.of(new CompletionException(new ExecutionException(refused)), Failure.REFUSED),
                Arguments.of(new SocketException("Connection reset"), Failure.RESET),
                Arguments.of(new IOException("Connection reset by peer"), Failure.RESET),
                Arguments.of(new IOException("Broken pipe"), Failure.RESET),
                Arguments.of(new IOException("Premature EOF"), Failure.RESET),
                Arguments.of(new EOFException(), Failure.RESET),
                Arguments.of(new ClosedChannelException(), Failure.RESET),
                Arguments.of(new NoHttpResponseException("localhost failed to respond"), Failure.RESET),
                Arguments.of(new ConnectionClosedException("Premature end of body"), Failure.RESET),
                Arguments.of(new SocketTimeoutException("Read timed out"), Failure.TIMEOUT),
                Arguments.of(new ConnectException("Connection timed out"), Failure.TIMEOUT),
                Arguments.of(new ConnectTimeoutException("slow"), Failure.TIMEOUT),
                Arguments.of(new ConnectionRequestTimeoutException("lease"), Failure.TIMEOUT),
                Arguments.of(new TimeoutException(), Failure.TIMEOUT),
                Arguments.of(new FetchException(Failure.TIMEOUT, "Connection reset"), Failure.TIMEOUT),
                Arguments.of(new NoRouteToHostException("No route to host"), Failure.OTHER),
                Arguments.of(new IllegalStateException("Connection reset"), Failure.OTHER),
                Arguments.of(new IOException(), Failure.OTHER));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void everyCause_isOfOneKind(Throwable cause, Failure kind) {
        assertThat(Failure.of(cause)).isEqualTo(kind);
    }

    @Test
    void causesThatGoRoundInACircle_areOther() {
        Exception one = new Exception();
        Exception two = new Exception(one);
        one.initCause(two);
        assertThat(Failure.of(one)).isEqualTo(Failure.OTHER);
    }
}
