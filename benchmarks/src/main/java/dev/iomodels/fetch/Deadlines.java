package dev.iomodels.fetch;

/**
 * The raw selector's connections in flight, the oldest first. As all have the same time limit, that is the order in which
 * they run out of time. Linked through the connections themselves, so that nothing is allocated for a page.
 */
final class Deadlines {
    private RawConnection oldest;
    private RawConnection newest;

    /** The one that runs out of time first, or null if none is in flight. */
    RawConnection oldest() {
        return oldest;
    }

    void add(RawConnection connection) {
        connection.older = newest;
        if (newest == null) oldest = connection;
        else newest.newer = connection;
        newest = connection;
    }

    void remove(RawConnection connection) {
        if (connection.older == null) oldest = connection.newer;
        else connection.older.newer = connection.newer;
        if (connection.newer == null) newest = connection.older;
        else connection.newer.older = connection.older;
        connection.older = null;
        connection.newer = null;
    }
}
