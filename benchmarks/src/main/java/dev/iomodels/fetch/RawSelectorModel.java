package dev.iomodels.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * One thread, {@code java.nio.channels.Selector} and no HTTP library: an event loop from the ground up, and so the ceiling for
 * one thread. Understands HTTP/1.1 as far as a page can need it and no more (see {@link ResponseParser}).
 */
public final class RawSelectorModel implements IoModel {
    private static final int HTTP_PORT = 80;

    @Override
    public String name() {
        return "raw-selector";
    }

    @Override
    public String summary() {
        return "one thread, java.nio Selector, no HTTP library: an event loop from the ground up";
    }

    /** TLS is a state machine of its own, and most of what such a loop would then do. */
    @Override
    public boolean tls() {
        return false;
    }

    /**
     * {@inheritDoc}
     *
     * @throws UncheckedIOException if the stub's host has no address, or no selector can be opened
     */
    @Override
    public Fetcher open(FetcherConfig config) {
        URI base = config.base();
        int port = base.getPort() < 0 ? HTTP_PORT : base.getPort();
        InetSocketAddress address = new InetSocketAddress(base.getHost(), port);
        try {
            if (address.isUnresolved()) throw new UnknownHostException(base.getHost());
            return new RawSelectorFetcher(name(), config, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
