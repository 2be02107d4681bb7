package dev.iomodels.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.fetch.Page;
import dev.iomodels.stub.Delay;
import dev.iomodels.stub.Fault;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
    private static final URI STUB = URI.create("http://127.0.0.1:8080");
    private static final String ALL =
            "status:503@1%+reset@0.1%+reset:body@2%+stall:2s@1%+drip:20ms@50%+close@100%+chunked@25%";

    private static List<Page> pages(String faults, String delay, long seed) {
        PageTable table = PageTable.of(STUB, Delay.parse(delay), 1024, Faults.parse(faults), seed);
        return IntStream.range(0, PageTable.SIZE).mapToObj(table::page).toList();
    }

    private static long count(List<Page> pages, Predicate<Fault> what) {
        return pages.stream().map(Page::fault).filter(what).count();
    }

    private static List<Long> numbers(List<Page> pages, Predicate<Fault> what) {
        return pages.stream()
                .filter(page -> what.test(page.fault()))
                .map(Page::number)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"none", "reset@0.1%", "reset:body@0.05%", "status:503@1%+status:404@2%", "stall:1.5s@12.5%", ALL
            })
    void text_isReadBackAsItIs(String text) {
        assertThat(Faults.parse(text)).hasToString(text);
        assertThat(text).as("what JMH would split").doesNotContain(",");
    }

    @Test
    void text_thatSaysWhatGoesWithoutSaying_isTheSame() {
        assertThat(Faults.parse("reset:headers@1.0%")).isEqualTo(Faults.parse("reset@1%"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '\"\": no share'",
        "reset, '\"reset\": no share'",
        "reset@1, '\"reset@1\": no share'",
        "rest@1%, '\"rest@1%\": no such fault; status:503'",
        "reset:now@1%, 'reset:headers or reset:body'",
        "status@1%, no such fault",
        "status:200@1%, '400 to 599, such as status:503'",
        "stall@1%, no such fault",
        "stall:2@1%, 'no unit; try 2ms'",
        "stall:0@1%, no time at all",
        "stall:61s@1%, 0 to 60s",
        "drip:5s@1%, 0 to 4s",
        "close:1@1%, no such fault",
        "close@x%, no number of per cent",
        "close@0%, more than 0% and at most 100%",
        "close@101%, more than 0% and at most 100%",
        "close@-1%, more than 0% and at most 100%",
        "reset@0.001%, not one of 8192 pages",
        "stall:1s@1%+stall:2s@1%, its kind is there twice",
        "reset@1%+reset@1%, its kind is there twice",
        "reset@50%+status:503@45%, '95% of the pages would fail; 90% at the most'",
        "reset@1%+, no share",
        "none+reset@1%, no share"
    })
    void mistake_isSaidWithWhatIsAllowed(String text, String words) {
        assertThatThrownBy(() -> Faults.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words)
                .hasMessageFindingMatch("\"");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 4711, -3})
    void everyFault_hasExactlyItsShareOfThePages_whateverTheSeed(long seed) {
        List<Page> pages = pages(ALL, "uniform:50ms..150ms", seed);
        assertThat(count(pages, fault -> fault.status() == 503)).isEqualTo(82);
        assertThat(count(pages, fault -> fault.reset() == Fault.Reset.HEADERS)).isEqualTo(8);
        assertThat(count(pages, fault -> fault.reset() == Fault.Reset.BODY)).isEqualTo(164);
        assertThat(count(pages, fault -> fault.stallNanos() == 2_000_000_000)).isEqualTo(82);
        assertThat(count(pages, fault -> fault.dripNanos() == 20_000_000)).isEqualTo(4096);
        assertThat(count(pages, Fault::close)).isEqualTo(8192);
        assertThat(count(pages, Fault::chunked)).isEqualTo(2048);
        assertThat(count(pages, Fault::fails)).as("no page fails in two ways").isEqualTo(82 + 8 + 164);
    }

    @Test
    void faults_areSpreadEvenly_oneInEachStretch() {
        List<Long> reset = numbers(pages("reset@0.1%", "0", 5), Fault::fails);
        for (int i = 0; i < 8; i++) assertThat(reset.get(i)).isBetween(1024L * i, 1024L * i + 1023);
        List<Long> chunked = numbers(pages("chunked@50%", "0", 5), Fault::chunked);
        for (int i = 0; i < 4096; i++) assertThat(chunked.get(i)).isBetween(2L * i, 2L * i + 1);
        List<Page> both = pages("reset@0.1%+status:503@10%", "0", 5);
        List<Long> rare = numbers(both, fault -> fault.reset() != Fault.Reset.NONE);
        for (int i = 0; i < 8; i++) assertThat((double) rare.get(i)).isCloseTo(1024 * i + 512, within(600.0));
    }

    @Test
    void samePages_haveTheSameFaults_withTheSameSeed_andOthersWithAnother() {
        assertThat(pages(ALL, "uniform:50ms..150ms", 1)).isEqualTo(pages(ALL, "uniform:50ms..150ms", 1));
        assertThat(numbers(pages("reset@1%", "0", 1), Fault::fails))
                .isNotEqualTo(numbers(pages("reset@1%", "0", 2), Fault::fails));
    }

    @Test
    void faults_changeNoDelay_andNeitherTheDelayNorAnotherFaultMovesThem() {
        List<Page> without = pages("none", "uniform:50ms..150ms", 1);
        List<Page> with = pages(ALL, "uniform:50ms..150ms", 1);
        for (int n = 0; n < PageTable.SIZE; n++)
            assertThat(with.get(n).delayNanos() - with.get(n).fault().nanos())
                    .isEqualTo(without.get(n).delayNanos());
        List<Long> stalled = numbers(with, fault -> fault.stallNanos() > 0);
        assertThat(numbers(pages("stall:2s@1%", "0", 1), fault -> fault.stallNanos() > 0))
                .isEqualTo(stalled);
        // Drawn by themselves, 82 and 82 of 8192 pages have less than one in common.
        assertThat(count(pages("stall:2s@1%+chunked@1%", "0", 1), fault -> fault.chunked() && fault.stallNanos() > 0))
                .isLessThan(8);
        // Were long delays drawn more often, the mean of 82 of them would lie several of its standard deviations off.
        double mean = stalled.stream()
                .mapToLong(n -> without.get(n.intValue()).delayNanos())
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(100e6, within(4 * 28.9e6 / Math.sqrt(82)));
    }

    @Test
    void page_takesItsDelayItsStallAndItsDrip_andSaysSoInItsUri() {
        for (Page page : pages(ALL, "50ms", 3)) {
            Fault fault = page.fault();
            assertThat(page.target())
                    .isEqualTo("/page/" + page.number() + "?delay=50000us&size=1024&" + fault)
                    .contains("close=1");
            if (!fault.fails())
                assertThat(page.delayNanos()).isEqualTo(50_000_000 + fault.stallNanos() + 15 * fault.dripNanos());
        }
    }

    @Test
    void table_hasTheMeanAndTheLongestOfAll() {
        PageTable table = PageTable.of(STUB, Delay.parse("50ms"), 1024, Faults.parse("stall:2s@25%+drip:20ms@100%"), 1);
        assertThat(table.meanDelayNanos()).isEqualTo(50e6 + 0.25 * 2e9 + 300e6);
        assertThat(table.maxDelayNanos()).isEqualTo(50_000_000L + 2_000_000_000L + 300_000_000L);
        Faults faults = Faults.parse("stall:2s@25%+drip:20ms@100%");
        assertThat(faults.meanNanos()).isEqualTo(800e6);
        assertThat(faults.maxNanos()).isEqualTo(2_300_000_000L);
    }

    @Test
    void more_areAddedToThoseThatThereAre_unlessTheyAreTheSame() {
        Faults close = Faults.parse("close@100%");
        assertThat(close.and(Faults.parse("reset@1%"))).hasToString("close@100%+reset@1%");
        assertThatThrownBy(() -> close.and(close)).hasMessageContaining("its kind is there twice");
        assertThat(Stream.of("close@50%", "reset@1%", "stall:1s@1%")
                        .map(Faults::parse)
                        .map(Faults::closing))
                .isEqualTo(new ArrayList<>(List.of(0.5, 0.01, 0.0)));
    }
}
