package dev.iomodels.report;

import dev.iomodels.plan.Contender;
import dev.iomodels.stats.CellNumbers;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The model that others are held against, found anew in each scenario, because {@code thread-pool} is a pool of 64 threads in
 * one and of 1000 in another.
 *
 * @param asked what it was called when the run was asked for; empty if the run has nothing to compare
 */
record Baseline(String asked) {
    private static final String DEFAULT = "thread-pool";
    private static final String WITHOUT_NETWORK = "noop";

    /** By which a model is known, the most exact one first. */
    private static final List<Function<Contender, String>> NAMES = List.of(
            Contender::asked, Contender::name, contender -> contender.slug().replaceFirst("@.*", ""), Contender::model);

    /** The one called {@code name}; with an empty name the run's first pool of threads or, without one, its first model. */
    static Baseline of(RunContents run, String name) {
        List<Contender> all = run.cells().stream()
                .map(cell -> cell.cell().contender())
                .filter(Baseline::isJudged)
                .toList();
        if (name.isBlank())
            return new Baseline(all.stream()
                    .filter(contender -> contender.model().equals(DEFAULT))
                    .findFirst()
                    .or(() -> all.stream().findFirst())
                    .map(Contender::asked)
                    .orElse(""));
        if (find(all, Function.identity(), name).isPresent()) return new Baseline(name);
        List<String> choices = all.stream().map(Contender::asked).distinct().toList();
        throw new IllegalArgumentException(
                "\"" + name + "\": no model of " + run.record().id() + " that could be a baseline; "
                        + (choices.isEmpty()
                                ? "it has none"
                                : "it has " + String.join(", ", choices) + "; try " + choices.get(0)));
    }

    /** Whether verdicts are given on it at all: not on the control, nor on what fetches nothing. */
    static boolean isJudged(Contender contender) {
        return !contender.control() && !contender.model().equals(WITHOUT_NETWORK);
    }

    /** It among {@code cells}, which are of one scenario and one JDK. */
    Optional<CellNumbers> in(List<CellNumbers> cells) {
        return find(cells, cell -> cell.cell().contender(), asked);
    }

    private static <T> Optional<T> find(List<T> all, Function<T, Contender> contender, String name) {
        return NAMES.stream()
                .flatMap(known -> all.stream()
                        .filter(one -> known.apply(contender.apply(one)).equals(name)))
                .findFirst();
    }
}
