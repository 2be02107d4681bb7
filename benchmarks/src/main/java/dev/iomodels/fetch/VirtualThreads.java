package dev.iomodels.fetch;

import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Virtual threads (JEP 444), looked up by name, because this code must run on JDKs that have none. */
final class VirtualThreads {
    /** The first JDK that has them. */
    static final int SINCE = 21;

    private VirtualThreads() {}

    /** {@code Thread.ofVirtual().name(name).factory()}: all have one name, as making names costs. */
    static ThreadFactory named(String name) {
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Object ofVirtual = Thread.class.getMethod("ofVirtual").invoke(null);
            Object named = builder.getMethod("name", String.class).invoke(ofVirtual, name);
            return (ThreadFactory) builder.getMethod("factory").invoke(named);
        } catch (ReflectiveOperationException e) {
            throw missing(name, e);
        }
    }

    /** {@code Executors.newThreadPerTaskExecutor(factory)}. */
    static ExecutorService perTask(String name, ThreadFactory factory) {
        try {
            Method perTask = Executors.class.getMethod("newThreadPerTaskExecutor", ThreadFactory.class);
            return (ExecutorService) perTask.invoke(null, factory);
        } catch (ReflectiveOperationException e) {
            throw missing(name, e);
        }
    }

    /** How many platform threads carry them: the JDK's, one for each core unless its own property says otherwise. */
    static int carriers() {
        return Integer.getInteger(
                "jdk.virtualThreadScheduler.parallelism", Runtime.getRuntime().availableProcessors());
    }

    private static UnsupportedOperationException missing(String name, ReflectiveOperationException why) {
        return new UnsupportedOperationException(
                "model \"" + name + "\" needs JDK " + SINCE + " or newer; this is JDK "
                        + Runtime.version().feature(),
                why);
    }
}
