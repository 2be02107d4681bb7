package dev.iomodels.gate;

import static dev.iomodels.gate.Unit.PERCENT;

import dev.iomodels.plan.Scenario;
import dev.iomodels.result.Light;
import dev.iomodels.result.Metric;
import dev.iomodels.stats.CellNumbers;
import dev.iomodels.stats.Difference;
import dev.iomodels.stats.Range;
import dev.iomodels.stats.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The A/A control of a scenario: what the whole method makes of a difference that is none. */
final class Control {

    private static final double CONFIDENCE = 0.95;

    private Control() {}

    /**
     * By how many % the control's rate differs from its twin's, or the time of its lists, paired by block; where the rate is given,
     * in an open loop, its CPU time per page. Empty without a control, or with fewer blocks than words about a difference take.
     */
    static Optional<Reading> read(Scenario scenario, List<CellNumbers> cells, double delta) {
        Optional<CellNumbers> control = cells.stream()
                .filter(cell -> cell.cell().scenario().equals(scenario)
                        && cell.cell().contender().control())
                .findFirst();
        Optional<CellNumbers> twin = control.flatMap(again -> cells.stream()
                .filter(cell -> cell.cell().scenario().equals(scenario)
                        && !cell.cell().contender().control()
                        && cell.cell().contender().again().equals(again.cell().contender()))
                .findFirst());
        return twin.flatMap(of -> Difference.paired(values(control.orElseThrow()), values(of)))
                .filter(difference -> difference.n() >= Verdict.FROM_FORKS)
                .map(difference -> reading(difference, delta));
    }

    private static Map<Integer, Double> values(CellNumbers cell) {
        Scenario scenario = cell.cell().scenario();
        return cell.byBlock(scenario.open() ? Metric.CPU_PER_PAGE : Metric.ofRecord(scenario));
    }

    private static Reading reading(Difference difference, double delta) {
        Range range = difference.range(CONFIDENCE).orElseThrow();
        boolean outside = range.isAbove(1 + delta) || range.isBelow(1 / (1 + delta));
        return new Reading(
                PERCENT,
                OptionalDouble.of(100 * (difference.ratio() - 1)),
                outside ? Light.RED : range.excludesOne() ? Light.AMBER : Light.GREEN,
                "95 % interval without 0",
                "95 % interval wholly outside ±" + PERCENT.text(100 * delta));
    }
}
