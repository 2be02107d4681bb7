package dev.iomodels.fetch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The IO models there are: those of this project, in the order of reports, then those found beside them. */
public final class Models {

    /** How many letters may differ for a name to be taken for a typing error. */
    private static final int NEAR = 3;

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

    /** The model of that name (without colon and argument), from the class path. */
    public static IoModel named(String name) {
        return named(name, Models.class.getClassLoader());
    }

    /**
     * The model of that name (without colon and argument), from what {@code loader} finds.
     *
     * @throws IllegalArgumentException if there is none; the message has the valid names, the nearest one first
     */
    public static IoModel named(String name, ClassLoader loader) {
        List<IoModel> models = all(loader);
        return models.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "model \"" + name + "\": no such model" + suggestion(name, models) + "; there are "
                                + models.stream().map(IoModel::name).collect(Collectors.joining(", "))));
    }

    private static String suggestion(String name, List<IoModel> models) {
        return models.stream()
                .map(IoModel::name)
                .filter(valid -> distance(name, valid) <= NEAR || !name.isEmpty() && valid.contains(name))
                .min(Comparator.comparingInt(valid -> distance(name, valid)))
                .map(valid -> "; did you mean " + valid + "?")
                .orElse("");
    }

    /** Levenshtein's distance, by the two-row method of Wagner and Fischer (1974). */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) above[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
