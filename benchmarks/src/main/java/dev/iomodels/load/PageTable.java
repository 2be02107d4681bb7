package dev.iomodels.load;

import dev.iomodels.fetch.Page;
import dev.iomodels.stub.Delay;
import dev.iomodels.stub.Fault;
import java.net.URI;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The pages that everybody fetches, in an order that a seed fixes: the same for every model, JDK and block.
 *
 * <p>The delays are the quantiles (i + ½)/8192 of the scenario's distribution. Each stretch of 64 pages gets one delay
 * out of each of 64 equally likely bands, so that every stretch has the shape of the whole. Any thread may take the next
 * page.
 */
public final class PageTable {
    /** How many pages there are; their numbers are 0 to 8191. */
    public static final int SIZE = 8192;

    private static final int STRATUM = 64;

    private final Page[] pages;
    private final double meanDelayNanos;
    private final long maxDelayNanos;
    private final AtomicInteger cursor = new AtomicInteger();

    private PageTable(Page[] pages) {
        this.pages = pages;
        long sum = 0;
        long max = 0;
        for (Page page : pages) {
            sum += page.delayNanos();
            max = Math.max(max, page.delayNanos());
        }
        this.meanDelayNanos = (double) sum / pages.length;
        this.maxDelayNanos = max;
    }

    /** The table of pages of {@code size} bytes at the stub {@code base}, held back as {@code delay} says, shuffled by {@code seed}. */
    public static PageTable of(URI base, Delay delay, int size, long seed) {
        return of(base, delay, size, Faults.NONE, seed);
    }

    /** The same with {@code faults}. They change neither the delays nor their order. */
    public static PageTable of(URI base, Delay delay, int size, Faults faults, long seed) {
        long[] delays = stratified(delay, new SplittableRandom(seed));
        Fault[] drawn = FaultDraw.of(faults, SIZE, seed);
        Page[] pages = new Page[SIZE];
        for (int n = 0; n < SIZE; n++) pages[n] = Page.of(base, n, delays[n], size, drawn[n]);
        return new PageTable(pages);
    }

    private static long[] stratified(Delay delay, SplittableRandom random) {
        int stretches = SIZE / STRATUM;
        long[] delays = new long[SIZE];
        for (int band = 0; band < STRATUM; band++) {
            long[] members = new long[stretches];
            for (int i = 0; i < stretches; i++) members[i] = delay.quantileNanos((band * stretches + i + 0.5) / SIZE);
            shuffle(members, 0, stretches, random);
            for (int stretch = 0; stretch < stretches; stretch++) delays[stretch * STRATUM + band] = members[stretch];
        }
        for (int from = 0; from < SIZE; from += STRATUM) shuffle(delays, from, from + STRATUM, random);
        return delays;
    }

    /** Fisher and Yates's shuffle, as Durstenfeld wrote it (CACM 7, 1964, algorithm 235). */
    private static void shuffle(long[] values, int from, int to, SplittableRandom random) {
        for (int i = to - 1; i > from; i--) {
            int other = from + random.nextInt(i - from + 1);
            long held = values[i];
            values[i] = values[other];
            values[other] = held;
        }
    }

    /** The next page; after the last one comes the first. */
    public Page next() {
        return pages[cursor.getAndIncrement() & (SIZE - 1)];
    }

    /** The page with this number. */
    public Page page(int number) {
        return pages[number];
    }

    /** Mean delay of the table, stalls and drips included, in nanoseconds: what Little's law divides by. */
    public double meanDelayNanos() {
        return meanDelayNanos;
    }

    /** Longest delay of the table, stalls and drips included, in nanoseconds. */
    public long maxDelayNanos() {
        return maxDelayNanos;
    }
}
