package dev.iomodels.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.Json;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import dev.iomodels.result.Sums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyCommandTest {
    private static final String FORK = "forks/wait/raw-selector@17/1";

    @TempDir
    private Path directory;

    private RunDirectory run;

    @BeforeEach
    void writeRun() {
        run = MadeUpRun.complete(directory, Preset.QUICK, 1);
    }

    private Cli verify() {
        Cli cli = Cli.run("verify", run.path().toString());
        assertThat(cli.out() + cli.err()).doesNotContain("\tat ", "Exception", "Cannot invoke");
        return cli;
    }

    private void assertFound(String file, String what) {
        Cli cli = verify();
        assertThat(cli.status()).as(cli.out()).isEqualTo(1);
        assertThat(cli.out().lines().filter(line -> line.startsWith(file + ": ") && line.contains(what)))
                .as(cli.out())
                .isNotEmpty();
        assertThat(cli.out()).contains("not verified: ");
    }

    private Path file(String name) {
        return run.path().resolve(name);
    }

    private void edit(String name, String from, String to) throws IOException {
        String text = Files.readString(file(name));
        assertThat(text).contains(from);
        Files.writeString(file(name), text.replaceFirst(from, to));
    }

    @Test
    void runAsItWasWritten_isVerified_withItsFilesAndNumbersCounted() throws IOException {
        Cli cli = verify();
        assertThat(cli.status()).as(cli.out()).isZero();
        long numbers = Files.readAllLines(file("summary.csv")).stream()
                .skip(1)
                .filter(line -> line.startsWith(run.id()) && !line.split(",", -1)[7].isEmpty())
                .count();
        assertThat(cli.out()).isEqualTo("verified: " + run.files().size() + " files, " + numbers + " numbers\n");
    }

    @Test
    void flippedBit_isFound_inEveryFileAndPlace() throws IOException {
        List<String> files = run.files();
        assertThat(files)
                .contains("run.json", "SHA256SUMS", "summary.md", "summary.csv", "jmh-result.json")
                .contains(FORK + ".json", FORK + ".hlog", FORK + ".log", "forks/wait/virtual-thread@17/1.json")
                .contains("histograms/wait-raw-selector@17-added.hgrm");
        for (String name : files) {
            byte[] bytes = Files.readAllBytes(file(name));
            for (int at : new int[] {0, bytes.length / 3, bytes.length / 2, bytes.length - 1}) {
                byte[] flipped = bytes.clone();
                flipped[at] = (byte) (flipped[at] ^ (1 << at % 7));
                Files.write(file(name), flipped);
                Cli cli = verify();
                assertThat(cli.status()).as("%s at %d", name, at).isEqualTo(1);
                assertThat(cli.out()).as("%s at %d", name, at).contains(name);
            }
            Files.write(file(name), bytes);
        }
        assertThat(verify().status()).isZero();
    }

    /** No report can be made of such a fork, which is said in words. */
    @Test
    void forkOfAClosedLoopThatClaimsASchedule_isFound() throws IOException {
        edit(FORK + ".json", "\"offeredPerSecond\" : 0.0", "\"offeredPerSecond\" : 4.0");
        assertFound(FORK + ".json", "do not agree on whether pages arrive on a schedule");
    }

    @Test
    void truncatedFile_isFound_andNoneKeepsOthersFromBeingLookedAt() throws IOException {
        Files.write(file(FORK + ".log"), new byte[0]);
        for (String name : run.files()) {
            if (name.equals(FORK + ".log")) continue;
            byte[] bytes = Files.readAllBytes(file(name));
            for (int length : new int[] {0, 1, bytes.length / 2, bytes.length - 2}) {
                Files.write(file(name), Arrays.copyOf(bytes, length));
                Cli cli = verify();
                assertThat(cli.status()).isEqualTo(1);
                assertThat(cli.out()).as("%s, %d bytes of it", name, length).contains(name);
                if (!name.equals("SHA256SUMS")) assertThat(cli.out()).contains(FORK + ".log: changed");
            }
            Files.write(file(name), bytes);
        }
    }

    @Test
    void missingFile_isFound() throws IOException {
        for (String name : run.files()) {
            byte[] bytes = Files.readAllBytes(file(name));
            Files.delete(file(name));
            Cli cli = verify();
            assertThat(cli.status()).as(name).isEqualTo(1);
            assertThat(cli.out()).contains(name + ": ");
            Files.write(file(name), bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notes.txt",
                "forks/wait/raw-selector@17/3.json",
                "forks/wait/raw-selector@17/1.part",
                "forks/cpu/other@17/1.log",
                "histograms/other.hgrm",
                "summary.md.unfinished"
            })
    void addedFile_isFound(String name) throws IOException {
        Files.createDirectories(file(name).getParent());
        Files.writeString(file(name), "{}");
        assertFound(name, "not a file of a");
    }

    @Test
    void sumsMadeAgainOverEditedRawFiles_doNotHideThatTheFilesDisagree() throws IOException {
        edit(FORK + ".json", "\"pages\" : 20050", "\"pages\" : 20051");
        Sums.write(run);
        assertFound(FORK + ".hlog", "40100 latencies, but " + FORK + ".json says that 40101 pages");
        assertFound("reports", "cannot be made again");
    }

    @Test
    void planThatWasEditedAfterwards_isFound() throws IOException {
        edit("run.json", "\"seed\" : 1", "\"seed\" : 2");
        Sums.write(run);
        assertFound("run.json", "planHash");
    }

    @Test
    void runThatIsNotOver_isFound() {
        run.write(run.record().ended(RunRecord.Status.INTERRUPTED, "a signal", "2026-11-22T15:30:00Z"));
        Sums.write(run);
        assertFound("run.json", "INTERRUPTED, not FINISHED: a signal");
    }

    @Test
    void skippedForkThatHasNumbers_isFound() {
        Json.write(file("forks/wait/blocking@17/1.json"), new ForkResult.Skipped("no wish to"));
        Sums.write(run);
        assertFound("forks/wait/blocking@17/1.json", "do not agree on whether it was skipped");
    }

    @Test
    void sumsInAnotherOrder_areFound() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file("SHA256SUMS")));
        Collections.swap(lines, 0, 1);
        Files.writeString(file("SHA256SUMS"), String.join("\n", lines) + "\n");
        assertFound("SHA256SUMS", "not in the order");
        assertThat(verify().out()).endsWith("not verified: 1 mismatch in " + run.path() + "\n");
    }

    @Test
    void reportsThatDiffer_areListedLineByLine_withTheVersionThatMadeTheRun() throws IOException {
        edit("summary.md", "machine: A Processor, 2 cores", "machine: A Processor, 64 cores");
        assertFound("summary.md", "A Processor, 64 cores");
        assertThat(verify().out())
                .contains("made again \"- machine: A Processor, 2 cores")
                .contains("The run was made by iomodels 0.1.0, commit abcdef0; this is " + Version.here());
    }

    @Test
    void noDirectory_isBadInput() {
        Cli cli = Cli.run("verify", directory.resolve("nowhere").toString());
        assertThat(cli.status()).isEqualTo(2);
        assertThat(cli.err()).contains("RUN \"" + directory.resolve("nowhere") + "\"", "try results/");
    }
}
