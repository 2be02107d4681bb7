package dev.iomodels.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iomodels.fetch.Fetcher;
import dev.iomodels.stub.Delay;
import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import dev.iomodels.stub.StubStats;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a round is fetched, against a real stub. */
@Timeout(60)
class AskerTest {
    private static final int PAGES = 20;

    private static Stub stub;
    private static Round round;

    @BeforeAll
    static void start() {
        stub = Stub.start(StubOptions.DEFAULT);
        round = Round.ofStub(stub.uri(), PAGES, Delay.parse("uniform:100ms..150ms"), 1);
    }

    @AfterAll
    static void stop() {
        stub.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blocking",
                "thread-pool",
                "thread-pool:3",
                "process-pool:2",
                "url-connection",
                "virtual-thread",
                "virtual-thread-monitor",
                "jdk-client",
                "selector",
                "netty",
                "raw-selector"
            })
    void everyModel_fetchesEachPageOnce_andSaysSo(String name) throws InterruptedException {
        Entry entry = Fetched.entry(name);
        assumeTrue(entry.lacks(round).isEmpty());
        StubStats before = stub.stats();
        List<String> lines = Fetched.lines();
        Turn.Taken turn = Fetched.by(entry, round, lines);
        assertThat(stub.stats().since(before).requests()).isEqualTo(PAGES);
        assertThat(turn.fetches()).extracting(Fetch::page).isEqualTo(round.pages());
        assertThat(turn.fetches())
                .allMatch(fetch -> !fetch.failed() && fetch.status() == 200 && fetch.nanos() >= 100_000_000);
        assertThat(turn.fetches()).extracting(Fetch::askedNanos).contains(0L).allMatch(asked -> asked >= 0);
        for (var page : round.pages())
            for (String word : List.of("Downloading: ", "Done: "))
                assertThat(lines)
                        .filteredOn(line -> (line + " ").startsWith(word + stub.uri() + "/page/" + page.number() + " "))
                        .hasSize(1);
    }

    @Test
    void blocking_neverHasTwoInFlight_andAsksForThePageOnlyWhenTheLastOneCameBack() throws InterruptedException {
        List<String> lines = Fetched.lines();
        Turn.Taken turn = Fetched.by(Fetched.entry("blocking"), round, lines);
        assertThat(turn.mostInFlight()).isEqualTo(1);
        for (int i = 1; i < PAGES; i++)
            assertThat(turn.fetches().get(i).askedNanos())
                    .isGreaterThanOrEqualTo(turn.fetches().get(i - 1).endNanos());
        for (int i = 0; i < lines.size(); i++)
            assertThat(lines.get(i)).startsWith(i % 2 == 0 ? "Downloading: " : "Done: ");
    }

    @Test
    void pool_hasAsManyInFlightAsThreads_andTheRestIsNotAskedForYet() throws InterruptedException {
        List<String> lines = Fetched.lines();
        Turn.Taken turn = Fetched.by(Fetched.entry("thread-pool:3"), round, lines);
        assertThat(turn.mostInFlight()).isEqualTo(3);
        int open = 0;
        for (String line : lines) {
            open += line.startsWith("Downloading: ") ? 1 : -1;
            assertThat(open).isBetween(0, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"selector", "raw-selector", "netty"})
    void eventLoop_letsNoPageStandInLine(String name) throws InterruptedException {
        Turn.Taken turn = Fetched.by(Fetched.entry(name), round, Fetched.lines());
        assertThat(turn.mostInFlight()).isEqualTo(PAGES);
        long firstEnd = turn.fetches().stream().mapToLong(Fetch::endNanos).min().orElseThrow();
        assertThat(turn.fetches()).allMatch(fetch -> fetch.askedNanos() < firstEnd);
    }

    @Test
    void whatNeverComes_isGivenUp_andThoseBehindItWereNeverAskedFor() throws InterruptedException {
        Round slow = Round.ofStub(stub.uri(), 3, Delay.parse("40s"), 1);
        Entry entry = Fetched.entry("blocking");
        List<String> lines = Fetched.lines();
        List<Fetch> fetches;
        try (Fetcher fetcher = entry.open(entry.stub(slow.base(), 3, Fetched.PATIENT, Optional.empty()));
                Announcer announcer = new Announcer(lines::add)) {
            fetches = new Asker(slow, fetcher, announcer, System::nanoTime).ask(TimeUnit.MILLISECONDS.toNanos(300));
        }
        assertThat(fetches.get(0).problem()).startsWith("timeout");
        assertThat(fetches.subList(1, 3)).allMatch(fetch -> fetch.problem().startsWith("never asked for"));
        assertThat(lines).filteredOn(line -> line.startsWith("Downloading: ")).hasSize(1);
        assertThat(lines).filteredOn(line -> line.startsWith("Failed: ")).hasSize(3);
    }

    @Test
    void pageOfAnother_andOneOfAnotherLength_areNotRight() {
        var page = round.pages().get(0);
        assertThat(round.wrong(page, 200, page.size(), page.head())).isEmpty();
        assertThat(round.wrong(page, 204, page.size(), page.head())).isEqualTo("status 204");
        assertThat(round.wrong(page, 200, 3, page.head())).isEqualTo("3 bytes, not 1024");
        assertThat(round.wrong(page, 200, page.size(), page.head() + 1)).isEqualTo("content of another page");
    }
}
