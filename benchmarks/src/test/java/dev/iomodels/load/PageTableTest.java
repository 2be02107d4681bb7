package dev.iomodels.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.iomodels.fetch.Page;
import dev.iomodels.stub.Delay;
import dev.iomodels.stub.Units;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTableTest {
    private static final URI STUB = URI.create("http://127.0.0.1:8080");
    private static final int STRETCH = 64;

    private static PageTable table(String delay, long seed) {
        return PageTable.of(STUB, Delay.parse(delay), 1024, seed);
    }

    private static long[] delays(PageTable table) {
        return IntStream.range(0, PageTable.SIZE)
                .mapToLong(n -> table.page(n).delayNanos())
                .toArray();
    }

    private static long quantileMicros(String delay, double p) {
        return Delay.parse(delay).quantileNanos(p) / 1_000 * 1_000;
    }

    private static long[] sorted(long[] values) {
        return Arrays.stream(values).sorted().toArray();
    }

    @Test
    void pages_areNumberedAndCarryTheirDelayAndSize() {
        PageTable table = table("uniform:50ms..150ms", 1);
        for (int n = 0; n < PageTable.SIZE; n++) {
            Page page = table.page(n);
            assertThat(page.number()).isEqualTo(n);
            assertThat(page.size()).isEqualTo(1024);
            assertThat(page.uri())
                    .hasToString(STUB + "/page/" + n + "?delay=" + page.delayNanos() / 1_000 + "us&size=1024");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "50ms", "uniform:50ms..150ms", "lognormal:20ms..200ms", "bimodal:20ms/1s@1%"})
    void delays_areTheQuantilesOfTheDistribution_inWholeMicroseconds(String delay) {
        long[] quantiles = IntStream.range(0, 8192)
                .mapToLong(i -> quantileMicros(delay, (i + 0.5) / 8192))
                .toArray();
        assertThat(sorted(delays(table(delay, 1)))).isEqualTo(sorted(quantiles));
    }

    /** Medians and p99s from the distributions' definitions, not from the code that made the table. */
    @ParameterizedTest
    @CsvSource({
        "fixed:50ms, 50e6, 50e6",
        "uniform:50ms..150ms, 100e6, 149e6",
        "uniform:0..1ms, 0.5e6, 0.99e6",
        "lognormal:20ms..200ms, 20e6, 200e6",
        "lognormal:1s..30s, 1e9, 30e9",
        "lognormal:200us..2ms, 0.2e6, 2e6",
        "bimodal:20ms/1s@2%, 20e6, 1e9",
        "bimodal:20ms/1s@0.5%, 20e6, 20e6"
    })
    void medianAndP99_agreeWithTheory_within1Percent_whateverTheSeed(String delay, double median, double p99) {
        for (long seed = 0; seed < 20; seed++) {
            long[] sorted = sorted(delays(table(delay, seed * 7_919)));
            assertThat((sorted[4095] + sorted[4096]) / 2.0).isCloseTo(median, withinPercentage(1));
            assertThat((double) sorted[(int) Math.ceil(0.99 * 8192) - 1]).isCloseTo(p99, withinPercentage(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"uniform:50ms..150ms", "lognormal:20ms..200ms", "lognormal:17us..190us"})
    void delay_losesLessThanAMicrosecond_onItsWayThroughTheUri(String delay) {
        PageTable table = table(delay, 3);
        long[] exact = IntStream.range(0, 8192)
                .mapToLong(i -> Delay.parse(delay).quantileNanos((i + 0.5) / 8192))
                .toArray();
        long[] asked = IntStream.range(0, 8192)
                .mapToLong(n -> Units.parseDurationNanos(table.page(n).target().replaceAll(".*delay=([^&]*)&.*", "$1")))
                .toArray();
        long[] known = delays(table);
        assertThat(asked)
                .as("what the stub is asked for is what the harness takes off")
                .isEqualTo(known);
        Arrays.sort(exact);
        Arrays.sort(asked);
        for (int i = 0; i < exact.length; i++) assertThat(exact[i] - asked[i]).isBetween(0L, 999L);
    }

    @Test
    void pagesOfOneSeed_haveTheSameUris_forEveryRun_andOfAnotherSeedOthers() {
        List<URI> first = uris(table("lognormal:20ms..200ms", 5));
        assertThat(uris(table("lognormal:20ms..200ms", 5))).isEqualTo(first);
        assertThat(uris(table("lognormal:20ms..200ms", 6))).isNotEqualTo(first);
    }

    private static List<URI> uris(PageTable table) {
        return IntStream.range(0, PageTable.SIZE)
                .mapToObj(n -> table.next().uri())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"uniform:50ms..150ms", "lognormal:20ms..200ms"})
    void everyStretchOf64_hasOneDelayOfEachOf64Bands(String delay) {
        long[] delays = delays(table(delay, 7));
        for (int from = 0; from < delays.length; from += STRETCH) {
            long[] stretch = sorted(Arrays.copyOfRange(delays, from, from + STRETCH));
            for (int band = 0; band < STRETCH; band++)
                assertThat(stretch[band])
                        .isBetween(
                                quantileMicros(delay, (band * 128 + 0.5) / 8192),
                                quantileMicros(delay, (band * 128 + 127.5) / 8192));
        }
    }

    @Test
    void sameSeed_makesTheSameTable_anotherSeedTheSameDelaysInAnotherOrder() {
        long[] first = delays(table("uniform:50ms..150ms", 1));
        assertThat(delays(table("uniform:50ms..150ms", 1))).isEqualTo(first);
        long[] other = delays(table("uniform:50ms..150ms", 2));
        assertThat(other).isNotEqualTo(first);
        assertThat(sorted(other)).isEqualTo(sorted(first));
    }

    @Test
    void shuffle_leavesNoOrderInAStretch() {
        long[] delays = delays(table("uniform:50ms..150ms", 1));
        long ascents = IntStream.range(1, delays.length)
                .filter(i -> delays[i] > delays[i - 1])
                .count();
        // Of random neighbours half ascend: 4096, with a standard deviation below 30.
        assertThat(ascents).isBetween(3_900L, 4_300L);
    }

    @Test
    void next_givesEveryPageEquallyOften_toManyThreads() throws InterruptedException {
        PageTable table = table("0", 1);
        AtomicIntegerArray given = new AtomicIntegerArray(PageTable.SIZE);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++)
            threads.add(new Thread(() -> {
                for (int n = 0; n < 2 * PageTable.SIZE; n++)
                    given.incrementAndGet((int) table.next().number());
            }));
        for (Thread thread : threads) thread.start();
        for (Thread thread : threads) thread.join();
        assertThat(IntStream.range(0, PageTable.SIZE).map(given::get)).containsOnly(16);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "50ms, 50e6, 0",
        "uniform:50ms..150ms, 100e6, 1e3",
        "bimodal:20ms/1s@1%, 29.8e6, 1e5",
        "lognormal:20ms..200ms, 32.63e6, 2e5"
    })
    void meanDelay_isThatOfTheDistribution(String delay, double nanos, double near) {
        // The lognormal one: 20 ms × exp(σ²/2), σ = ln 10 ÷ 2.32635.
        PageTable table = table(delay, 1);
        assertThat(table.meanDelayNanos()).isCloseTo(nanos, within(near));
        assertThat(table.meanDelayNanos())
                .isEqualTo(LongStream.of(delays(table)).sum() / 8192.0);
        assertThat(table.maxDelayNanos())
                .isEqualTo(LongStream.of(delays(table)).max().orElseThrow());
    }
}
