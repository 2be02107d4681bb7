package dev.iomodels.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownJdksTest {
    private static final KnownJdks KNOWN = new KnownJdks(List.of(
            jdk(25, "25.0.1"),
            jdk(17, "17.0.15"),
            jdk(21, "21.0.9"),
            jdk(25, "25.0.10"),
            jdk(25, "25.0.3"),
            jdk(21, "21")));

    private static Jdk jdk(int feature, String version) {
        return new Jdk("/jvm/jdk-" + version, feature, version, "Maker");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17|17.0.15",
                "25|25.0.10",
                "25,17|25.0.10,17.0.15",
                "17, 21 ,17|17.0.15,21.0.9",
                "21+|21.0.9,25.0.10",
                "17-21|17.0.15,21.0.9",
                "18-99|21.0.9,25.0.10",
                "25-25|25.0.10",
                "all|17.0.15,21.0.9,25.0.10",
                "25,all|25.0.10,17.0.15,21.0.9"
            })
    void numbersAndRanges_areTheNewestBuildOfEach_asGivenAndUpwards(String list, String versions) {
        assertThat(KNOWN.named(list)).extracting(Jdk::version).containsExactly(versions.split(","));
    }

    @Test
    void home_isThatJdk_evenIfItIsNotTheNewest_andOnceWhateverLinkLeadsThere(@TempDir Path directory)
            throws IOException {
        Jdk running = Jdk.running();
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of(running.home()));
        KnownJdks known = new KnownJdks(List.of(running, jdk(running.feature(), running.feature() + ".99.9")));
        List<Jdk> named = known.named(link + "," + running.home() + "," + running.feature());
        assertThat(named).extracting(Jdk::version).containsExactly(running.version(), running.feature() + ".99.9");
        assertThat(known.one(link.toString()).place()).isEqualTo(running.place());
        Files.delete(link);
    }

    @Test
    void homeWithACommaOrABlankInItsName_isOneHome(@TempDir Path directory) throws IOException {
        Jdk running = Jdk.running();
        for (String name : List.of("one, two", "a home")) {
            Path link = Files.createSymbolicLink(directory.resolve(name), Path.of(running.home()));
            KnownJdks known = new KnownJdks(List.of(jdk(17, "17.0.9"), running, jdk(99, "99")));
            assertThat(known.named("99," + link)).extracting(Jdk::version).containsExactly("99", running.version());
            assertThat(known.named(link + ",99")).extracting(Jdk::version).containsExactly(running.version(), "99");
            Files.delete(link);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "19|\"19\": no such JDK is known here",
                "11|\"11\": no such JDK is known here",
                "26+|\"26+\": no such JDK is known here",
                "21-17|\"21-17\": a range goes upwards; try 17-21",
                "17,,21|\"\": no JDK's number or home",
                "latest|\"latest\": no JDK's number or home",
                "/no/such/jdk|\"/no/such/jdk\": no JDK; a JDK's home has bin/java in it"
            })
    void whatIsNoJdk_isAnsweredWithTheWord(String list, String answer) {
        assertThatThrownBy(() -> KNOWN.named(list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(answer);
    }

    @Test
    void whatIsNotKnown_isAnsweredWithAllThatAreFound() {
        assertThatThrownBy(() -> KNOWN.named("19"))
                .hasMessageContaining(
                        "found are 17 (/jvm/jdk-17.0.15), 21 (/jvm/jdk-21.0.9), 21 (/jvm/jdk-21), 25 (/jvm/")
                .hasMessageContaining("try 17,25");
    }

    @Test
    void one_isExactlyOne() {
        assertThat(KNOWN.one("21").version()).isEqualTo("21.0.9");
        assertThat(KNOWN.newest().version()).isEqualTo("25.0.10");
        assertThatThrownBy(() -> KNOWN.one("21+")).hasMessage("\"21+\": one JDK, not 2; try 25");
    }
}
