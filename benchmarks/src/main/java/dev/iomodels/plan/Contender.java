package dev.iomodels.plan;

import dev.iomodels.fetch.Models;

/**
 * An IO model on a JDK.
 *
 * @param model the model's name
 * @param argument its argument in full; empty if it takes none
 * @param asked how the contender was asked for, before the argument was filled in: {@code thread-pool}
 * @param jdk the JDK that it is measured on
 * @param control whether it is entered only to be compared with its twin, which should make no difference
 */
public record Contender(String model, String argument, String asked, Jdk jdk, boolean control) {

    /** Model and argument: {@code thread-pool:200}. */
    public String name() {
        return argument.isEmpty() ? model : model + ":" + argument;
    }

    /** The same and the JDK, fit for a file name: {@code thread-pool-200@25}. */
    public String slug() {
        String name = name().replaceAll("[^A-Za-z0-9._-]+", "-");
        return name + "@" + jdk.label() + (control ? "-control" : "");
    }

    /** How many pages it can have in flight, as far as its name tells; of somebody's own models, as many as are asked for. */
    int limit() {
        return Models.all().stream()
                .filter(known -> known.name().equals(model))
                .map(known -> known.limit(argument))
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    /** The same contender once more, as a control. */
    public Contender again() {
        return new Contender(model, argument, asked, jdk, true);
    }
}
