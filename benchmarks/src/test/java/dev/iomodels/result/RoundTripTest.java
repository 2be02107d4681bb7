package dev.iomodels.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iomodels.ListRun;
import dev.iomodels.MadeUpRun;
import dev.iomodels.fetch.Failure;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Planner;
import dev.iomodels.plan.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The run directory: what is written comes back, what is broken is named. */
class RoundTripTest {
    private static final Plan PLAN = MadeUpRun.plan(
            Preset.STANDARD,
            2,
            "cpu,wait,closed:7,delay=lognormal:20ms..200ms,size=3,closed:7,delay=bimodal:20ms/1s@1%",
            Planner.MODELS,
            MadeUpRun.JDK_17,
            MadeUpRun.JDK_25);

    @TempDir
    private Path directory;

    static Stream<ForkResult> results() {
        return Stream.of(
                MadeUpRun.measured(9_000),
                ListRun.measured(500_000_000),
                MadeUpRun.measured(10, 0, Map.of(Failure.REFUSED, 3L, Failure.PAGE, 1L))
                        .with(StubFacts.UNKNOWN, JmhScores.NONE, Surroundings.UNKNOWN),
                new ForkResult.Failed("it \"crashed\",\nthen burned", List.of("one", "two µ –")),
                new ForkResult.Skipped("virtual-thread needs JDK 21, this is JDK 17"));
    }

    @ParameterizedTest
    @MethodSource("results")
    void forkResult_comesBackAsItWas(ForkResult result) {
        Path file = directory.resolve("1.json");
        Json.write(file, result);
        assertThat(Json.read(file, ForkResult.class)).isEqualTo(result);
    }

