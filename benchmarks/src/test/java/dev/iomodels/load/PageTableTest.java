package dev.iomodels.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.fetch.Page;
import dev.iomodels.stub.Delay;
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
