package dev.iomodels.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What is equal for all forks of a run.
 *
 * @param jvmArgs the flags that every fork's JVM gets
 * @param stub address of a stub that runs already; empty if the run starts its own
 * @param stubJdk what the run's own stub runs on
 * @param stubCpus the processors that the run's own stub is pinned to, such as {@code 0-1}; empty for all
 * @param clientCpus the processors that every fork is pinned to; empty for all
 * @param eachInterval whether histogram logs hold each interval too
 * @param tls whether pages come over HTTPS
 * @param classpath what holds the user's own IO models
 */
public record Terms(
        List<String> jvmArgs,
        String stub,
        Jdk stubJdk,
        String stubCpus,
        String clientCpus,
        boolean eachInterval,
        boolean tls,
        List<OwnCode> classpath) {
    public Terms {
        Objects.requireNonNull(jvmArgs, "no jvmArgs");
        Objects.requireNonNull(stubJdk, "no stubJdk");
        if (classpath == null) classpath = List.of();
    }

    /** The same with the user's own IO models. */
    public Terms with(List<OwnCode> own) {
        return new Terms(jvmArgs, stub, stubJdk, stubCpus, clientCpus, eachInterval, tls, own);
    }

    /** Where the user's own IO models are. */
    List<Path> ownModels() {
        return classpath.stream().map(OwnCode::path).map(Path::of).toList();
    }

    /** The same with the run's own stub on {@code jdk}. */
    public Terms onStub(Jdk jdk) {
        return new Terms(jvmArgs, stub, jdk, stubCpus, clientCpus, eachInterval, tls, classpath);
    }

    /** The same for plain HTTP and this project's own models. */
    public Terms(
            List<String> jvmArgs, String stub, Jdk stubJdk, String stubCpus, String clientCpus, boolean eachInterval) {
        this(jvmArgs, stub, stubJdk, stubCpus, clientCpus, eachInterval, false, List.of());
    }

    /** The same, over HTTPS or not. */
    public Terms over(boolean https) {
        return new Terms(jvmArgs, stub, stubJdk, stubCpus, clientCpus, eachInterval, https, classpath);
    }

    /** Heap and collector of every fork unless others are asked for, and no files of the JVM's own in the temporary directory. */
    public static final List<String> JVM_ARGS =
            List.of("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch", "-XX:+UseG1GC", "-XX:-UsePerfData");

    /** What holds when nothing is asked for: a stub of the run's own on {@code stubJdk}, nothing pinned. */
    public static Terms with(Jdk stubJdk) {
        return new Terms(JVM_ARGS, "", stubJdk, "", "", false);
    }
}
