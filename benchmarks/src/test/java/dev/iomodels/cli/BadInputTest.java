package dev.iomodels.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A typo is found before anything is measured: status 2, and a message with option, value, choices and an example. */
@Timeout(60)
class BadInputTest {
    @TempDir
    private Path directory;

    private Path results;
    private Path toolchains;
    private String silent;

    @BeforeEach
    void prepare() throws IOException {
        results = directory.resolve("results");
        toolchains = Files.writeString(directory.resolve("toolchains.xml"), "<toolchains/>");
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            silent = "http://127.0.0.1:" + socket.getLocalPort();
        }
    }

    /** What is asked for besides could not be carried out: no stub answers there. */
    private Cli run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("run"));
        for (String fallback : List.of("--results=" + results, "--toolchains=" + toolchains, "--stub=" + silent))
            if (List.of(arguments).stream()
                    .noneMatch(one -> one.startsWith(fallback.substring(0, fallback.indexOf('=') + 1))))
                all.add(fallback);
        all.addAll(List.of(arguments));
        return Cli.run(all.toArray(String[]::new));
    }

    private void isRefused(Cli cli, String... parts) {
        assertThat(cli.status()).as(cli.err()).isEqualTo(2);
        assertThat(cli.err()).contains(parts).doesNotContain("\tat ", "Exception");
        assertThat(cli.out()).isEmpty();
        assertThat(results).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--preset|quik|smoke, quick, standard, publish|try quick",
                "--scenario|wiat|cpu, wait, crowd, scale|did you mean wait?",
                "--scenario|closd:200|closed:USERS|closed:200",
                "--scenario|closed:0|1 to 100000 users|closed:200",
                "--scenario|closed:200,delay=20|no unit|20ms",
                "--scenario|closed:200,delay=normal:20ms|uniform:10ms..90ms|lognormal:20ms..200ms",
                "--scenario|closed:200,size=16KB|KiB|16KiB",
                "--scenario|closed:200,speed=fast|delay=…, size=… and faults=…|closed:200,delay=lognormal:20ms..200ms",
                "--scenario|open:-5/s|0.001 to 1000000 pages per second|open:2000/s,poisson,in-flight=4096",
                "--scenario|open:1e9/s|0.001 to 1000000 pages per second|open:2000/s",
                "--scenario|open:0/s|0.001 to 1000000 pages per second|open:2000/s",
                "--scenario|open:2000001/s|0.001 to 1000000 pages per second|open:2000/s",
                "--scenario|open:100/s,in-flight=0|1 to 100000 pages|in-flight=4096",
                "--scenario|lst|cpu, wait, crowd, scale, drip, churn, tail, list|did you mean list?",
                "--scenario|list:0|1 to 100000 pages|try list:100",
                "--scenario|list:x|list:PAGES with 1 to 100000 pages|list:100",
                "--scenario|list:5/s|list:PAGES with 1 to 100000 pages|list:100",
                "--scenario|list:20,faults=reset@1%|a list of 20 pages may have none|such as reset@5%",
                "--faults|reset|no share of the pages in per cent|try reset@0.1%",
                "--faults|rest@1%|stall:2s, drip:20ms, close or chunked|reset@0.1%+stall:2s@1%",
                "--faults|stall:2@1%|no unit|try 2ms",
                "--faults|close@101%|at most 100%|close@5%",
                "--faults|status:200@1%|400 to 599|status:503",
                "--models|selectr|noop, blocking, thread-pool|did you mean selector?",
                "--models|selector,|noop, blocking, thread-pool|no such model",
                "--models|thread-pool:0|a whole number from 1|try thread-pool",
                "--models|thread-pool:|nothing after the colon|try thread-pool",
                "--models|blocking:2|takes no argument|try blocking",
                "--stub|127.0.0.1:8080|http://HOST:PORT|http://127.0.0.1:8080",
                "--stub|ftp://127.0.0.1:8080|http://HOST:PORT|http://127.0.0.1:8080",
                "--stub|https://127.0.0.1:8443|over HTTPS only with --tls|--tls --stub https://127.0.0.1:8443",
                "--tls|yes|true or false|try --tls",
                "--pinned|perhaps|true or false|try --pinned",
                "--stub|http://127.0.0.1:8080/page|http://HOST:PORT|http://127.0.0.1:8080",
                "--stub|http://[::1|http://HOST:PORT|http://127.0.0.1:8080",
                "--jdks|/no/such/jdk|bin/java in it|/usr/lib/jvm/jdk-21",
                "--jdks|99|found are |try 17,25",
                "--jdks|26-99|found are |try 17,25",
                "--jdks|21-17|a range goes upwards|try 17-21",
                "--jdks|temurin|no JDK's number or home; found are |try 17,25",
                "--jdks|all,99+|found are |try 17,25",
                "--stub-jdk|/no/such/jdk|bin/java in it|/usr/lib/jvm/jdk-21",
                "--stub-jdk|99|found are |try 17,25",
                "--jvm-args|Xmx1g|begins with -|-Xmx1g",
                "--jvm-args|-jar|the forks need their own|-Xmx1g",
                "--client-cpus|first|no list of processors|try 0",
                "--client-cpus|1-0|no list of processors|0-1",
                "--client-cpus|4095|only 0|try 0",
                "--stub-cpus|0|runs already|leave out --stub",
                "--budget|30|no unit|30ms",
                "--budget|1s|one block, a fork of each of |try --budget ",
                "--seed|abc|a whole number from 0|try 5",
                "--blocks|0|a whole number from 1 to 100|try 5",
                "--toolchains|/no/such/toolchains.xml|no list of JDKs|generate-jdk-toolchains-xml"
            })
    void mistake_isAnsweredWithOptionValueChoicesAndExample(
            String option, String value, String choices, String example) {
        String quoted = value.substring(value.indexOf('=') + 1);
        String named = quoted.endsWith(",") ? "\"\"" : quoted.substring(quoted.indexOf(',') + 1);
        isRefused(run(option + "=" + value), option, choices, example, named);
    }

    @Test
    void fileThatIsNoListOfJdks_isNamed() throws IOException {
        Files.writeString(toolchains, "<toolchains>");
        isRefused(run(), "--toolchains", toolchains.toString(), "no list of JDKs");
    }

    @Test
    void stubThatDoesNotAnswer_isNamed_withTheCommandThatStartsOne() {
        isRefused(run(), "--stub", silent, "no stub answers there", "java -jar server-stub/target/server-stub.jar");
    }

    @Test
    void stubWithoutTls_whereTlsIsAskedFor_isNamed_andSoIsOneThatShowsNoCertificate() {
        isRefused(run("--tls"), "--stub", silent, "a stub that speaks HTTPS, such as https://127.0.0.1:8443");
        String address = silent.replace("http", "https");
        isRefused(run("--tls", "--stub=" + address), "--stub", address, "no stub answers there", "--port 8443 --tls");
    }

    @Test
    void placeForResultsThatIsAFile_isNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "text");
        for (Path place : List.of(file, file.resolve("below")))
            isRefused(
                    run("--results=" + place, "--dry-run", "--stub="), "--results", place.toString(), "try --results");
        assertThat(file).hasContent("text");
    }

    @ParameterizedTest
    @CsvSource({"--modles=selector, --models", "--dryrun, --dry-run", "--presets=quick, --preset"})
    void unknownOption_isAnsweredWithTheNearest(String option, String nearest) {
        isRefused(run(option), "Unknown option: '" + option + "'", "Possible solutions: " + nearest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seed=abc", "--seed=1.5"})
    void optionThatTakesANumber_namesWhatIsNone(String option) {
        isRefused(run(option), "--seed", option.substring(option.indexOf('=') + 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-p|model=selectr|did you mean selector?",
                "-p|model=selector,blocking:2|takes no argument",
                "-p|modle=selector|there are model, load, delay, size, faults, stub, hot, seed; try -p model=selector",
                "-p|load=open:0/s|try open:2000/s",
                "-p|load=list:x|list:PAGES with 1 to 100000 pages",
                "-p|load=list:5,closed:3|one kind at a time, such as -p load=list:100",
                "-p|delay=20|no unit",
                "-p|faults=reset|try reset@0.1%",
                "-p|stub=own:https|own, own:tls or http://HOST:PORT",
                "-p|seed=one|a whole number",
            })
    void parameterOfJmh_thatCannotBeMeant_isNamedBeforeAnyForkBegins(String option, String value, String message) {
        String[] words = {"jmh", "-f", "1", option, value};
        isRefused(Cli.run(words), option, value.substring(0, value.indexOf('=')), message);
    }

    @Test
    void whatIsMissing_isAnsweredWithAnExample() {
        isRefused(Cli.run("capacity"), "--slo", "such as p99=300ms");
        isRefused(Cli.run("report"), "RUN", "such as results/");
        isRefused(run("--seed"), "--seed", "fixes the order");
    }

    @Test
    void unknownCommand_orNone_isAnsweredWithTheCommands() {
        for (Cli cli : List.of(Cli.run("rnu"), Cli.run())) {
            assertThat(cli.status()).isEqualTo(2);
            assertThat(cli.err()).contains("run", "report", "list", "jmh");
        }
    }
}
