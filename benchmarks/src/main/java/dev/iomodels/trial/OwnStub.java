package dev.iomodels.trial;

import dev.iomodels.stub.StubOptions;
import dev.iomodels.stub.StubProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The stub of a fork that was started by plain JMH, where there is no run to bring one. */
record OwnStub(Optional<StubProcess> process) implements AutoCloseable {
    static final OwnStub NONE = new OwnStub(Optional.empty());

    /** How JMH's parameter asks for one that speaks HTTPS. */
    static final String OVER_TLS = "own:tls";

    private static final Duration WARMUP = Duration.ofSeconds(5);

    static OwnStub start(boolean tls) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        StubProcess process = startProcess(java, tls);
        StubWarmup.run(process.uri(), process.certificate(), WARMUP);
        return new OwnStub(Optional.of(process));
    }

    private static StubProcess startProcess(Path java, boolean tls) {
        try {
            return StubProcess.start(java, List.of(), StubProcess.JVM_ARGS, StubOptions.over(tls));
        } catch (IOException e) {
            throw new UncheckedIOException("the fork's own stub does not start: " + e.getMessage(), e);
        }
    }

    URI uri() {
        return process.orElseThrow().uri();
    }

    Optional<X509Certificate> certificate() {
        return process.orElseThrow().certificate();
    }

    @Override
    public void close() {
        process.ifPresent(StubProcess::close);
    }
}
