package dev.iomodels.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StubProcessTest {
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static StubProcess start(StubOptions options) throws IOException {
        return StubProcess.start(JAVA, List.of(), StubProcess.JVM_ARGS, options);
    }

    @Test
    void process_servesPages_andEndsByItselfOnClose() throws Exception {
        StubProcess stub = start(new StubOptions(0, Delay.parse("uniform:1ms..2ms"), 10));
        try (Client client = new Client(stub.uri())) {
            assertThat(client.get("/page/3").body()).isEqualTo(ContentTest.page(3, 10));
        }
        assertThat(stub.process().isAlive()).isTrue();
        stub.close();
        assertThat(stub.process().exitValue()).isZero();
        stub.close();
        assertThatThrownBy(() -> new Client(stub.uri())).isInstanceOf(IOException.class);
    }

    @Test
    void process_endsWhenItsStandardInputCloses_evenWithPagesHeldBack() throws Exception {
        try (StubProcess stub = start(StubOptions.DEFAULT);
                Client client = new Client(stub.uri())) {
            client.send("GET", "/page/1?delay=60s");
            stub.process().getOutputStream().close();
            assertThat(stub.process().waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(stub.process().exitValue()).isZero();
        }
    }

    @Test
    void commandPrefix_comesBeforeTheJvm() throws Exception {
        try (StubProcess stub =
                StubProcess.start(JAVA, List.of("env", "A=b"), List.of("-Dhello=1"), StubOptions.DEFAULT)) {
            assertThat(stub.process().info().commandLine().orElse("")).contains("-Dhello=1");
        }
    }

    @Test
    void processThatDoesNotStart_saysWhatItSaid() {
        assertThatThrownBy(() -> StubProcess.start(JAVA, List.of(), List.of("-XX:NoSuchFlag=1"), StubOptions.DEFAULT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("NoSuchFlag");
    }

    @Test
    void portInUse_isSaidWithTheRemedy() {
        try (Stub other = Stub.start(StubOptions.DEFAULT)) {
            int port = other.uri().getPort();
            assertThatThrownBy(() -> start(new StubOptions(port, Delay.parse("0"), 1)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll("--port " + port, "in use", "--port 0");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--delay, 20, '--delay \"20\": no unit; try 20ms, or lognormal:20ms..200ms'",
        "--port, 70000, '--port \"70000\": not a port; 0 (any free one) to 65535, such as 8080'",
        "--size, 17MiB, '--size \"17MiB\": too large; 0 to 16MiB, such as 1KiB'",
        "--dely, 20ms, '--dely'"
    })
    void badOption_isNamedWithItsValueAndAnExample_andEndsWith2(String option, String value, String words)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-XX:TieredStopAtLevel=1", "-cp"));
        command.addAll(List.of(System.getProperty("java.class.path"), StubMain.class.getName(), option, value));
        Process process = new ProcessBuilder(command).start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(err).contains(words).contains("--delay lognormal:20ms..200ms");
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
    }
}
