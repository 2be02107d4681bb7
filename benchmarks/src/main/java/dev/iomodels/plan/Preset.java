package dev.iomodels.plan;

import dev.iomodels.fetch.Suggestion;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How much trouble a run takes, and what its numbers may be used for. */
public enum Preset {
    SMOKE(1, 3, 3, false, "smoke: not a measurement"),
    QUICK(3, 3, 5, false, "indicative"),
    STANDARD(5, 5, 10, true, "indicative"),
    PUBLISH(10, 5, 10, true, "citable, if every gate passes");

    private static final Duration HOT = Duration.ofSeconds(5);
    private static final Duration STUB_WARMUP = Duration.ofSeconds(8);
    private static final Duration SHORT = Duration.ofSeconds(1);

    /** An open loop is seen to be saturated after five seconds: it goes on for longer. */
    private static final Duration OPEN_SHORT = Duration.ofSeconds(2);

    /** The first list makes the connections that the hot phase did not; the second one has them all. */
    private static final int WARMUP_LISTS = 2;

    private final int blocks;
    private final int iterations;
    private final int lists;
    private final boolean control;
    private final String badge;

    Preset(int blocks, int iterations, int lists, boolean control, String badge) {
        this.blocks = blocks;
        this.iterations = iterations;
        this.lists = lists;
        this.control = control;
        this.badge = badge;
    }

    /** The preset called {@code name}. @throws IllegalArgumentException naming the valid ones */
    public static Preset named(String name) {
        List<String> names = names();
        int at = names.indexOf(name);
        if (at >= 0) return values()[at];
        throw new IllegalArgumentException("\"" + name + "\": no such preset; there are " + String.join(", ", names)
                + "; try quick" + Suggestion.of(name, names));
    }

    /** What the presets are called. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Preset::label).toList();
    }

    /** What it is called on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many forks each cell gets, one in each block. */
    public int blocks() {
        return blocks;
    }

    /** How many iterations of a fork are measured. */
    public int iterations() {
        return iterations;
    }

    /** Whether the first contender of each scenario is entered twice, as a control of the whole method. */
    public boolean control() {
        return control;
    }

    /** Whether virtual threads are looked at in a fork of their own, unless that is asked for otherwise. */
    public boolean pinned() {
        return control;
    }

    /** What every output of such a run says of its numbers. */
    public String badge() {
        return badge;
    }

    /** How long a run's stub is made hot before the first fork. */
    public Duration stubWarmup() {
        return this == SMOKE ? SHORT : STUB_WARMUP;
    }

    /** How long a fork of {@code scenario} does what. Of lists, an iteration is one; their number does not depend on how long they take. */
    public Timing timing(Scenario scenario) {
        if (scenario.list())
            return new Timing(
                    this == SMOKE ? SHORT : HOT,
                    this == SMOKE ? 1 : WARMUP_LISTS,
                    scenario.iteration(),
                    lists,
                    scenario.iteration());
        if (this == SMOKE) return new Timing(SHORT, 1, SHORT, iterations, scenario.open() ? OPEN_SHORT : SHORT);
        Duration iteration = scenario.iteration();
        int warmups = (int) Math.max(1, scenario.warmup().toMillis() / iteration.toMillis());
        return new Timing(HOT, warmups, scenario.warmup().dividedBy(warmups), iterations, iteration);
    }
}
