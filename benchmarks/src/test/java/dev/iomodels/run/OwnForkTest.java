package dev.iomodels.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.OwnJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model that the README shows whole, from its source to its numbers, in a real fork. */
@Tag("thorough")
class OwnForkTest {
    @Test
    void modelOfTheReadme_isMeasuredInARealFork_andGoesOnWithTheSameJarOnly(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path jar = OwnJar.of(directory, OwnJar.sourceOfTheReadme(), true);
        try (Tool tool = Tool.run(
                directory,
                "--classpath=" + jar,
                "--models=thread-per-page",
                "--preset=smoke",
                "--scenario=closed:4,delay=5ms",
                "--jvm-args=-Xmx256m")) {
            assertThat(tool.exitStatus()).as(tool.output()).isZero();
            assertThat(tool.output()).contains("thread-per-page@");
            Path fork = tool.files("1\\.json").get(0);
            assertThat(Files.readString(fork)).contains("\"measured\"", "a thread and a connection for every page");
            // As if that fork had been lost.
            Files.delete(fork);
            Files.writeString(directory.resolve("classes/else.txt"), "else");
            OwnJar.of(directory, OwnJar.sourceOfTheReadme(), true);
            try (Tool again = Tool.run(directory, "--resume=" + tool.runDirectory())) {
                assertThat(again.exitStatus()).as(again.output()).isEqualTo(2);
                assertThat(again.output()).contains("own IO models: was ", "my-model.jar (", "rerun");
            }
        }
    }
}
