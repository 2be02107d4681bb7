package dev.iomodels.report;

import dev.iomodels.gate.Gate.Scope;
import dev.iomodels.gate.Ruling;
import dev.iomodels.plan.Scenario;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.RunDirectory.StoredFork;
import dev.iomodels.stats.CellNumbers;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What a reader has to know of single cells, for below their table: failed pages by kind, failed forks, gates. */
final class ScenarioNotes {
    private final RunContents run;
    private final Scenario scenario;

    ScenarioNotes(RunContents run, Scenario scenario) {
        this.run = run;
        this.scenario = scenario;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (CellNumbers cell : run.of(scenario)) {
            String name = cell.cell().contender().slug();
            for (StoredFork fork : cell.forks())
                if (fork.result() instanceof ForkResult.Saturated saturated)
                    lines.add(cell.cell().path() + "/" + fork.block() + " saturated, " + SaturatedForks.why(saturated));
            cell.failedPages().ifPresent(kinds -> lines.add(name + ": failed pages by kind: " + kinds));
            cell.failedAsTold()
                    .ifPresent(
                            kinds -> lines.add(name + ": failed as told by kind: " + kinds + took(cell.failedTimes())));
            for (StoredFork fork : cell.failed()) {
                ForkResult.Failed failed = (ForkResult.Failed) fork.result();
                lines.add(cell.cell().path() + "/" + fork.block() + " failed: " + failed.reason());
                failed.lastLines().forEach(line -> lines.add("  | " + line));
            }
        }
        lines.addAll(new GateLines(run, this::isOfThis).lines());
        return lines;
    }

    private static String took(Histogram failed) {
        return ", heard after " + Numbers.time(failed.getValueAtPercentile(50)) + " (p50), "
                + Numbers.time(failed.getMaxValue()) + " (max)";
    }

    private boolean isOfThis(Ruling ruling) {
        return ruling.scope() != Scope.RUN && ruling.subject().split("/")[0].equals(scenario.name());
    }
}
