package dev.iomodels.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunLockTest {
    @TempDir
    private Path directory;

    @Test
    void lock_taken_refusesASecondAndNamesTheHolder() {
        Path file = directory.resolve("lock");
        try (RunLock held = RunLock.take(file, "process 42")) {
            assertThatThrownBy(() -> RunLock.take(file, "process 43"))
                    .isInstanceOf(RunLock.Taken.class)
                    .hasMessageContaining("process 42")
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void lock_givenBack_namesNobodyAndCanBeTakenAgain() {
        Path file = directory.resolve("lock");
        RunLock.take(file, "process 42").close();
        assertThat(file).isEmptyFile();
        RunLock.take(file, "process 43").close();
    }

    @Test
    void lock_fileOfAHolderThatDied_isNoObstacle() throws Exception {
        Path file = directory.resolve("lock");
        Files.writeString(file, "process 42, which was killed and whose text is longer than that of the next one");
        RunLock held = RunLock.take(file, "process 43");
        assertThat(Files.size(file)).isEqualTo("process 43".length());
        held.close();
    }

    @Test
    void lock_closedTwice_isClosed() {
        Path file = directory.resolve("lock");
        RunLock lock = RunLock.take(file, "process 42");
        lock.close();
        lock.close();
    }
}
