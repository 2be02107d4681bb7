package dev.iomodels.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import dev.iomodels.result.Sums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that must not be quoted, and ids that are none. */
class CiteRefusalTest {
    private static final String RAW = "/wait/raw-selector@17/";

    @TempDir
    private Path directory;

    private Cli cite(String id, String... more) {
        return Cli.cite(directory, id, more);
    }

    private void assertRefused(String id, String reason) {
        Cli cli = cite(id);
        assertThat(cli.status()).as(cli.out()).isEqualTo(1);
        assertThat(cli.err()).contains("not to be cited: " + id + ": ", reason);
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void smokeRun_isRefused() {
        assertRefused(MadeUpRun.complete(directory, Preset.SMOKE, 1).id() + RAW + "p50", "smoke: not a measurement");
    }

    @Test
    void unfinishedRun_isRefused() {
        RunDirectory run = MadeUpRun.complete(directory, Preset.QUICK, 3);
        run.write(run.record().ended(RunRecord.Status.INTERRUPTED, "a signal", "2026-11-22T15:30:00Z"));
        Sums.write(run);
        assertRefused(run.id() + RAW + "p50", "run.json: INTERRUPTED, not FINISHED: a signal");
    }

    @ParameterizedTest
    @CsvSource({
        "wait/blocking@17/p99, thin footing: in one of its forks fewer than 100 samples lie beyond its p99",
        "cpu/raw-selector@17/ceiling, it cannot be told: ceiling has no value here",
        "wait/virtual-thread@17/p50, skipped: virtual-thread needs JDK 21",
        "wait/selector-1@17/p50, 'fork 2 of 3 failed: it \"crashed\"'",
        "cpu/blocking@17/throughput, 'fork 2 of 3 failed: it \"crashed\"'",
        "cpu/selector-1@17/throughput, only 0 of its 3 forks are done"
    })
    void numberThatIsNoneOrRestsOnTooLittle_isRefused_withTheReason(String number, String reason) {
        RunDirectory run = MadeUpRun.example(directory);
        Sums.write(run);
        assertRefused(run.id() + "/" + number, reason);
    }

    @Test
    void planThatWasEdited_isRefused_evenWithSumsMadeAgain() throws IOException {
        RunDirectory run = MadeUpRun.complete(directory, Preset.SMOKE, 1);
        Path file = run.path().resolve("run.json");
        Files.writeString(file, Files.readString(file).replace("\"SMOKE\"", "\"QUICK\""));
        Sums.write(run);
        assertRefused(run.id() + RAW + "p50", "run.json: the plan is not the one");
    }

    @Test
    void rawFilesThatWereChanged_areRefused_byName() throws IOException {
        RunDirectory run = MadeUpRun.complete(directory, Preset.QUICK, 3);
        Path log = run.path().resolve("forks/wait/blocking@17/1.log");
        Files.writeString(log, Files.readString(log) + " ");
        assertRefused(run.id() + RAW + "p50", "forks/wait/blocking@17/1.log: changed");
    }

    @Test
    void rawFilesThatWereCutShort_areRefused_byName() throws IOException {
        RunDirectory run = MadeUpRun.complete(directory, Preset.QUICK, 3);
        for (String name :
                List.of("run.json", "forks" + RAW + "2.json", "forks" + RAW + "2.hlog", "forks" + RAW + "2.log")) {
            Path file = run.path().resolve(name);
            byte[] bytes = Files.readAllBytes(file);
            for (int length : new int[] {0, 1, bytes.length / 2, bytes.length - 1}) {
                Files.write(file, Arrays.copyOf(bytes, length));
                assertRefused(run.id() + RAW + "p50", name);
            }
            Files.write(file, bytes);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "RUN/wait/raw-selector@17/p98; \"p98\": no such metric; there are throughput, ceiling; did you mean p9",
                "RUN/wait/raw-selectr@17/p99; \"raw-selectr@17\": no such contender in this run; there are noop@17; did you mean raw-selector@17?",
                "RUN/wiat/raw-selector@17/p99; \"wiat\": no such scenario in this run; there are cpu, wait; did you mean wait?",
                "2026-11-22T150300Z-quikc/wait/raw-selector@17/p99; no such run in; there are 2026-11-22T150300Z-quick; did you mean 2026-11-22T150300Z-quick?",
                "RUN/wait/p99; no id of a number; it takes RUN/SCENARIO/CONTENDER/METRIC; such as",
                "p99; no id of a number; such as; summary.csv",
                "RUN//raw-selector@17/p99; no id of a number; such as; summary.csv"
            })
    void idThatIsNone_isAnsweredWithWhatThereIs(String id, String one, String two, String three) {
        RunDirectory run = MadeUpRun.example(directory);
        Cli cli = cite(id.replace("RUN", run.id()));
        assertThat(cli.status()).isEqualTo(2);
        assertThat(cli.err()).startsWith("ID \"").contains(one, three);
        if (!two.startsWith("there are noop")) assertThat(cli.err()).contains(two);
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void format_thatIsNone_isAnsweredWithThoseThereAre() {
        Cli cli = cite("RUN/wait/raw-selector@17/p99", "--format", "markdwon");
        assertThat(cli.status()).isEqualTo(2);
        assertThat(cli.err()).contains("--format \"markdwon\"", "text, markdown", "did you mean markdown?");
    }
}
