package dev.iomodels.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.stream.Collectors;

/** The IO models of this project together with those of the user's own, where the class path of this JVM has only the former. */
public final class OwnModels implements AutoCloseable {
    private static final String SERVICE = "META-INF/services/" + IoModel.class.getName();

    private final URLClassLoader loader;
    private final List<IoModel> all;
    private final List<IoModel> own;

    private OwnModels(URLClassLoader loader, List<Path> classpath) {
        this.loader = loader;
        all = all(loader, classpath);
        List<String> ours = Models.all().stream().map(IoModel::name).toList();
        own = all.stream().filter(model -> !ours.contains(model.name())).toList();
        if (own.isEmpty() && !classpath.isEmpty())
            throw new IllegalArgumentException("\"" + text(classpath) + "\": no IO model in it; a jar names its own in "
                    + SERVICE + ", a line for each class, such as com.example.MyModel");
    }

    /**
     * With those that {@code classpath} has: jars and directories, which have to be there.
     *
     * @throws IllegalArgumentException if it has none, one that cannot be loaded here, or one named like another
     */
    public static OwnModels on(List<Path> classpath) {
        URL[] urls = classpath.stream().map(OwnModels::url).toArray(URL[]::new);
        URLClassLoader loader = new URLClassLoader("own models", urls, OwnModels.class.getClassLoader());
        try {
            return new OwnModels(loader, classpath);
        } catch (IllegalArgumentException e) {
            close(loader);
            throw e;
        }
    }

    /** All: this project's, in the order of reports, then the user's own. */
    public List<IoModel> all() {
        return all;
    }

    /** The user's own. */
    public List<IoModel> own() {
        return own;
    }

    /** As {@link Models#named}. */
    public IoModel named(String name) {
        return Models.named(name, all);
    }

    /** Ends the use of the user's own. */
    @Override
    public void close() {
        close(loader);
    }

    private static List<IoModel> all(ClassLoader loader, List<Path> classpath) {
        try {
            return Models.all(loader);
        } catch (UnsupportedClassVersionError e) {
            throw new IllegalArgumentException(
                    "\"" + text(classpath) + "\": this is JDK "
                            + Runtime.version().feature()
                            + ", too old for an IO model in it (" + e.getMessage()
                            + "); compile it with --release 17, or run this with that JDK",
                    e);
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new IllegalArgumentException(
                    "\"" + text(classpath) + "\": an IO model in it cannot be made: " + e.getMessage()
                            + "; it has to be a public class with a public constructor without parameters",
                    e);
        }
    }

    private static String text(List<Path> classpath) {
        return classpath.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("\"" + path + "\": no path for classes", e);
        }
    }

    private static void close(URLClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the class path of own models cannot be closed", e);
        }
    }
}
