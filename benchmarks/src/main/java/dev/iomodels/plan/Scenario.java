package dev.iomodels.plan;

import dev.iomodels.load.Load;
import dev.iomodels.load.PageTable;
import dev.iomodels.stub.Delay;
import dev.iomodels.stub.Units;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is asked of every model: how many users, how long pages are held back, how big they are, and how long that is
 * watched.
 *
 * @param name what it is called in files and reports
 * @param size bytes in a page's body
 * @param warmup how long the load runs before it is measured, once every user has its first page
 * @param iteration how long one iteration of the measurement is
 */
public record Scenario(String name, Load load, Delay delay, int size, Duration warmup, Duration iteration) {
    private static final Duration SHORTEST_WARMUP = Duration.ofSeconds(4);
    private static final Duration SHORTEST_ITERATION = Duration.ofSeconds(3);
    private static final int MEAN_DELAYS = 5;
    private static final int KIB = 1024;

    public Scenario {
        if (size < 0) throw new IllegalArgumentException("size " + size + ": a page has no fewer than 0 bytes");
        if (warmup.isNegative() || iteration.toMillis() < 1)
            throw new IllegalArgumentException(
                    "warm-up " + warmup + ", iteration " + iteration + ": an iteration takes 1 ms at the least");
    }

    /** A scenario that waits as long as its delays demand: five mean delays for warm-up and each iteration, at the least. */
    static Scenario of(String name, Load load, Delay delay, int size) {
        Duration delays = Duration.ofNanos((long) (delay.meanNanos() * MEAN_DELAYS));
        return new Scenario(
                name,
                load,
                delay,
                size,
                wholeSeconds(delays, SHORTEST_WARMUP),
                wholeSeconds(delays, SHORTEST_ITERATION));
    }

    private static Duration wholeSeconds(Duration wanted, Duration least) {
        if (wanted.compareTo(least) < 0) return least;
        return Duration.ofSeconds(wanted.plusNanos(999_999_999).getSeconds());
    }

    /**
     * Reads a scenario from text: {@code closed:200,delay=lognormal:20ms..200ms,size=16KiB}. Without a delay there is
     * none; without a size a page has 1 KiB.
     *
     * @throws IllegalArgumentException naming the part that is wrong, what is allowed and an example
     */
    static Scenario parse(String text) {
        String[] parts = text.split(",");
        StringBuilder asking = new StringBuilder(parts[0]);
        Map<String, String> settings = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            if (ofTheLoad(parts[i])) {
                asking.append(',').append(parts[i]);
                continue;
            }
            int equals = parts[i].indexOf('=');
            String key = equals < 0 ? parts[i] : parts[i].substring(0, equals);
            if (equals < 0 || !(key.equals("delay") || key.equals("size")))
                throw new IllegalArgumentException("\"" + parts[i] + "\": after the load come delay=… and size=…; try "
                        + "closed:200,delay=lognormal:20ms..200ms,size=16KiB");
            if (settings.put(key, parts[i].substring(equals + 1)) != null)
                throw new IllegalArgumentException(
                        "\"" + parts[i] + "\": " + key + " is given twice; once, as in closed:200,delay=20ms");
        }
        Load load = Load.parse(asking.toString());
        Delay delay = Delay.parse(settings.getOrDefault("delay", "0"));
        long size = Units.parseBytes(settings.getOrDefault("size", "1KiB"));
        if (size > 16L * KIB * KIB)
            throw new IllegalArgumentException(
                    "\"" + settings.get("size") + "\": a page has 0 to 16MiB; try size=16KiB");
        return of(slug(load, delay, size), load, delay, (int) size);
    }

    /** Whether a part of a scenario's text belongs to its load. */
    static boolean ofTheLoad(String part) {
        return part.equals("poisson") || part.startsWith("in-flight=");
    }

    private static String slug(Load load, Delay delay, long size) {
        return (load + "-" + delay + "-" + Units.bytes(size)).replace("..", "-").replaceAll("[^A-Za-z0-9.]+", "-");
    }

    /** The same under another name. */
    Scenario named(String other) {
        return new Scenario(other, load, delay, size, warmup, iteration);
    }

    /** Whether pages arrive on a schedule: then what is measured are response times, and the rate is given. */
    public boolean open() {
        return load instanceof Load.Open;
    }

    /** Whether pages are held back at all: only then is there a ceiling. */
    public boolean waits() {
        return delay.maxNanos() > 0;
    }

    /** The longest delay in its page table, in nanoseconds: of a distribution with a tail far less than the longest that there may be. */
    long longestNanos() {
        return delay.quantileNanos((PageTable.SIZE - 0.5) / PageTable.SIZE);
    }

    /** The text that says it all: {@code closed:1000, uniform:50ms..150ms, 1KiB}. */
    public String conditions() {
        return load + ", " + (waits() ? delay : "no delay") + ", " + Units.bytes(size);
    }
}
