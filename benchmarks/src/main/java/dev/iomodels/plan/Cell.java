package dev.iomodels.plan;

/**
 * A scenario and a contender: what a number stands for.
 *
 * @param skip why it cannot be run; empty if it can
 */
public record Cell(Scenario scenario, Contender contender, String skip) {

    /** Its place in a run directory and in ids: {@code wait/virtual-thread@25}. */
    public String path() {
        return scenario.name() + "/" + contender.slug();
    }
}
