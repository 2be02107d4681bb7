package dev.iomodels.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Reads one HTTP/1.1 response after another (RFC 9112), strictly, from pieces that may end at any byte. Keeps the
 * status, the body's length and its first eight bytes. Not thread-safe.
 *
 * <pre>
 *  STATUS ─line─▶ HEADERS ─empty line─▶ BODY ─Content-Length bytes─▶ DONE
 *                  ↺ line     ├─▶ CHUNKS ─last chunk─▶ DONE
 *                             ├─▶ REST ─end of the connection─▶ DONE
 *                             └─a body of 0 bytes─▶ DONE
 * </pre>
 *
 * Supported is what the stub sends, and the other two ways of saying how long a body is (RFC 9112, 6.3). Anything else is a
 * {@link FetchException} that names it: redirects, interim answers, HTTP/1.0, other codings, folded headers, bytes that
 * follow the body.
 */
final class ResponseParser {
    private static final int MOST_LINES = 200;
    private static final byte[] VERSION = ascii("HTTP/1.1 ");
    private static final byte[] CONTENT_LENGTH = ascii("content-length");
    private static final byte[] TRANSFER_ENCODING = ascii("transfer-encoding");
    private static final byte[] CONNECTION = ascii("connection");
    private static final int NO_CONTENT = 204;

    private enum State {
        STATUS,
        HEADERS,
        BODY,
        CHUNKS,
        REST,
        DONE
    }

    private final HeaderLine line = new HeaderLine();
    private final ResponseBody body = new ResponseBody();
    private final ChunkParser chunks = new ChunkParser();

    private State state = State.STATUS;
    private int lines;
    private int status;
    private long contentLength;
    private boolean chunked;
    private boolean close;

    ResponseParser() {
        reset();
    }

    /** Ready for the next response. */
    void reset() {
        state = State.STATUS;
        line.clear();
        lines = 0;
        contentLength = -1;
        body.clear();
        chunks.clear();
        chunked = false;
        close = false;
    }

    /**
     * Takes all that {@code piece} has, from its position to its limit.
     *
     * @return whether the response is whole now
     * @throws FetchException if this is no response, or one that is not supported
     */
    boolean take(ByteBuffer piece) throws FetchException {
        while ((state == State.STATUS || state == State.HEADERS) && piece.hasRemaining()) {
            byte b = piece.get();
            if (b == '\n') endOfLine();
            else line.append(b);
        }
        switch (state) {
            case BODY -> {
                body.take(piece, contentLength - body.bytes());
                if (body.bytes() == contentLength) state = State.DONE;
            }
            case CHUNKS -> {
                if (chunks.take(piece, body)) state = State.DONE;
            }
            case REST -> body.take(piece, Long.MAX_VALUE);
            default -> {}
        }
        if (piece.hasRemaining())
            throw FetchException.malformed(piece.remaining() + " bytes more than the response has");
        return state == State.DONE;
    }

    /** The server has closed the connection. @return whether the response is whole by that */
    boolean end() {
        if (state == State.REST) state = State.DONE;
        return state == State.DONE;
    }

    int status() {
        return status;
    }

    /** How many bytes of the body came. */
    long bytes() {
        return body.bytes();
    }

    /** The body's first eight bytes, big-endian; zeros stand for missing ones. */
    long head() {
        return body.head();
    }

    /** Whether the server closes the connection after this response. */
    boolean close() {
        return close;
    }

    /** How far the response has come, for messages. */
    @Override
    public String toString() {
        return switch (state) {
            case STATUS -> "before the response";
            case HEADERS -> "within the headers";
            case BODY -> "after " + body.bytes() + " of " + contentLength + " bytes";
            case CHUNKS, REST -> "after " + body.bytes() + " bytes";
            case DONE -> "after the response";
        };
    }

    private void endOfLine() throws FetchException {
        line.end();
        if (++lines > MOST_LINES) throw FetchException.malformed("more than " + MOST_LINES + " lines before the body");
        if (state == State.STATUS) statusLine();
        else if (line.length() == 0) endOfHeaders();
        else header();
        line.clear();
    }

    private void statusLine() throws FetchException {
        int end = VERSION.length + 3;
        if (!line.startsWith(VERSION)) throw FetchException.malformed("not HTTP/1.1: " + line);
        if (!line.endsOrHas(end, ' ')) throw FetchException.malformed("no status of three digits in " + line);
        status = (int) line.number(VERSION.length, end);
        if (status < 200) throw FetchException.unsupported("interim answer " + status);
        if (status >= 300 && status < 400) throw FetchException.unsupported("redirect " + status);
        state = State.HEADERS;
    }

    private void header() throws FetchException {
        int name = line.name();
        if (line.isName(CONTENT_LENGTH, name)) {
            if (contentLength >= 0) throw FetchException.malformed("a second Content-Length");
            contentLength = line.number(name + 1, line.length());
        } else if (line.isName(TRANSFER_ENCODING, name)) {
            if (chunked || !line.text(name + 1).strip().equalsIgnoreCase("chunked"))
                throw FetchException.unsupported(line.text(0));
            chunked = true;
        } else if (line.isName(CONNECTION, name)) {
            String options = line.text(name + 1).strip().toLowerCase(Locale.ROOT);
            close |= List.of(options.split("\\s*,\\s*")).contains("close");
        }
    }

    private void endOfHeaders() throws FetchException {
        if (chunked && contentLength >= 0) throw FetchException.malformed("both Content-Length and Transfer-Encoding");
        if (status == NO_CONTENT) {
            if (chunked || contentLength > 0) throw FetchException.malformed("a body after status 204");
            state = State.DONE;
        } else if (chunked) {
            state = State.CHUNKS;
        } else if (contentLength >= 0) {
            state = contentLength > 0 ? State.BODY : State.DONE;
        } else {
            state = State.REST;
            close = true;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
