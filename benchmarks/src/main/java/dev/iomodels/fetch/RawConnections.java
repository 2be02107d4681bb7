package dev.iomodels.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.util.ArrayDeque;

/** The raw selector's connections: as many as there may be, the one used last first. Used by the loop's thread only. */
final class RawConnections {
    private final Selector selector;
    private final InetSocketAddress address;
    private final int most;

    /** May hold some that were dropped meanwhile: they are left out when their turn comes. */
    private final ArrayDeque<RawConnection> idle = new ArrayDeque<>();

    private final Deadlines deadlines = new Deadlines();

    private int open;

    RawConnections(Selector selector, InetSocketAddress address, int most) {
        this.selector = selector;
        this.address = address;
        this.most = most;
    }

    /** Whether a fetch need not stand in line. */
    boolean isOneFree() {
        return open < most || idle() != null;
    }

    /**
     * A connection that carries a fetch from now on, an idle one if there is one. It may still be connecting.
     *
     * @param done hears of the fetch
     * @param deadlineNanos when it fails; never before that of an earlier fetch
     * @throws IOException if there is none, and connecting failed at once
     */
    RawConnection take(Completion done, long deadlineNanos) throws IOException {
        RawConnection connection = idle();
        if (connection != null) {
            idle.removeLast();
        } else {
            connection = RawConnection.open(selector, address);
            open++;
        }
        connection.carry(done, deadlineNanos);
        deadlines.add(connection);
        return connection;
    }

    /** Makes a connection free for the next fetch, as its own is over. */
    void free(RawConnection connection) {
        deadlines.remove(connection);
        connection.carry(null, 0);
        idle.addLast(connection);
    }

    /** Closes a connection, whatever it carries. */
    void drop(RawConnection connection) {
        connection.close();
        open--;
        if (connection.done() == null) return;
        deadlines.remove(connection);
        connection.carry(null, 0);
    }

    /** The connection whose fetch runs out of time first, or null if none is in flight. */
    RawConnection oldest() {
        return deadlines.oldest();
    }

    private RawConnection idle() {
        RawConnection last = idle.peekLast();
        while (last != null && !last.isOpen()) {
            idle.removeLast();
            last = idle.peekLast();
        }
        return last;
    }
}
