package dev.iomodels.cli;

import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Contender;
import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Terms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan that was made elsewhere, or some time ago, on the JDKs that are here today: the same feature versions. */
final class JdksHere {
    private final List<Jdk> known;
    private final Map<Jdk, Jdk> chosen = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /** {@code known}: the JDKs that were found here. */
    JdksHere(List<Jdk> known) {
        this.known = known;
    }

    /** The same plan on them. @throws BadInput if one that it needs is not here */
    Plan translate(Plan plan) {
        Terms terms = plan.terms();
        List<Cell> cells =
                plan.cells().stream().map(cell -> translate(cell, plan)).toList();
        Jdk stub = terms.stub().isEmpty() ? translate(terms.stubJdk(), "the stub's JDK") : terms.stubJdk();
        return new Plan(
                plan.preset(),
                plan.seed(),
                plan.blocks(),
                plan.delta(),
                new Terms(
                        terms.jvmArgs(),
                        terms.stub(),
                        stub,
                        terms.stubCpus(),
                        terms.clientCpus(),
                        terms.eachInterval()),
                cells);
    }

    /** What is not as it was, a line for each. */
    List<String> notes() {
        return notes;
    }

    private Cell translate(Cell cell, Plan plan) {
        Contender was = cell.contender();
        Jdk here = chosen.get(was.jdk());
        if (here == null) {
            here = translate(was.jdk(), "JDK " + was.jdk().label());
            boolean taken = chosen.values().stream().map(Jdk::home).anyMatch(here.home()::equals);
            if (taken)
                throw new BadInput(
                        "JDK " + was.jdk() + " of the plan, at " + was.jdk().home()
                                + ", is not here, and the one that is like it, at " + here.home()
                                + ", stands for another of the plan's already; install it at its home");
            chosen.put(was.jdk(), here);
        }
        return new Cell(
                cell.scenario(),
                new Contender(was.model(), was.argument(), was.asked(), here, was.control()),
                cell.skip());
    }

    private Jdk translate(Jdk was, String role) {
        Jdk here = same(was)
                .orElseThrow(() -> new BadInput(role + " of the plan, " + was + " at " + was.home()
                        + ", is not here, and no other JDK " + was.feature() + " was found; there are "
                        + String.join(
                                ", ",
                                known.stream()
                                        .map(jdk -> jdk + " at " + jdk.home())
                                        .toList())
                        + "; install one, or name a list with --toolchains"));
        if (!here.home().equals(was.home()) || !here.toString().equals(was.toString()))
            notes.add(role + " was " + was + " at " + was.home() + "; here it is " + here + " at " + here.home());
        return new Jdk(here.home(), here.feature(), here.version(), here.vendor(), was.label());
    }

    /** The one at the same home, else one of the same build, else one of the same vendor, else any of the same feature version. */
    private Optional<Jdk> same(Jdk was) {
        List<Jdk> candidates = new ArrayList<>();
        try {
            candidates.add(Jdk.at(Path.of(was.home())));
        } catch (IllegalArgumentException e) {
            // It is not there; one of the others has to do.
        }
        known.stream().filter(jdk -> jdk.toString().equals(was.toString())).forEach(candidates::add);
        known.stream().filter(jdk -> jdk.vendor().equals(was.vendor())).forEach(candidates::add);
        candidates.addAll(known);
        return candidates.stream().filter(jdk -> jdk.feature() == was.feature()).findFirst();
    }
}