    @Test
    void forkOfBeforeSomeFieldsWere_isRead_andTellsThemUnknown() throws Exception {
        Path file = directory.resolve("1.json");
        Json.write(file, MadeUpRun.measured(9_000));
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceAll("(?s)\"points\" : \\{.*?},", "")
                        .replaceAll("(?s)\"lists\" : \\{.*?},", "")
                        .replaceAll("(?s),\\s*\"surroundings\" : \\{.*?}", "")
                        .replaceAll(",\\s*\"compileSeconds\" : [0-9.]+", "")
                        .replaceAll("\"operations\" : [0-9]+,", ""));
        ForkResult.Measured old = (ForkResult.Measured) Json.read(file, ForkResult.class);
        assertThat(Files.readString(file)).doesNotContain("lists");
        assertThat(old.lists()).isEqualTo(ListTimes.NONE);
        assertThat(old.points()).isEqualTo(Points.NONE);
        assertThat(old.surroundings()).isEqualTo(Surroundings.UNKNOWN);
        assertThat(old.measurement()).allMatch(interval -> interval.compileSeconds() < 0);
        assertThat(old.jmh().operations()).isEqualTo(-1);
    }

    @Test
    void runRecord_comesBackAsItWas_withItsPlan() {
        RunDirectory run = MadeUpRun.create(directory, PLAN);
        assertThat(run.record()).isEqualTo(MadeUpRun.record(PLAN, "2026-11-22T150300Z-standard"));
        assertThat(run.record().plan().forks()).isEqualTo(PLAN.forks());
        RunRecord ended = run.record().ended(RunRecord.Status.INTERRUPTED, "a signal", "2026-11-22T15:04:00Z");
        run.write(ended);
        assertThat(RunDirectory.open(run.path()).record()).isEqualTo(ended);
    }

    @Test
    void loadsAndDelays_areWrittenAsTheTextThatOneTypes() throws IOException {
        RunDirectory run = MadeUpRun.create(directory, PLAN);
        assertThat(Files.readString(run.path().resolve("run.json")))
                .contains("\"load\" : \"closed:1000\"", "\"delay\" : \"uniform:50ms..150ms\"")
                .contains("\"delay\" : \"bimodal:20ms/1s@1%\"", "\"schema\" : 2");
    }

    @Test
    void fieldsThatALaterVersionAdds_areIgnored() throws IOException {
        Path file = directory.resolve("1.json");
        Json.write(file, new ForkResult.Skipped("no"));
        Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{ \"mood\" : [ { \"good\" : 1 } ],"));
        assertThat(Json.read(file, ForkResult.class)).isEqualTo(new ForkResult.Skipped("no"));
    }

    @Test
    void otherSchema_isRefusedByName() throws IOException {
        RunDirectory run = MadeUpRun.create(directory, PLAN);
        Path file = run.path().resolve("run.json");
        Files.writeString(file, Files.readString(file).replace("\"schema\" : 2", "\"schema\" : 99"));
        assertThatThrownBy(() -> RunDirectory.open(run.path()))
                .isInstanceOf(Unreadable.class)
                .hasMessage(file + ": schema 99, written by a newer version; this one reads 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "17",
                "{\"schema\":2}",
                "{\"schema\":\"one\"}",
                "not json",
                "{\"schema\":2,\"plan\":{\"cells\":[{\"scenario\":{\"load\":\"closed:0\"}}]}}",
                "{\"schema\":2,\"plan\":{\"preset\":\"LEISURELY\"}}"
            })
    void brokenRecord_isNamed(String text) throws IOException {
        Path file = directory.resolve("run.json");
        Files.writeString(file, text);
        assertThatThrownBy(() -> RunDirectory.open(directory))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(file.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"status\":\"measured\"}",
                "{\"status\":\"failed\"}",
                "{\"status\":\"skipped\"}",
                "{\"status\":\"happy\"}",
                "{\"status\":\"measured\", \"intervals\":[{\"pages\":\"many\"}]}"
            })
    void brokenForkResult_isNamed(String text) throws IOException {
        Path file = directory.resolve("1.json");
        Files.writeString(file, text);
        assertThatThrownBy(() -> Json.read(file, ForkResult.class))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void missingRecord_isNamed() {
        assertThatThrownBy(() -> RunDirectory.open(directory.resolve("nowhere")))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(directory.resolve("nowhere").resolve("run.json") + ": cannot be read");
    }

    @Test
    void forks_areThoseThatAreDone_blockByBlock() throws IOException {
        RunDirectory run = MadeUpRun.create(directory, PLAN);
        Cell cell = PLAN.cells().get(2);
        assertThat(run.forks(PLAN, cell)).isEmpty();
        MadeUpRun.store(run, cell, 2, MadeUpRun.measured(500));
        Files.writeString(run.files(cell, 1).log(), "begun, but not over");
        assertThat(run.forks(PLAN, cell))
                .extracting(RunDirectory.StoredFork::block)
                .containsExactly(2);
        MadeUpRun.store(run, cell, 1, new ForkResult.Failed("crashed", List.of()));
        assertThat(run.forks(PLAN, cell))
                .extracting(RunDirectory.StoredFork::block)
                .containsExactly(1, 2);
        assertThat(run.forks(PLAN, cell).get(0).histograms()).isEmpty();
        assertThat(run.forks(PLAN, cell)
                        .get(1)
                        .histograms()
                        .orElseThrow()
                        .latency()
                        .getTotalCount())
                .isEqualTo(500);
        assertThat(run.files(cell, 2).json()).isEqualTo(run.path().resolve("forks/" + cell.path() + "/2.json"));
    }

    @Test
    void directory_isMadeOnce_inATimeOfItsOwn() {
        Instant now = Instant.parse("2026-11-22T15:03:00Z");
        Path results = directory.resolve("deep/results");
        assertThat(RunDirectory.create(results, now, "quick").id()).isEqualTo("2026-11-22T150300Z-quick");
        assertThatThrownBy(() -> RunDirectory.create(results, now, "quick")).hasMessageContaining(results.toString());
    }
}
