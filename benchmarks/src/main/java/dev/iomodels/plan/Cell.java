package dev.iomodels.plan;

import dev.iomodels.fetch.OwnModels;

/**
 * A scenario and a contender: what a number stands for.
 *
 * @param skip why it cannot be run; empty if it can
 * @param pinned whether it has a fork more, which is no measurement: it counts how often virtual threads were pinned
 */
public record Cell(Scenario scenario, Contender contender, String skip, boolean pinned) {

    /** One without such a fork. */
    public Cell(Scenario scenario, Contender contender, String skip) {
        this(scenario, contender, skip, false);
    }

    /** The same with such a fork, if it can have one: its model, one of {@code known}, needs a JDK with virtual threads. */
    Cell withPinned(OwnModels known) {
        boolean virtual = known.named(contender.model()).minimumJdk() >= VIRTUAL_THREADS;
        return new Cell(scenario, contender, skip, skip.isEmpty() && virtual && !contender.control());
    }

    /** Their first JDK (JEP 444). */
    private static final int VIRTUAL_THREADS = 21;

    /** Its place in a run directory and in ids: {@code wait/virtual-thread@25}. */
    public String path() {
        return scenario.name() + "/" + contender.slug();
    }
}
