package dev.iomodels.fetch;

/** Tells a completion from a loop that must survive one that throws: the thread's handler of uncaught exceptions hears of that. */
final class Tell {
    private Tell() {}

    static void done(Completion done, int status, long bytes, long head) {
        try {
            done.done(status, bytes, head);
        } catch (RuntimeException | Error e) {
            uncaught(e);
        }
    }

    static void failed(Completion done, Throwable cause) {
        try {
            done.failed(cause);
        } catch (RuntimeException | Error e) {
            uncaught(e);
        }
    }

    private static void uncaught(Throwable e) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
}
