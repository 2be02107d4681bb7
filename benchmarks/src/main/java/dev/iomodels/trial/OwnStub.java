package dev.iomodels.trial;

import dev.iomodels.stub.StubOptions;
import dev.iomodels.stub.StubProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The stub of a fork that was started by plain JMH, where there is no run to bring one. */
record OwnStub(Optional<StubProcess> process) implements AutoCloseable {
    static final OwnStub NONE = new OwnStub(Optional.empty());

    private static final Duration WARMUP = Duration.ofSeconds(5);

    static OwnStub start() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        StubProcess process = startProcess(java);
        StubWarmup.run(process.uri(), WARMUP);
        return new OwnStub(Optional.of(process));
    }

    private static StubProcess startProcess(Path java) {
        try {
            return StubProcess.start(java, List.of(), StubProcess.JVM_ARGS, StubOptions.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException("the fork's own stub does not start: " + e.getMessage(), e);
        }
    }

    URI uri() {
        return process.orElseThrow().uri();
    }

    @Override
    public void close() {
        process.ifPresent(StubProcess::close);
    }
}
