package dev.iomodels.fetch;

import java.nio.ByteBuffer;

/**
 * Takes the frames off a body that comes in chunks (RFC 9112, 7.1), strictly, from pieces that may end at any byte. Extensions
 * and trailers are read and forgotten. Not thread-safe.
 *
 * <pre>
 *  SIZE ─line─▶ DATA ─size bytes─▶ END ─empty line─▶ SIZE
 *    └─line of size 0─▶ TRAILERS ─empty line─▶ DONE
 *                         ↺ line
 * </pre>
 */
final class ChunkParser {
    private static final int MOST_TRAILERS = 100;

    private enum State {
        SIZE,
        DATA,
        END,
        TRAILERS,
        DONE
    }

    private final HeaderLine line = new HeaderLine();

    private State state = State.SIZE;
    private long left;
    private int trailers;

    void clear() {
        state = State.SIZE;
        line.clear();
        trailers = 0;
    }

    /** Takes what {@code piece} has of the body, all of it unless the body ends before; returns whether it has ended. */
    boolean take(ByteBuffer piece, ResponseBody body) throws FetchException {
        while (state != State.DONE && piece.hasRemaining()) {
            if (state == State.DATA) {
                left -= body.take(piece, left);
                if (left == 0) state = State.END;
            } else {
                byte b = piece.get();
                if (b == '\n') endOfLine();
                else line.append(b);
            }
        }
        return state == State.DONE;
    }

    private void endOfLine() throws FetchException {
        line.end();
        switch (state) {
            case SIZE -> {
                left = line.hex();
                state = left > 0 ? State.DATA : State.TRAILERS;
            }
            case END -> {
                if (line.length() > 0) throw FetchException.malformed("a chunk longer than it said: " + line);
                state = State.SIZE;
            }
            default -> {
                if (line.length() == 0) state = State.DONE;
                else if (++trailers > MOST_TRAILERS) throw FetchException.malformed("too many trailers");
                else line.name();
            }
        }
        line.clear();
    }
}
