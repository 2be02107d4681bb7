package dev.iomodels.trial;

import dev.iomodels.fetch.Completion;
import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.FetcherConfig;
import dev.iomodels.fetch.IoModel;
import dev.iomodels.fetch.Page;
import dev.iomodels.load.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A {@link Source} as an IO model, {@code test-source:10} for ten pages a second. It is announced only in the class path
 * of the forks that want it; at its end it leaves a file that says when it let each page go.
 */
public final class SourceModel implements IoModel {
    static final String DELIVERIES = "test.deliveries";

    @Override
    public String name() {
        return "test-source";
    }

    @Override
    public String summary() {
        return "pages at an exact rate, without a network";
    }

    @Override
    public String resolve(String argument, int inFlight) {
        return argument;
    }

    @Override
    public Fetcher open(FetcherConfig config) {
        return new Watched(new Source(Double.parseDouble(config.argument())));
    }

    private record Watched(Source source) implements Fetcher {
        @Override
        public void fetch(Page page, Completion done) {
            source.fetch(page, done);
        }

        @Override
        public void close() {
            source.close();
            try {
                Files.write(
                        Path.of(System.getProperty(DELIVERIES)),
                        source.deliveries().stream().map(String::valueOf).toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
