package dev.iomodels.cli;

import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Contender;
import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.JdkLabels;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Terms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan that was made elsewhere, or some time ago, on the JDKs that are here today: the same feature versions. */
final class JdksHere {
    private final List<Jdk> known;
    private final List<String> notes = new ArrayList<>();

    /** {@code known}: the JDKs that were found here. */
    JdksHere(List<Jdk> known) {
        this.known = known;
    }

    /** The same plan on them, named by what tells these apart. @throws BadInput if one that it needs is not here */
    Plan translate(Plan plan) {
        Map<Jdk, Jdk> here = measured(plan.jdks());
        Terms terms = plan.terms();
        Jdk stub = terms.stub().isEmpty() ? stub(terms.stubJdk()) : terms.stubJdk();
        List<Cell> cells = plan.cells().stream().map(cell -> on(here, cell)).toList();
        return new Plan(
                plan.preset(), plan.seed(), plan.blocks(), plan.delta(), terms.onStub(stub), cells, plan.search());
    }

    /** What is not as it was, a line for each. */
    List<String> notes() {
        return notes;
    }

    private static Cell on(Map<Jdk, Jdk> here, Cell cell) {
        Contender was = cell.contender();
        return new Cell(
                cell.scenario(),
                new Contender(was.model(), was.argument(), was.asked(), here.get(was.jdk()), was.control()),
                cell.skip(),
                cell.pinned());
    }

    private Map<Jdk, Jdk> measured(List<Jdk> plan) {
        Map<Jdk, Jdk> chosen = choose(plan);
        for (Jdk was : plan)
            if (!chosen.containsKey(was))
                throw missing(
                        "JDK " + was.label(), was, chosen.isEmpty() ? "" : " that stands for no other of the plan");
        List<Jdk> labelled = JdkLabels.apart(plan.stream().map(chosen::get).toList());
        for (int i = 0; i < plan.size(); i++) {
            note("JDK " + plan.get(i).label(), plan.get(i), labelled.get(i));
            chosen.put(plan.get(i), labelled.get(i));
        }
        return chosen;
    }

    private Jdk stub(Jdk was) {
        Jdk here = choose(List.of(was)).get(was);
        if (here == null) throw missing("the stub's JDK", was, "");
        Jdk labelled = here.labelled(was.label());
        note("the stub's JDK", was, labelled);
        return labelled;
    }

    /** What stands for each of the plan's: the nearest ways first, for all of them, so that none that is here itself stands for another. */
    private Map<Jdk, Jdk> choose(List<Jdk> plan) {
        List<Function<Jdk, Stream<Jdk>>> ways = List.of(
                JdksHere::at,
                was -> known.stream().filter(jdk -> jdk.toString().equals(was.toString())),
                was -> known.stream().filter(jdk -> jdk.vendor().equals(was.vendor())),
                was -> known.stream());
        Map<Jdk, Jdk> chosen = new HashMap<>();
        for (Function<Jdk, Stream<Jdk>> way : ways)
            for (Jdk was : plan)
                if (!chosen.containsKey(was))
                    way.apply(was)
                            .filter(here -> here.feature() == was.feature())
                            .filter(here -> free(here, chosen.values()))
                            .findFirst()
                            .ifPresent(here -> chosen.put(was, here));
        return chosen;
    }

    private static Stream<Jdk> at(Jdk was) {
        try {
            return Stream.of(Jdk.at(Path.of(was.home())));
        } catch (IllegalArgumentException e) {
            // It is not there any more.
            return Stream.empty();
        }
    }

    private static boolean free(Jdk here, Collection<Jdk> taken) {
        return taken.stream().noneMatch(one -> one.place().equals(here.place()));
    }

    private void note(String role, Jdk was, Jdk here) {
        boolean renamed = !here.label().equals(was.label());
        if (!renamed && here.home().equals(was.home()) && here.toString().equals(was.toString())) return;
        notes.add(role + " was " + was + " at " + was.home() + "; here it is " + here + " at " + here.home()
                + (renamed ? ", and called " + here.label() : ""));
    }

    private BadInput missing(String role, Jdk was, String which) {
        return new BadInput(role + " of the plan, " + was + " at " + was.home() + ", is not here, and no other JDK "
                + was.feature() + which + " was found; there are "
                + known.stream().map(jdk -> jdk + " at " + jdk.home()).collect(Collectors.joining(", "))
                + "; install one, or name a list with --toolchains");
    }
}
