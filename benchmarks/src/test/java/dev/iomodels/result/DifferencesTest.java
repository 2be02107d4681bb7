package dev.iomodels.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.Changed;
import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Planner;
import dev.iomodels.plan.Preset;
import dev.iomodels.plan.Scenarios;
import dev.iomodels.plan.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What must match between two runs, and what is only listed: the list of the method. */
class DifferencesTest {
    private static final String ID = "2026-11-22T150300Z-quick";
    private static final long GIB = 1L << 30;
    private static final StubPlace STUB = new StubPlace.OwnProcess(MadeUpRun.JDK_25, List.of("-Xmx512m"));
    private static final Plan PLAN = MadeUpRun.plan(Preset.QUICK, 3, "cpu,wait", List.of("selector"), MadeUpRun.JDK_25);
    private static final Environment HERE = new Environment(
            "A Processor",
            2,
            8 * GIB,
            "kvm",
            "performance",
            "An OS",
            "Linux 6.1.0-13 amd64",
            JvmFacts.here(),
            STUB,
            "0.1.0",
            "abcdef0",
            Map.of("jmh", "1.37", "httpclient", "5.6"));

    private static RunRecord record(Environment environment, Plan plan) {
        return RunRecord.begun(ID, "2026-11-22T15:03:00Z", List.of("run"), environment, List.of(), plan);
    }

    private static Plan scenarios(String text) {
        return MadeUpRun.plan(Preset.QUICK, 3, text, List.of("selector"), MadeUpRun.JDK_25);
    }

    /** Scenario {@code text} under the name {@code mine}, as a later version could change what a name stands for. */
    private static Plan named(String text) {
        Plan plan = scenarios(text);
        return Changed.of(
                plan,
                "cells",
                plan.cells().stream()
                        .map(cell -> Changed.of(cell, "scenario", Changed.of(cell.scenario(), "name", "mine")))
                        .toList());
    }

    static Stream<Arguments> environmentsThatMustMatch() {
        Jdk other = new Jdk("/jvm/jdk-24", 24, "24.0.1", "Maker");
        StubPlace elsewhere = new StubPlace.Elsewhere("http://10.0.0.1:8080", "a", MadeUpRun.JDK_25.toString());
        return Stream.of(
                Arguments.of("cpu", Changed.of(HERE, "cpu", "Another")),
                Arguments.of("cores", Changed.of(HERE, "cores", 4)),
                Arguments.of("memory", Changed.of(HERE, "memoryBytes", 7 * GIB)),
                Arguments.of("virtualisation", Changed.of(HERE, "virtualisation", "none")),
                Arguments.of("governor", Changed.of(HERE, "governor", "powersave")),
                Arguments.of(
                        "stub-jdk", Changed.of(HERE, "stub", new StubPlace.OwnProcess(other, List.of("-Xmx512m")))),
                Arguments.of("stub", Changed.of(HERE, "stub", elsewhere)),
                Arguments.of("kernel", Changed.of(HERE, "kernel", "Linux 6.2.0-13 amd64")),
                Arguments.of(
                        "library httpclient",
                        Changed.of(HERE, "libraries", Map.of("jmh", "1.37", "httpclient", "5.7"))),
                Arguments.of("tls", overTls(new Tls("TLSv1.3 TLS_AES_128_GCM_SHA256", ""))),
                Arguments.of("library jmh", Changed.of(HERE, "libraries", Map.of("jmh", "1.38", "httpclient", "5.6"))));
    }

    private static Environment overTls(Tls tls) {
        StubPlace stub = new StubPlace.OwnProcess(MadeUpRun.JDK_25, List.of("-Xmx512m"), tls);
        return Changed.of(HERE, "stub", stub);
    }

    @Test
    void certificates_areAnothersInEachRun_andSaySoOnlyWithinOne() {
        Environment one = overTls(new Tls("TLSv1.3 TLS_AES_128_GCM_SHA256", "ab12"));
        Environment other = overTls(new Tls("TLSv1.3 TLS_AES_128_GCM_SHA256", "cd34"));
        assertThat(Differences.between(record(one, PLAN), record(other, PLAN))).isEmpty();
        assertThat(Differences.between(one, other))
                .containsExactly(new Difference("certificate of the stub", "ab12", "cd34", false));
    }

    static Stream<Arguments> plansThatMustMatch() {
        Terms terms = PLAN.terms();
        Plan mine = named("closed:7,delay=20ms,size=3");
        return Stream.of(
                Arguments.of(
                        "seed",
                        PLAN,
                        new Plan(PLAN.preset(), 2, PLAN.blocks(), PLAN.delta(), PLAN.terms(), PLAN.cells())),
                Arguments.of(
                        "jvm-args", PLAN, PLAN.on(new Terms(List.of("-Xmx1g"), "", terms.stubJdk(), "", "", false))),
                Arguments.of(
                        "pinning of clients",
                        PLAN,
                        PLAN.on(new Terms(terms.jvmArgs(), "", terms.stubJdk(), "", "1", false))),
                Arguments.of(
                        "pinning of the stub",
                        PLAN,
                        PLAN.on(new Terms(terms.jvmArgs(), "", terms.stubJdk(), "0", "", false))),
                Arguments.of("loop of mine", mine, named("closed:8,delay=20ms,size=3")),
                Arguments.of("delays of mine", mine, named("closed:7,delay=uniform:10ms..30ms,size=3")),
                Arguments.of("page size of mine", mine, named("closed:7,delay=20ms,size=4")));
    }

