package dev.iomodels.demo;

import dev.iomodels.stub.StubOptions;
import dev.iomodels.stub.StubProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The stub of a demonstration, a process of its own on this JVM's JDK, which listens on 127.0.0.1 only; and a second one where a model has
 * to be warm for HTTPS. They end when this is closed, or this JVM ends in whatever way.
 */
record Stubs(StubProcess plain, Optional<StubProcess> overTls) implements AutoCloseable {

    /** Starts it, and the second one if some pages come over HTTPS. */
    static Stubs start(boolean tls) {
        StubProcess plain = process(false);
        if (!tls) return new Stubs(plain, Optional.empty());
        try {
            return new Stubs(plain, Optional.of(process(true)));
        } catch (RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private static StubProcess process(boolean tls) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try {
            return StubProcess.start(java, List.of(), StubProcess.JVM_ARGS, StubOptions.over(tls));
        } catch (IOException e) {
            throw new UncheckedIOException("the stub does not start: " + e.getMessage(), e);
        }
    }

    WarmUp warmUp() {
        return new WarmUp(plain.uri(), overTls.map(StubProcess::uri), overTls.flatMap(StubProcess::certificate));
    }

    @Override
    public void close() {
        plain.close();
        overTls.ifPresent(StubProcess::close);
    }
}
