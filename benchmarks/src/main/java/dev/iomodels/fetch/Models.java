package dev.iomodels.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The IO models there are: those of this project, in the order of reports, then those found beside them. */
public final class Models {

    private Models() {}

    /** All models that the class path has. */
    public static List<IoModel> all() {
        return all(Models.class.getClassLoader());
    }

    /**
     * All models that {@code loader} finds.
     *
     * @throws IllegalArgumentException if two of them have the same name
     * @throws java.util.ServiceConfigurationError if one is announced but cannot be made
     */
    public static List<IoModel> all(ClassLoader loader) {
        List<IoModel> models = new ArrayList<>();
        for (IoModel model : ServiceLoader.load(IoModel.class, loader)) {
            for (IoModel other : models) {
                if (other.name().equals(model.name()))
                    throw new IllegalArgumentException("model \"" + model.name() + "\" is there twice: "
                            + other.getClass().getName() + " and "
                            + model.getClass().getName() + "; name one of them differently");
            }
            models.add(model);
        }
        return List.copyOf(models);
    }

    /**
     * The model of that name (without colon and argument), from the class path. Those after it are not even loaded: one
     * that this JDK is too old for is in nobody's way.
     *
     * @throws IllegalArgumentException if there is none; the message has the valid names, the nearest one first
     */
    public static IoModel named(String name) {
        return named(name, ServiceLoader.load(IoModel.class, Models.class.getClassLoader()));
    }

    static IoModel named(String name, Iterable<IoModel> models) {
        List<String> names = new ArrayList<>();
        for (IoModel model : models) {
            if (model.name().equals(name)) return model;
            names.add(model.name());
        }
        throw new IllegalArgumentException("model \"" + name + "\": no such model" + Suggestion.of(name, names)
                + "; there are " + String.join(", ", names));
    }
}
