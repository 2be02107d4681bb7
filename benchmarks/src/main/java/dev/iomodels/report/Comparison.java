package dev.iomodels.report;

import dev.iomodels.result.Metric;
import dev.iomodels.stats.CellNumbers;
import dev.iomodels.stats.Difference;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * A contender and its baseline in one metric. One that cannot be compared stays, with the reason: nothing is dropped.
 *
 * @param contender its name
 * @param baseline the name of what it is held against
 * @param value the contender's, mean over forks; NaN if it has none
 * @param baselineValue the same of the baseline
 * @param difference between them; empty if they cannot be compared
 * @param note why they cannot; or a remark
 */
record Comparison(
        String contender,
        String baseline,
        double value,
        double baselineValue,
        Optional<Difference> difference,
        String note) {

    /** Two numbers and how far they are apart. */
    static Comparison of(
            String contender, String baseline, double value, double baselineValue, Difference difference, String note) {
        return new Comparison(contender, baseline, value, baselineValue, Optional.of(difference), note);
    }

    /** Two that cannot be compared. */
    static Comparison impossible(String contender, String baseline, String why) {
        return new Comparison(contender, baseline, Double.NaN, Double.NaN, Optional.empty(), why);
    }

    /** Two cells of one run, paired by block. */
    static Comparison paired(CellNumbers contender, CellNumbers baseline, Metric metric) {
        String name = slug(contender);
        String other = slug(baseline);
        Optional<String> lack = contender
                .lacks(metric)
                .or(() -> baseline.lacks(metric).map(why -> "its baseline " + other + ": " + why))
                .or(() -> unlike(contender, baseline, metric));
        if (lack.isPresent()) return impossible(name, other, lack.get());
        Map<Integer, Double> values = contender.byBlock(metric);
        Map<Integer, Double> others = baseline.byBlock(metric);
        return Difference.paired(values, others)
                .map(difference ->
                        of(name, other, mean(values), mean(others), difference, unpaired(difference, values, others)))
                .orElseGet(() -> impossible(name, other, "no block in which both were measured"));
    }

    /** Why the latencies of two cells do not stand for the same: users who were not started wait in line, and nobody sees for how long. */
    private static Optional<String> unlike(CellNumbers one, CellNumbers other, Metric metric) {
        // Response times are compared whoever waits where: they count from when a page was due.
        if (!metric.isServiceTime()) return Optional.empty();
        int users = one.example().orElseThrow().usersStarted();
        int others = other.example().orElseThrow().usersStarted();
        if (users == others) return Optional.empty();
        return Optional.of("not comparable: " + users + " users had a page in flight, against " + others
                + "; a closed loop does not see who stands in line");
    }

    private static String unpaired(Difference difference, Map<Integer, Double> values, Map<Integer, Double> others) {
        int most = Math.max(values.size(), others.size());
        return difference.n() == most
                ? ""
                : "paired in the " + difference.n()
                        + " blocks in which both were measured; its value and the baseline's are of " + values.size()
                        + " and " + others.size() + " forks";
    }

    static String slug(CellNumbers cell) {
        return cell.cell().contender().slug();
    }

    /** As the tables of a run have it: exp of the mean logarithm. */
    static double mean(Map<Integer, Double> values) {
        return Math.exp(logarithms(values).average().orElseThrow());
    }

    private static DoubleStream logarithms(Map<Integer, Double> values) {
        return values.values().stream().mapToDouble(Math::log);
    }
}
