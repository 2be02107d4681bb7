package dev.iomodels.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsTest {
    @Test
    void all_areInTheOrderOfReports() {
        assertThat(Models.all())
                .extracting(IoModel::name)
                .containsExactly(
                        "noop",
                        "blocking",
                        "thread-pool",
                        "process-pool",
                        "url-connection",
                        "virtual-thread",
                        "virtual-thread-monitor",
                        "jdk-client-virtual",
                        "jdk-client",
                        "selector",
                        "netty",
                        "raw-selector");
        assertThat(Models.all())
                .allSatisfy(model -> assertThat(model.summary()).isNotBlank().doesNotContain("\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "blocking, '', 1",
        "thread-pool, '', 20",
        "thread-pool, 3, 3",
        "url-connection, 5, 5",
        "process-pool, 2, 2",
        "selector, 2, 2147483647"
    })
    void limit_isKnownFromTheArgument_whereItSaysHowManyWait(String name, String argument, int limit) {
        IoModel model = Models.named(name);
        assertThat(model.limit(model.resolve(argument, 20))).isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({
        "thread-pol, thread-pool",
        "threadpool, thread-pool",
        "virtual, virtual-thread",
        "nop, noop",
        "raw, raw-selector",
        "Blocking, blocking"
    })
    void typingError_isAnsweredWithTheNearestNameAndAllOthers(String name, String nearest) {
        assertThatThrownBy(() -> Models.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("model \"" + name + "\": no such model; did you mean " + nearest + "?")
                .hasMessageContaining("there are "
                        + String.join(
                                ", ", Models.all().stream().map(IoModel::name).toList()));
    }

    @Test
    void nameLikeNoOther_isAnsweredWithAllNames() {
        assertThatThrownBy(() -> Models.named("carrier-pigeon")).hasMessageContaining("no such model; there are noop");
    }

    @ParameterizedTest
    @CsvSource({
        "thread-pool, '', 64, 64",
        "thread-pool, 200, 64, 200",
        "process-pool, 3, 64, 3",
        "selector, '', 64, 1",
        "selector, 2, 64, 2",
        "blocking, '', 64, ''",
        "noop, '', 64, ''",
    })
    void argument_isResolvedInFull(String name, String argument, int inFlight, String resolved) {
        assertThat(Models.named(name).resolve(argument, inFlight)).isEqualTo(resolved);
    }

    @Test
    void processPool_hasTwoWorkersForEachCore_butFourAtLeast() {
        int cores = Runtime.getRuntime().availableProcessors();
        assertThat(Models.named("process-pool").resolve("", 64)).isEqualTo("" + Math.max(4, 2 * cores));
    }

    @ParameterizedTest
    @CsvSource({
        "thread-pool, 0, thread-pool:64",
        "thread-pool, abc, thread-pool:64",
        "thread-pool, -1, thread-pool:64",
        "thread-pool, +4, thread-pool:64",
        "thread-pool, 04, thread-pool:64",
        "thread-pool, 99999999999, thread-pool:64",
        "selector, 2x, selector:1",
        "process-pool, 1001, process-pool:",
    })
    void badCount_isAnsweredWithWhatIsAllowed(String name, String argument, String example) {
        assertThatThrownBy(() -> Models.named(name).resolve(argument, 64))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("model \"" + name + ":" + argument + "\"")
                .hasMessageContaining("a whole number from 1 to ")
                .hasMessageContaining("try " + example);
    }

    @Test
    void argumentWhereNoneIsTaken_isAnsweredWithTheBareName() {
        for (String name :
                new String[] {"noop", "blocking", "virtual-thread", "virtual-thread-monitor", "raw-selector"})
            assertThatThrownBy(() -> Models.named(name).resolve("1", 64))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("model \"" + name + ":1\": " + name + " takes no argument; try " + name);
    }

    @Test
    void virtualThreads_onAJdkWithoutThem_sayWhichJdkTheyNeed() {
        assumeTrue(Runtime.version().feature() < 21, "this JDK has virtual threads");
        FetcherConfig config = new FetcherConfig(URI.create("http://localhost:1"), "", 1, Duration.ofSeconds(1));
        assertThatThrownBy(() -> Models.named("virtual-thread").open(config))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("needs JDK 21 or newer; this is JDK "
                        + Runtime.version().feature());
    }
}
