package dev.iomodels.run;

import dev.iomodels.plan.OwnCode;
import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JMH gives a fork the class path that this JVM says it has: while this is open, that is this one's and the user's own code. */
public final class ForkClassPath implements AutoCloseable {
    private static final String PROPERTY = "java.class.path";

    private final String before = System.getProperty(PROPERTY);

    private ForkClassPath() {}

    /** This JVM's class path, then {@code own}. */
    public static ForkClassPath with(List<OwnCode> own) {
        ForkClassPath path = new ForkClassPath();
        System.setProperty(
                PROPERTY,
                Stream.concat(Stream.of(path.before), own.stream().map(OwnCode::path))
                        .collect(Collectors.joining(File.pathSeparator)));
        return path;
    }

    @Override
    public void close() {
        System.setProperty(PROPERTY, before);
    }
}
