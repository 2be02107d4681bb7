package dev.iomodels.stub;

import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * Writes a page that is not one buffer: a large one chunk by chunk, a dripping one piece by piece, one to be cut off to its
 * middle. In a loop: a chain of callbacks would grow the stack while the client keeps up. Nobody waits between two pieces.
 */
final class Pieces extends IteratingCallback {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final PageRequest page;
    private final long firstNanos;
    private final Content content;
    private final Timer timer;
    private final Response response;
    private final Callback done;
    private final int pieces;
    private final boolean whole;

    private int piece;
    private int written;
    private boolean begun;
    private boolean ended;

    /**
     * @param beginNanos when the request began, by {@link System#nanoTime}; the pieces' times count from there
     * @param done hears when all that is to be written is
     */
    Pieces(PageRequest page, long beginNanos, Content content, Timer timer, Response response, Callback done) {
        this.page = page;
        this.firstNanos = beginNanos + page.delayNanos() + page.fault().stallNanos();
        this.content = content;
        this.timer = timer;
        this.response = response;
        this.done = done;
        pieces = page.fault().pieces();
        whole = page.fault().reset() == Fault.Reset.NONE;
    }

    @Override
    protected Action process() {
        int end = end(piece);
        if (written < end) return write(Math.min(end, written + Content.CHUNK));
        if (!begun) return write(written);
        if (piece < pieces - 1) return await(++piece);
        if (whole && !ended) return write(written);
        return Action.SUCCEEDED;
    }

    /** Where the piece ends in the body. */
    private int end(int number) {
        int of = whole ? pieces : 2 * pieces;
        return (int) ((long) page.size() * (number + 1) / of);
    }

    /** The first one has the headers with it, the last one the end: either may be empty. */
    private Action write(int to) {
        ByteBuffer bytes = written == to ? NOTHING.duplicate() : content.piece(page.number(), written, to);
        begun = true;
        written = to;
        ended = whole && piece == pieces - 1 && written == page.size();
        response.write(ended, bytes, this);
        return Action.SCHEDULED;
    }

    /** A client that reads slowly gets the next piece as soon as it has taken the last one. */
    private Action await(int number) {
        timer.hold(this::succeeded, firstNanos + number * page.fault().dripNanos() - System.nanoTime());
        return Action.SCHEDULED;
    }

    @Override
    protected void onCompleteSuccess() {
        done.succeeded();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        done.failed(cause);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }
}
