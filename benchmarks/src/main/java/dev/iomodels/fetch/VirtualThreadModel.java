package dev.iomodels.fetch;

import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * A virtual thread for every page, blocked by the page that it fetches (JEP 444). The carriers are the JDK's: as many as
 * there are cores. Virtual threads are looked up by name, because this code must run on JDKs that have none.
 */
public final class VirtualThreadModel implements IoModel {
    @Override
    public String name() {
        return "virtual-thread";
    }

    @Override
    public String summary() {
        return "a virtual thread for every page, blocked by the page that it fetches";
    }

    @Override
    public int minimumJdk() {
        return 21;
    }

    @Override
    public Fetcher open(FetcherConfig config) {
        return new ClassicFetcher(
                config, new Daemons(name()), executor(), config.inFlight(), "a virtual thread for every page");
    }

    /** {@code Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name()).factory())}: all have one name, as making names costs. */
    private ExecutorService executor() {
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Object ofVirtual = Thread.class.getMethod("ofVirtual").invoke(null);
            Object named = builder.getMethod("name", String.class).invoke(ofVirtual, name());
            Object factory = builder.getMethod("factory").invoke(named);
            Method perTask = Executors.class.getMethod("newThreadPerTaskExecutor", ThreadFactory.class);
            return (ExecutorService) perTask.invoke(null, factory);
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException(
                    "model \"" + name() + "\" needs JDK " + minimumJdk() + " or newer; this is JDK "
                            + Runtime.version().feature(),
                    e);
        }
    }
}
