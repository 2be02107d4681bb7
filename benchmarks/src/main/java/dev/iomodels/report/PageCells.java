package dev.iomodels.report;

import dev.iomodels.plan.Scenario;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.ForkResult.Saturated;
import dev.iomodels.result.Histograms;
import dev.iomodels.result.Light;
import dev.iomodels.result.Sums;
import dev.iomodels.stats.CellNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cells of a run, as its page shows them.
 *
 * @param at the run's place in the page
 * @param scenarios all of the page, {@code models} and {@code strings} likewise
 * @param detail how much of single forks there is room for
 */
record PageCells(
        RunContents run, int at, List<Scenario> scenarios, List<String> models, Strings strings, Detail detail) {
    List<PageCell> all() {
        PageForks forks = new PageForks(run, detail);
        List<String> files = Objections.rawFiles(run);
        PageNumbers numbers = new PageNumbers(run, strings, detail.eachFork());
        return run.cells().stream()
                .map(cell -> cell(cell, numbers.of(cell), forks.of(cell), files))
                .toList();
    }

    private PageCell cell(
            CellNumbers cell, Map<String, PageCell.Number> numbers, List<PageCell.Fork> forks, List<String> files) {
        boolean measured = !cell.measured().isEmpty();
        Optional<Measured> example = cell.example();
        Optional<Saturated> saturated = cell.saturated().stream().findFirst();
        return new PageCell(
                at,
                scenarios.indexOf(cell.cell().scenario()),
                cell.cell().path(),
                cell.cell().contender().slug(),
                cell.cell().contender().asked(),
                models.indexOf(cell.cell().contender().name()),
                cell.cell().contender().jdk().label(),
                cell.cell().contender().control(),
                status(cell),
                reason(cell),
                saturated.map(fork -> Digits.six(fork.offeredPerSecond())).orElse(null),
                saturated.isEmpty() ? null : Digits.six(achieved(cell)),
                saturated.isEmpty() ? null : cell.saturated().size(),
                Kept.of(run, cell).orElse(null),
                PageRun.Label.of(run.badge(cell)),
                cell.stubBound(),
                example.map(Measured::usersStarted).orElse(null),
                example.map(Measured::usersAsked).orElse(null),
                run.gates().ids(cell.cell(), Light.AMBER),
                run.gates().ids(cell.cell(), Light.RED),
                numbers,
                measured
                        ? Citation.terms(run, cell, text -> text).stream()
                                .map(strings::place)
                                .toList()
                        : null,
                measured ? Sums.digest(run.directory(), cell.cell()) : null,
                objections(cell, files),
                measured ? PageCurve.of(cell, Histograms::latency, detail) : null,
                measured && cell.cell().scenario().waits() ? PageCurve.of(cell, Histograms::added, detail) : null,
                forks);
    }

    private static double achieved(CellNumbers cell) {
        return cell.saturated().stream()
                .mapToDouble(Saturated::achievedPerSecond)
                .average()
                .orElseThrow();
    }

    private static String status(CellNumbers cell) {
        if (!cell.measured().isEmpty()) return "measured";
        if (cell.skipped().isPresent()) return "skipped";
        if (cell.forks().isEmpty()) return "missing";
        return cell.failed().isEmpty() ? "saturated" : "failed";
    }

    private static String reason(CellNumbers cell) {
        if (cell.skipped().isPresent()) return cell.skipped().get();
        if (cell.forks().isEmpty()) return "not measured yet";
        List<String> reasons = new ArrayList<>();
        cell.failed().stream()
                .map(fork -> ((ForkResult.Failed) fork.result()).reason())
                .distinct()
                .forEach(reasons::add);
        cell.saturated().stream().map(SaturatedForks::why).distinct().forEach(reasons::add);
        return String.join("; ", reasons);
    }

    private List<Integer> objections(CellNumbers cell, List<String> files) {
        return Stream.concat(Objections.against(run, cell).stream(), files.stream())
                .map(strings::place)
                .toList();
    }
}
