package dev.iomodels.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.MadeUpRun;
import dev.iomodels.result.RunDirectory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.ThroughputResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JmhReportTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    private Path directory;

    private JsonNode entries;

    @BeforeEach
    void write() throws Exception {
        RunDirectory run = MadeUpRun.example(directory);
        new JmhReport().write(RunContents.of(run), run.path());
        entries = MAPPER.readTree(Files.readString(run.path().resolve("jmh-result.json")));
    }

    private JsonNode entry(String scenario, String model) {
        return IntStream.range(0, entries.size())
                .mapToObj(entries::get)
                .filter(one -> one.path("params").path("scenario").asString().equals(scenario)
                        && one.path("params").path("model").asString().equals(model))
                .findFirst()
                .orElseThrow();
    }

    /** What JMH itself writes for two forks of two iterations. */
    private static JsonNode jmhsOwn() {
        IterationParams iterations = new IterationParams(IterationType.MEASUREMENT, 2, TimeValue.seconds(1), 1);
        WorkloadParams workload = new WorkloadParams();
        workload.put("model", "noop", 0);
        BenchmarkParams params = new BenchmarkParams(
                "a.Benchmark.page",
                "generated",
                true,
                1,
                new int[] {1},
                List.of(),
                2,
                0,
                iterations,
                iterations,
                Mode.Throughput,
                workload,
                TimeUnit.SECONDS,
                1,
                "java",
                List.of(),
                "17",
                "VM",
                "17",
                "1.37",
                TimeValue.minutes(10));
        IterationResult iteration = new IterationResult(params, iterations, null);
        iteration.addResult(new ThroughputResult(ResultRole.PRIMARY, "page", 10, 1_000_000_000, TimeUnit.SECONDS));
        iteration.addResult(new ScalarResult("cpu", Double.NaN, "us/page", AggregationPolicy.AVG));
        BenchmarkResult fork = new BenchmarkResult(params, List.of(iteration, iteration));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream text = new PrintStream(out, true, StandardCharsets.UTF_8);
        ResultFormatFactory.getInstance(ResultFormatType.JSON, text)
                .writeOut(List.of(new RunResult(params, List.of(fork, fork))));
        return MAPPER.readTree(out.toString(StandardCharsets.UTF_8)).get(0);
    }

    @Test
    void entry_hasTheFieldsThatJmhWrites_inItsOrderAndKind() {
        JsonNode own = jmhsOwn();
        JsonNode ours = entry("wait", "raw-selector");
        assertThat(ours.propertyNames()).containsExactlyElementsOf(own.propertyNames());
        for (String name : own.propertyNames())
            assertThat(ours.get(name).getNodeType())
                    .as(name)
                    .isEqualTo(own.get(name).getNodeType());
        assertThat(ours.get("primaryMetric").propertyNames())
                .containsExactlyElementsOf(own.get("primaryMetric").propertyNames());
        assertThat(ours.at("/primaryMetric/scorePercentiles").propertyNames())
                .containsExactlyElementsOf(
                        own.at("/primaryMetric/scorePercentiles").propertyNames());
        assertThat(ours.at("/secondaryMetrics/cpu").propertyNames())
                .containsExactlyElementsOf(own.at("/secondaryMetrics/cpu").propertyNames());
        assertThat(ours.get("mode")).isEqualTo(own.get("mode"));
    }

    @Test
    void whatIsNoNumber_isAText_asJmhWritesIt() {
        assertThat(jmhsOwn().at("/secondaryMetrics/cpu/score").asString()).isEqualTo("NaN");
        JsonNode score = entry("wait", "raw-selector").at("/secondaryMetrics/cpu/score");
        assertThat(score.isString()).isTrue();
        assertThat(score.asString()).isEqualTo("NaN");
    }

    @Test
    void entry_hasTheIterationsOfEveryFork_andTheirMean() {
        JsonNode raw = entry("wait", "raw-selector");
        assertThat(raw.get("forks").asInt()).isEqualTo(3);
        assertThat(raw.at("/primaryMetric/rawData").toString())
                .isEqualTo("[[49750.0,49751.0],[50000.0,50001.0],[50250.0,50251.0]]");
        assertThat(raw.at("/primaryMetric/score").asDouble()).isEqualTo(50_000.5);
        assertThat(raw.at("/primaryMetric/scoreUnit").asString()).isEqualTo("ops/s");
        assertThat(raw.at("/secondaryMetrics/latency.p50/rawData").toString()).isEqualTo("[[101.5],[101.5],[101.5]]");
        assertThat(entry("cpu", "blocking").get("forks").asInt()).isEqualTo(2);
    }

    @Test
    void cellsThatMeasuredNothing_haveNoEntry() {
        assertThat(entries.size()).isEqualTo(5);
    }
}
