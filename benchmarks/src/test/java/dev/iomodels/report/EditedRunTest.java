package dev.iomodels.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a raw file: it makes reports, or it is named. */
class EditedRunTest {
    private static final String FORK = "forks/wait/blocking@17/1";

    @TempDir
    private Path directory;

    private RunDirectory run;

    @BeforeEach
    void writeRun() {
        Plan plan = MadeUpRun.plan(Preset.QUICK, 1, "wait", List.of("blocking"), MadeUpRun.JDK_17);
        run = MadeUpRun.create(directory, plan);
        Cell cell = plan.cells().get(0);
        MadeUpRun.store(run, cell, 1, MadeUpRun.measured(2_000));
    }

    private void reported(String name, String edit) {
        try {
            RunContents contents = RunContents.of(RunDirectory.open(run.path()));
            TextReport.of(contents);
            // A histogram's bytes do not depend on what is edited as JSON, and each write waits for the disk.
            Report.all().stream()
                    .filter(report -> !(report instanceof HgrmReport) || name.endsWith(".hlog"))
                    .forEach(report -> report.write(contents, directory.resolve("reports")));
        } catch (Unreadable e) {
            assertThat(e).as(edit).hasMessageContaining(run.path().resolve(name).toString());
        } catch (RuntimeException e) {
            throw new AssertionError(name + ": " + edit, e);
        }
    }

    @ParameterizedTest
    @Tag("thorough")
    @ValueSource(strings = {"run.json", FORK + ".json"})
    void lineThatIsLostOrEdited_isNamed_ifItMatters(String name) throws IOException {
        Path file = run.path().resolve(name);
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++)
            for (String value :
                    new String[] {"", "null", "0", "-1", "1e300", "\"NaN\"", "\"word\"", "[ ]", "{ }", "[ null ]"}) {
                String line = lines.get(i);
                int colon = line.indexOf(" : ");
                if (colon < 0 && !value.isEmpty()) continue;
                // An object or a list that begins here goes on in the lines below: it is lost with its name alone.
                if (line.endsWith("{") || line.endsWith("[")) continue;
                String edited =
                        value.isEmpty() ? "" : line.substring(0, colon + 3) + value + (line.endsWith(",") ? "," : "");
                List<String> with = new ArrayList<>(lines);
                with.set(i, edited);
                Files.write(file, with);
                reported(name, line + " → " + edited);
            }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.json", FORK + ".json", FORK + ".hlog"})
    void bytesThatAreFlippedAnywhere_areNamed_ifTheyMatter(String name) throws IOException {
        Path file = run.path().resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(1);
        for (int i = 0; i < 40; i++) {
            byte[] flipped = bytes.clone();
            int at = random.nextInt(bytes.length);
            flipped[at] = (byte) (flipped[at] ^ (1 << random.nextInt(8)));
            Files.write(file, flipped);
            reported(name, "byte " + at + " is " + flipped[at]);
        }
    }

    @Test
    void histogramLogThatIsCutShort_isNamed_whereverItIsCut() throws IOException {
        Path file = run.path().resolve(FORK + ".hlog");
        byte[] bytes = Files.readAllBytes(file);
        int added = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Tag=added");
        assertThat(added).isPositive();
        for (int length :
                new int[] {0, 10, 200, added - 20, added - 1, added, added + 5, added + 60, bytes.length - 9}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThat(catchThrowable(() -> RunContents.of(RunDirectory.open(run.path()))))
                    .as("%d of %d bytes", length, bytes.length)
                    .isInstanceOf(Unreadable.class)
                    .hasMessageStartingWith(file + ": ");
        }
    }
}
