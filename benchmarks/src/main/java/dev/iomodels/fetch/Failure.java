package dev.iomodels.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** The kinds of failure that are counted. */
public enum Failure {
    /** Nobody listens there. */
    REFUSED,
    /** The other side closed or reset the connection before the response was whole. */
    RESET,
    /** Connecting, waiting for a connection of the pool, waiting for the response or reading it took too long. */
    TIMEOUT,
    /** A whole response, but not with status 200: found by the harness. */
    STATUS,
    /** A whole response, but longer or shorter than the page: found by the harness. */
    LENGTH,
    /** A whole response with the content of another page: found by the harness. */
    PAGE,
    /** A right page, though the stub was told to reset its connection: found by the harness. */
    NO_FAULT,
    /** Everything else. */
    OTHER;

    /** How deep a chain of causes is followed: a chain may be a circle. */
    private static final int DEPTH = 16;

    private static final Pattern CLOSED_BY_PEER = Pattern.compile(
            "connection reset|broken pipe|connection closed|socket closed|closed by|premature end|premature eof");

    /**
     * The kind of failure that {@code cause} stands for. Its causes are looked at too, outermost first; the first one that
     * says anything decides. Never {@link #STATUS}, {@link #LENGTH}, {@link #PAGE} or {@link #NO_FAULT}, which need the page to compare with.
     */
    public static Failure of(Throwable cause) {
        Throwable at = cause;
        for (int depth = 0; at != null && depth < DEPTH; depth++) {
            Failure kind = kind(at);
            if (kind != OTHER) return kind;
            at = at.getCause();
        }
        return OTHER;
    }

    private static Failure kind(Throwable at) {
        if (at instanceof FetchException told) return told.kind();
        if (at instanceof SocketTimeoutException
                || at instanceof TimeoutException
                || at instanceof ConnectionRequestTimeoutException
                || at instanceof HttpTimeoutException) return TIMEOUT;
        String message = at.getMessage() == null ? "" : at.getMessage().toLowerCase(Locale.ROOT);
        // The kernel's own time-out of a connect, and of a connection that stays silent, is a bare message.
        if (at instanceof SocketException && message.contains("timed out")) return TIMEOUT;
        if (at instanceof ConnectException) return message.contains("refused") ? REFUSED : OTHER;
        if (at instanceof EOFException
                || at instanceof ClosedChannelException
                || at instanceof NoHttpResponseException
                || at instanceof ConnectionClosedException) return RESET;
        return at instanceof IOException && CLOSED_BY_PEER.matcher(message).find() ? RESET : OTHER;
    }
}
