package dev.iomodels.fetch;

/**
 * The JDK's own client, {@code java.net.http}, with {@code sendAsync}: a selector's thread waits for all connections at once and
 * hands over to a pool. It is part of the JDK, so it changes from JDK to JDK.
 */
public final class JdkClientModel implements IoModel {
    @Override
    public String name() {
        return "jdk-client";
    }

    @Override
    public String summary() {
        return "java.net.http sendAsync: the JDK's own client, a selector thread that hands over to a pool";
    }

    @Override
    public boolean severalHosts() {
        return true;
    }

    @Override
    public Fetcher open(FetcherConfig config) {
        return new JdkClientFetcher(name(), config);
    }
}