    @Test
    void sameRun_differsInNothing() {
        assertThat(Differences.between(record(HERE, PLAN), record(HERE, PLAN))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("environmentsThatMustMatch")
    void environment_thatMustMatch_refuses(String field, Environment other) {
        assertThat(Differences.between(HERE, other))
                .filteredOn(Difference::refuses)
                .extracting(Difference::field)
                .containsExactly(field);
        assertThat(Differences.between(record(HERE, PLAN), record(other, PLAN)))
                .isEqualTo(Differences.between(HERE, other));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plansThatMustMatch")
    void plan_thatMustMatch_refuses(String field, Plan left, Plan right) {
        assertThat(Differences.between(record(HERE, left), record(HERE, right)))
                .filteredOn(Difference::refuses)
                .extracting(Difference::field)
                .containsExactly(field);
    }

    @Test
    void variable_isListedButDoesNotRefuse() {
        Plan other = PLAN.on(new Terms(List.of("-XX:+UseZGC"), "", MadeUpRun.JDK_25, "", "", false));
        assertThat(Differences.between(record(HERE, PLAN), record(HERE, other), Set.of(Differences.JVM_ARGS)))
                .containsExactly(
                        new Difference("jvm-args", String.join(" ", PLAN.terms().jvmArgs()), "-XX:+UseZGC", false));
    }

    @Test
    void jvmsOfForks_areListedFactByFact_butForWhatIsOneProcesss(@TempDir Path directory) throws IOException {
        JvmFacts left = JvmFacts.here();
        Path file = Files.writeString(
                directory.resolve("jvm.json"),
                Json.text(left)
                        .replace("\"pid\" : " + left.pid(), "\"pid\" : 1")
                        .replace("\"processors\" : " + left.processors(), "\"processors\" : 99"));
        assertThat(Differences.between("selector@25", left, left)).isEmpty();
        assertThat(Differences.between("selector@25", left, Json.read(file, JvmFacts.class)))
                .containsExactly(
                        new Difference("selector@25: processors", Integer.toString(left.processors()), "99", false));
    }

    @Test
    void memory_withinOnePercent_isTheSame() {
        Environment other = Changed.of(HERE, "memoryBytes", 8 * GIB * 995 / 1000);
        assertThat(Differences.between(HERE, other)).isEmpty();
    }

    @Test
    void kernelsOwnUpdates_systemToolAndCommit_areOnlyListed() {
        assertThat(Differences.between(HERE, Changed.of(HERE, "kernel", "Linux 6.1.0-14 amd64")))
                .containsExactly(new Difference("kernel", "Linux 6.1.0-13 amd64", "Linux 6.1.0-14 amd64", false));
        Environment later = Changed.of(Changed.of(HERE, "os", "Another OS"), "tool", "0.2.0");
        assertThat(Differences.between(HERE, Changed.of(later, "commit", "fedcba9")))
                .extracting(Difference::toString)
                .containsExactly("os: An OS and Another OS", "tool: 0.1.0 and 0.2.0", "commit: abcdef0 and fedcba9");
    }

    @Test
    void libraryThatOneToolDidNotHave_isOnlyListed() {
        Map<String, String> more = Map.of("jmh", "1.37", "httpclient", "5.6", "netty", "4.2");
        assertThat(Differences.between(HERE, Changed.of(HERE, "libraries", more)))
                .containsExactly(new Difference("library netty", "none", "4.2", false));
    }

    @Test
    void stubElsewhere_onAnotherPort_isOnlyListed() {
        StubPlace one = new StubPlace.Elsewhere("http://10.0.0.1:8080", "a", "25.0.1 (Maker)");
        StubPlace other = new StubPlace.Elsewhere("http://10.0.0.1:8081", "b", "25.0.1 (Maker)");
        assertThat(Differences.between(Changed.of(HERE, "stub", one), Changed.of(HERE, "stub", other)))
                .singleElement()
                .satisfies(difference -> assertThat(difference.refuses()).isFalse());
    }

    @Test
    void jdksOfTheContenders_areListedOnce() {
        Jdk update = new Jdk("/jvm/jdk-25", 25, "25.0.2", "Maker");
        List<Difference> differences = Differences.between(
                record(HERE, PLAN),
                record(
                        HERE,
                        Planner.plan(
                                Preset.STANDARD,
                                1,
                                4,
                                Scenarios.parse("cpu,wait"),
                                List.of("selector"),
                                List.of(update),
                                Terms.with(MadeUpRun.JDK_25))));
        assertThat(differences).noneMatch(Difference::refuses);
        assertThat(new ArrayList<>(differences))
                .extracting(Difference::field)
                .containsExactly("preset", "blocks", "JDK of @25");
    }

    @Test
    void environment_withWhatAnEarlierBuildDidNotWrite_readsAsUnknown() {
        Environment bare =
                new Environment("A Processor", 2, 8 * GIB, null, null, "An OS", "Linux", null, STUB, "0.1.0", "", null);
        assertThat(bare.virtualisation()).isEqualTo("unknown");
        assertThat(bare.governor()).isEqualTo("unknown");
        assertThat(bare.kernelMajorMinor()).isEqualTo("Linux");
    }
}
