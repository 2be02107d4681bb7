package dev.iomodels.fetch;

/**
 * Netty's event loop and HTTP codec: what most of the ecosystem waits with. One loop ({@code netty:n}: n of them), with epoll where
 * the system has it and Java's own selector otherwise; the limits of a result say which. See {@link NettyFetcher}.
 */
public final class NettyModel implements IoModel {
    private static final int MOST_LOOPS = 1_000;

    @Override
    public String name() {
        return "netty";
    }

    @Override
    public String summary() {
        return "Netty's event loop (epoll where there is one, else NIO) and its HTTP codec";
    }

    @Override
    public String resolve(String argument, int inFlight) {
        return Argument.count(this, argument, 1, MOST_LOOPS);
    }

    /**
     * {@inheritDoc}
     *
     * @throws java.io.UncheckedIOException if the stub's host has no address
     */
    @Override
    public Fetcher open(FetcherConfig config) {
        int loops = Integer.parseInt(resolve(config.argument(), config.inFlight()));
        return new NettyFetcher(name(), config, Math.min(loops, config.inFlight()));
    }
}
