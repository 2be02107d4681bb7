package dev.iomodels.demo;

import dev.iomodels.fetch.Page;

/**
 * How one page was fetched. Times are nanoseconds since the first page of its round was asked for: until {@code askedNanos} it stood in
 * line, from then to {@code endNanos} it was waited for.
 *
 * @param status of the response; 0 if there was none
 * @param bytes of its body
 * @param problem why it failed; empty if it did not
 * @param thread that heard of its end
 */
record Fetch(Page page, long askedNanos, long endNanos, int status, long bytes, String problem, String thread) {

    boolean failed() {
        return !problem.isEmpty();
    }

    /** How long the page was waited for. */
    long nanos() {
        return endNanos - askedNanos;
    }

    /** The same seen from {@code beginNanos}. */
    Fetch since(long beginNanos) {
        return new Fetch(page, askedNanos - beginNanos, endNanos - beginNanos, status, bytes, problem, thread);
    }
}
