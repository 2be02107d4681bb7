package dev.iomodels.report;

import dev.iomodels.result.Metric;
import dev.iomodels.result.Over;
import dev.iomodels.stats.CellNumbers;
import dev.iomodels.stats.CellNumbers.Footing;
import dev.iomodels.stats.Estimate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All numbers of the cells of a run that can be told.
 *
 * @param strings of the page
 * @param eachFork whether each fork's value goes with them
 */
record PageNumbers(RunContents run, Strings strings, boolean eachFork) {

    /** By the id of their metric. */
    Map<String, PageCell.Number> of(CellNumbers cell) {
        Map<String, PageCell.Number> numbers = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            if (!metric.isOf(cell.cell().scenario())) continue;
            cell.estimate(metric)
                    .filter(told -> Double.isFinite(told.value()))
                    .ifPresent(told -> numbers.put(metric.id(), number(cell, metric, told)));
        }
        return numbers;
    }

    private PageCell.Number number(CellNumbers cell, Metric metric, Estimate told) {
        boolean interval = metric.over() == Over.MEAN && told.factor().isPresent();
        Quantity quantity = Quantity.of(metric, told);
        return new PageCell.Number(
                Digits.six(told.value()),
                interval ? Digits.six(told.factor().getAsDouble()) : null,
                quantity.value(),
                quantity.bounds(),
                strings.place(new Remarks(run, cell, metric).text()),
                cell.footing(metric) == Footing.THIN ? 1 : 0,
                eachFork ? cell.values(metric).stream().map(Digits::six).toList() : null);
    }
}
