package dev.iomodels.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.fetch.Models;
import dev.iomodels.stub.Delay;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Round ROUND =
            Round.ofStub(URI.create("http://127.0.0.1:1"), 3, Delay.parse("uniform:100ms..900ms"), 1);
    private static final Turn.Taken BLOCKING =
            Fetched.madeUp(Models.named("blocking"), ROUND, 0, 200, 200, 600, 600, 700);
    private static final Turn.Taken SELECTOR = Fetched.madeUp(Models.named("selector"), ROUND, 0, 200, 0, 400, 0, 100);

    /** Seven columns for 700 ms: one for each tenth of a second. */
    private static final Timeline TIMELINE = new Timeline(21, 700_000_000);

    @Test
    void rows_showWhoStoodInLine_whereOneThreadFetches() {
        assertThat(TIMELINE.rows(BLOCKING))
                .containsExactly("    1 ██ 200 ms", "    2 ··████ 400 ms", "    3 ······█ 100 ms");
    }

    @Test
    void rows_showNobodyInLine_whereAllIsAskedForAtOnce() {
        assertThat(TIMELINE.rows(SELECTOR)).containsExactly("    1 ██ 200 ms", "    2 ████ 400 ms", "    3 █ 100 ms");
        assertThat(TIMELINE.rows(SELECTOR)).noneMatch(row -> row.contains("·"));
    }

    @Test
    void failedPage_isMarked_andSaysSo() {
        assertThat(TIMELINE.rows(Fetched.failed(BLOCKING, 1, "refused"))).contains("    2 ··×××× failed");
    }

    @Test
    void axis_isTheSameForAll_andMarksFollowTheColumns() {
        assertThat(new Timeline(84, 700_000_000).axis())
                .isEqualTo("      |0                  |200 ms             |400 ms             |600 ms");
    }

    @Test
    void manyPages_areShownByAFew_theFirstAndTheLastAmongThem_andThatIsSaid() {
        assertThat(Timeline.shown(30)).isEqualTo(IntStream.range(0, 30).boxed().toList());
        assertThat(Timeline.shown(100)).hasSize(12).contains(0, 99).isSorted().doesNotHaveDuplicates();
        assertThat(Timeline.shown(1)).isEqualTo(List.of(0));
        assertThat(Timeline.legend(100)).contains("12 of the pages");
        assertThat(Timeline.legend(10)).contains("a row for each page");
    }

    @Test
    void barOfNoTime_isStillThere() {
        Turn.Taken instant = Fetched.madeUp(Models.named("selector"), ROUND, 0, 0, 700, 700, 700, 700);
        assertThat(TIMELINE.rows(instant))
                .containsExactly("    1 █ 0.0 ms", "    2 ······█ 0.0 ms", "    3 ······█ 0.0 ms");
    }

    @Test
    void times_haveTheDigitsThatSaySomething() {
        assertThat(List.of(400_000L, 512_300_000L, 999_700_000L, 1_530_000_000L, 61_240_000_000L))
                .extracting(Times::text)
                .containsExactly("0.4 ms", "512 ms", "1.00 s", "1.53 s", "61.2 s");
        assertThat(Times.marks(700_000_000, 5)).containsExactly(0L, 200_000_000L, 400_000_000L, 600_000_000L);
    }

    @Test
    void inFlight_isCountedOverTime() {
        assertThat(BLOCKING.mostInFlight()).isEqualTo(1);
        assertThat(SELECTOR.mostInFlight()).isEqualTo(3);
        assertThat(Fetched.madeUp(Models.named("selector"), ROUND, 0, 200, 100, 300, 250, 400)
                        .mostInFlight())
                .isEqualTo(2);
    }

    @Test
    void table_comparesWithTheLongestDelay_andWithTheFirstModel() {
        var missed = new Turn.Missed(Models.named("netty"), "netty-1", "is tired", 0);
        Played played = new Played(ROUND, List.of(BLOCKING, SELECTOR, missed));
        List<String> table = RoundText.table(played);
        String longest = String.format(java.util.Locale.ROOT, "%.2f", 700e6 / ROUND.longestNanos());
        assertThat(table.get(1).split(" {2,}")).containsExactly("blocking", "700 ms", longest, "1.00", "1", "0");
        assertThat(table.get(2).split(" {2,}")).contains("400 ms", "1.75", "3");
        assertThat(table.get(3)).contains("netty-1", "skipped: is tired");
        assertThat(RoundText.below(played)).contains("the longest delay", "against blocking");
    }

    @Test
    void whoeverDidNotGetEveryPage_isNoFasterThanAnybody() {
        Played played = new Played(ROUND, List.of(Fetched.failed(SELECTOR, 1, "refused"), BLOCKING));
        List<String> table = RoundText.table(played);
        assertThat(table.get(1).split(" {2,}")).containsExactly("selector", "400 ms", "–", "–", "3", "1");
        assertThat(table.get(2)).contains("1.00");
        assertThat(RoundText.below(played)).contains("against blocking");
    }
}
