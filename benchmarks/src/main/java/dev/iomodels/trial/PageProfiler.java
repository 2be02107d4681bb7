package dev.iomodels.trial;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/** Adds to JMH's score what the load saw: latency quantiles, CPU time and bytes of heap per page, failures. */
public final class PageProfiler implements InternalProfiler {

    @Override
    public String getDescription() {
        return "latency, CPU time and allocation of each page, as the load of the trial saw them";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        Handover.take();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        List<Result<?>> results = new ArrayList<>();
        Handover.take().ifPresent(edge -> {
            var interval = edge.interval();
            double pages = interval.pages();
            // In another loop it is another thing, so it has another name.
            switch (edge.loop()) {
                case CLOSED -> latencies("latency", "added", edge, results);
                case OPEN -> latencies("response", "response-added", edge, results);
                case LIST -> latencies("page", "page-added", edge, results);
            }
            edge.lateness().ifPresent(lateness -> results.add(new LatencyResult("lateness", lateness)));
            double cpu = interval.cpuSeconds() - interval.harnessCpuSeconds();
            results.add(new RatioResult("cpu", cpu * 1e6, pages, "us/page"));
            if (interval.allocatedBytes() >= 0)
                results.add(new RatioResult("alloc", interval.allocatedBytes(), pages, "B/page"));
            long failures = interval.failures().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            results.add(new RatioResult("failed", failures, pages + failures, "of pages"));
        });
        return results;
    }

    private static void latencies(String latency, String added, Handover.Edge edge, List<Result<?>> results) {
        results.add(new LatencyResult(latency, edge.latency()));
        results.add(new LatencyResult(added, edge.added()));
    }
}
