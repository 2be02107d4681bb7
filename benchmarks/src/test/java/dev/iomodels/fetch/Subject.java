package dev.iomodels.fetch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * An IO model under test.
 *
 * @param argument what follows the colon; empty if nothing does
 */
record Subject(IoModel model, String argument) {
    /** Longer than anything that a test waits for. */
    static final Duration PATIENT = Duration.ofSeconds(50);

    /** A page held back so long does not come back within a test. */
    static final long LONG_NANOS = Duration.ofSeconds(40).toNanos();

    /** All there are, and small ones of those that take a number, so that pages stand in line. */
    static Stream<Subject> all() {
        Stream<String> names = Models.all().stream().map(IoModel::name).filter(name -> !name.equals("process-pool"));
        return Stream.concat(names, Stream.of("thread-pool:3", "process-pool:2", "selector:2", "netty:2"))
                .map(Subject::of);
    }

    static Subject of(String named) {
        String[] parts = named.split(":");
        return new Subject(Models.named(parts[0]), parts.length > 1 ? parts[1] : "");
    }

    Fetcher open(URI base, int inFlight) {
        return open(base, inFlight, PATIENT);
    }

    Fetcher open(URI base, int inFlight, Duration timeout) {
        assumeTrue(
                model.minimumJdk() <= Runtime.version().feature(),
                () -> this + " needs JDK " + model.minimumJdk() + ", this is "
                        + Runtime.version().feature());
        return model.open(new FetcherConfig(base, model.resolve(argument, inFlight), inFlight, timeout));
    }

    /**
     * How many of so many pages without a delay may fail though nothing is wrong. The JDK's own client closes a connection ("data
     * received while in pool") where the answer is there before it has turned to reading; seen on JDK 25, with one page in 60 000. It
     * asks again by itself then, which no model may.
     */
    int mayFailByItself(int pages) {
        return model.name().startsWith("jdk-client") ? pages / 1_000 : 0;
    }

    boolean hasNetwork() {
        return !model.name().equals("noop");
    }

    void assumeNetwork() {
        assumeTrue(hasNetwork(), "noop has no network");
    }

    @Override
    public String toString() {
        return argument.isEmpty() ? model.name() : model.name() + ":" + argument;
    }
}
