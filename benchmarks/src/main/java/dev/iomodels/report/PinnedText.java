package dev.iomodels.report;

import dev.iomodels.plan.Plan;
import dev.iomodels.result.Footprint.Pinned;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.ForkResult.Failed;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.stats.CellNumbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How often the virtual threads of a contender were pinned, in words: one fork's count, without an id, as nothing says how far it would come again. */
record PinnedText(RunContents run, CellNumbers cell) {

    private Optional<ForkResult> fork() {
        return Optional.ofNullable(run.pinned().get(cell.cell().path()));
    }

    private Optional<Pinned> counted() {
        return fork().filter(Measured.class::isInstance)
                .map(fork -> ((Measured) fork).footprint().pinned())
                .filter(pinned -> pinned.events() >= 0 && pinned.pages() > 0);
    }

    /** {@code 1.00×50.1ms}: so often for each page, each time for so long; {@code 0} if never. */
    String perPage() {
        if (!cell.cell().pinned()) return Numbers.NONE;
        return counted()
                .map(pinned -> pinned.events() == 0
                        ? "0"
                        : Numbers.ratio((double) pinned.events() / pinned.pages()) + "×"
                                + Numbers.time((double) pinned.nanos() / pinned.events()))
                .orElse("n/a");
    }

    /** Why it could not be counted; empty if it was, or was not to be. */
    Optional<String> complaint() {
        return fork().filter(Failed.class::isInstance)
                .map(fork -> cell.cell().path() + "/" + Plan.Fork.name(Plan.Fork.PINNED) + " failed: "
                        + ((Failed) fork).reason());
    }

    /** Lines of {@code summary.csv}; none if it was not to be counted, or is not yet. */
    List<String> csv(String badge) {
        if (fork().isEmpty()) return List.of();
        Optional<Pinned> pinned = counted();
        return List.of(
                line("pinned/page", "", pinned.map(one -> (double) one.events() / one.pages()), badge),
                line("pinned time/page", "ns", pinned.map(one -> (double) one.nanos() / one.pages()), badge));
    }

    private String line(String metric, String unit, Optional<Double> value, String badge) {
        String number = value.map(Csv::number).orElse("");
        Stream<String> what = Stream.of(
                "",
                cell.cell().scenario().name(),
                cell.cell().contender().slug(),
                complaint().orElse("measured"),
                metric,
                unit,
                "1");
        return Csv.line(Stream.concat(what, Stream.of(number, "", "", "", number, badge))
                .toList());
    }
}
