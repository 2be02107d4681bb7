package dev.iomodels.report;

import dev.iomodels.plan.Timing;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Json;
import dev.iomodels.result.JvmFacts;
import dev.iomodels.stats.CellNumbers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.openjdk.jmh.util.ListStatistics;

/** {@code jmh-result.json}: JMH's own format, an entry for each cell, made from the forks' files; JMH's viewers open it. */
final class JmhReport implements Report {
    private static final String PAGES = "dev.iomodels.trial.FetchBenchmark.page";
    private static final String LISTS = "dev.iomodels.trial.ListBenchmark.list";
    /** As JMH writes the time of an iteration that is a single shot. */
    private static final String SHOT = "single-shot";

    private static final double CONFIDENCE = 0.999;
    private static final double[] PERCENTILES = {0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100};

    @Override
    public void write(RunContents run, Path into) {
        List<Map<String, Object>> entries = run.cells().stream()
                .filter(cell -> !cell.measured().isEmpty())
                .map(cell -> entry(run, cell))
                .toList();
        Json.write(into.resolve("jmh-result.json"), entries);
    }

    private static Map<String, Object> entry(RunContents run, CellNumbers cell) {
        List<Measured> forks =
                cell.measured().stream().map(fork -> (Measured) fork.result()).toList();
        JvmFacts jvm = forks.get(0).jvm();
        Timing timing = run.record().plan().preset().timing(cell.cell().scenario());
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("jmhVersion", run.record().environment().libraries().getOrDefault("jmh", ""));
        boolean list = cell.cell().scenario().list();
        entry.put("benchmark", list ? LISTS : PAGES);
        entry.put("mode", list ? "ss" : "thrpt");
        entry.put("threads", 1);
        entry.put("forks", forks.size());
        entry.put("jvm", cell.cell().contender().jdk().java().toString());
        entry.put("jvmArgs", jvm.flags());
        entry.put("jdkVersion", cell.cell().contender().jdk().version());
        entry.put("vmName", jvm.vm());
        entry.put("vmVersion", jvm.version());
        entry.put("warmupIterations", timing.warmups());
        entry.put("warmupTime", list ? SHOT : timing.warmup().toMillis() + " ms");
        entry.put("warmupBatchSize", 1);
        entry.put("measurementIterations", timing.iterations());
        entry.put("measurementTime", list ? SHOT : timing.iteration().toMillis() + " ms");
        entry.put("measurementBatchSize", 1);
        entry.put("params", params(cell));
        entry.put(
                "primaryMetric",
                metric(
                        forks.stream().map(fork -> fork.jmh().iterations()).toList(),
                        forks.get(0).jmh().unit()));
        entry.put("secondaryMetrics", secondary(forks));
        return entry;
    }

    private static Map<String, String> params(CellNumbers cell) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("model", cell.cell().contender().name());
        params.put("jdk", cell.cell().contender().jdk().label());
        params.put("scenario", cell.cell().scenario().name());
        params.put("load", cell.cell().scenario().load().toString());
        params.put("delay", cell.cell().scenario().delay().toString());
        if (cell.cell().scenario().faults().any())
            params.put("faults", cell.cell().scenario().faults().toString());
        if (cell.cell().contender().control()) params.put("control", "true");
        return params;
    }

    /** A secondary metric has one value for each fork: over a fork's iterations it was aggregated in the fork's own way. */
    private static Map<String, Object> secondary(List<Measured> forks) {
        Map<String, Object> metrics = new TreeMap<>();
        for (String name : new TreeSet<>(forks.get(0).jmh().secondary().keySet())) {
            List<List<Double>> values = forks.stream()
                    .flatMap(fork -> Stream.ofNullable(fork.jmh().secondary().get(name)))
                    .map(value -> List.of(value.score()))
                    .toList();
            metrics.put(
                    name,
                    metric(values, forks.get(0).jmh().secondary().get(name).unit()));
        }
        return metrics;
    }

    private static Map<String, Object> metric(List<List<Double>> rawData, String unit) {
        ListStatistics all = new ListStatistics(rawData.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .toArray());
        Map<String, Object> metric = new LinkedHashMap<>();
        metric.put("score", number(all.getMean()));
        metric.put("scoreError", number(all.getMeanErrorAt(CONFIDENCE)));
        metric.put(
                "scoreConfidence",
                DoubleStream.of(all.getConfidenceIntervalAt(CONFIDENCE))
                        .mapToObj(JmhReport::number)
                        .toList());
        Map<String, Object> percentiles = new LinkedHashMap<>();
        for (double percentile : PERCENTILES)
            percentiles.put(Double.toString(percentile), number(all.getPercentile(percentile)));
        metric.put("scorePercentiles", percentiles);
        metric.put("scoreUnit", unit);
        metric.put("rawData", rawData);
        return metric;
    }

    /** JMH writes what is not a number as a text. */
    private static Object number(double value) {
        return Double.isNaN(value) ? "NaN" : (Object) value;
    }
}
