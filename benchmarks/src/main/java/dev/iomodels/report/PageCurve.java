package dev.iomodels.report;

import dev.iomodels.result.Histograms;
import dev.iomodels.result.Metric;
import dev.iomodels.stats.CellNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * Quantiles of a cell's latency: all forks together, and each for itself. A curve ends where fewer than ten samples lie beyond.
 *
 * @param max the largest value, in nanoseconds
 * @param n how many samples there are
 * @param x 1 ÷ (1 − p) of each point: 1 is the smallest value, 100 the p99
 * @param all nanoseconds at these, of all forks' samples together
 * @param forks the same of each fork, up to where its own samples run out; none on pages with very many cells
 */
record PageCurve(double max, long n, List<Double> x, List<Double> all, List<List<Double>> forks) {
    /** Of a cell that measured; {@code which} of its histograms. */
    static PageCurve of(CellNumbers cell, Function<Histograms, Histogram> which, Detail detail) {
        int points = detail.points();
        List<Histogram> forks = cell.measured().stream()
                .map(fork -> which.apply(fork.histograms().orElseThrow()))
                .toList();
        Histogram all = new Histogram(3);
        forks.forEach(all::add);
        List<Double> x = new ArrayList<>();
        for (int i = 0; i == 0 || toldAt(all, at(i, points)); i++) x.add(Digits.three(at(i, points)));
        return new PageCurve(
                all.getMaxValue(),
                all.getTotalCount(),
                x,
                values(all, x),
                detail.eachFork() ? forks.stream().map(fork -> values(fork, x)).toList() : List.of());
    }

    private static double at(int i, int points) {
        return Math.pow(10, (double) i / points);
    }

    private static boolean toldAt(Histogram samples, double x) {
        return samples.getTotalCount() / x >= Metric.SHOWN_FROM;
    }

    private static List<Double> values(Histogram samples, List<Double> x) {
        return x.stream()
                .filter(at -> at == 1 || toldAt(samples, at))
                .map(at -> Digits.three(
                        at == 1 ? samples.getMinValue() : samples.getValueAtPercentile(100 * (1 - 1 / at))))
                .toList();
    }
}
