package dev.iomodels.plan;

import dev.iomodels.load.Faults;
import dev.iomodels.load.Load;
import dev.iomodels.load.PageTable;
import dev.iomodels.stub.Delay;
import dev.iomodels.stub.Units;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is asked of every model: how many users, how long pages are held back, how big they are, and how long that is
 * watched.
 *
 * @param name what it is called in files and reports
 * @param size bytes in a page's body
 * @param warmup how long the load runs before it is measured, once every user has its first page; of a list, as iteration
 * @param iteration how long one iteration of the measurement is; of a list, what it takes with all pages in flight
 * @param faults what goes wrong on purpose
 */
public record Scenario(
        String name, Load load, Delay delay, int size, Duration warmup, Duration iteration, Faults faults) {
    private static final Duration SHORTEST_WARMUP = Duration.ofSeconds(4);
    private static final Duration SHORTEST_ITERATION = Duration.ofSeconds(3);
    private static final int MEAN_DELAYS = 5;
    private static final int KIB = 1024;
    private static final Set<String> SETTINGS = Set.of("delay", "size", "faults");

    public Scenario {
        if (faults == null) faults = Faults.NONE;
        if (size < faults.leastBytes())
            throw new IllegalArgumentException("\"" + faults + "\": takes pages of " + faults.leastBytes()
                    + " bytes or more, not of " + size + "; try size=64KiB");
        if (size < 0) throw new IllegalArgumentException("size " + size + ": a page has no fewer than 0 bytes");
        if (warmup.isNegative() || iteration.toMillis() < 1)
            throw new IllegalArgumentException(
                    "warm-up " + warmup + ", iteration " + iteration + ": an iteration takes 1 ms at the least");
        if (load.loop() == Load.Loop.LIST) inTheList(faults, load.inFlight());
    }

    /** A fault is spread evenly over the pages: a list shorter than one in which it must be may do without it. */
    private static void inTheList(Faults faults, int pages) {
        for (Faults.Rate rate : faults.rates())
            if (rate.share() * pages < 1)
                throw new IllegalArgumentException("\"" + rate + "\": a list of " + pages
                        + " pages may have none with it; take more of them, such as "
                        + rate.toString().replaceFirst("@.*", "@" + (int) Math.ceil(100.0 / pages) + "%")
                        + ", or a longer list, such as list:" + (long) Math.ceil(1 / rate.share()));
    }

    /** One in which nothing goes wrong. */
    public Scenario(String name, Load load, Delay delay, int size, Duration warmup, Duration iteration) {
        this(name, load, delay, size, warmup, iteration, Faults.NONE);
    }

    /**
     * A scenario that waits as long as its delays demand: five mean delays for warm-up and each iteration, at the least. A list
     * is over when it is over.
     */
    static Scenario of(String name, Load load, Delay delay, int size, Faults faults) {
        if (load.loop() == Load.Loop.LIST) {
            Duration longest = Duration.ofMillis(1 + longestNanos(delay, faults) / 1_000_000);
            return new Scenario(name, load, delay, size, longest, longest, faults);
        }
        Duration delays = Duration.ofNanos((long) ((delay.meanNanos() + faults.meanNanos()) * MEAN_DELAYS));
        return new Scenario(
                name,
                load,
                delay,
                size,
                wholeSeconds(delays, SHORTEST_WARMUP),
                wholeSeconds(delays, SHORTEST_ITERATION),
                faults);
    }

    /**
     * The same with more faults. It is another scenario then, and has another name.
     *
     * @throws IllegalArgumentException if they do not go with those that it has, or with its pages
     */
    public Scenario with(Faults more) {
        if (!more.any()) return this;
        Scenario other = of(name + "-" + slug(more.toString()), load, delay, size, faults.and(more));
        return new Scenario(
                other.name,
                load,
                delay,
                size,
                longer(warmup, other.warmup),
                longer(iteration, other.iteration),
                other.faults);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration wholeSeconds(Duration wanted, Duration least) {
        if (wanted.compareTo(least) < 0) return least;
        return Duration.ofSeconds(wanted.plusNanos(999_999_999).getSeconds());
    }

    /**
     * Reads a scenario from text: {@code closed:200,delay=lognormal:20ms..200ms,size=16KiB}. Without a delay there is
     * none; without a size a page has 1 KiB; {@code faults=reset@0.1%+stall:2s@1%} is what goes wrong.
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
            if (equals < 0 || !SETTINGS.contains(key))
                throw new IllegalArgumentException(
                        "\"" + parts[i] + "\": after the load come delay=…, size=… and faults=…; try "
                                + "closed:200,delay=lognormal:20ms..200ms,size=16KiB,faults=reset@0.1%+stall:2s@1%");
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
        Faults faults = Faults.parse(settings.getOrDefault("faults", "none"));
        String wrong = faults.any() ? "-" + faults : "";
        return of(slug(load + "-" + delay + "-" + Units.bytes(size) + wrong), load, delay, (int) size, faults);
    }

    private static String slug(String text) {
        return text.replace("..", "-").replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("-$", "");
    }

    /** Whether a part of a scenario's text belongs to its load. */
    static boolean ofTheLoad(String part) {
        return part.equals("poisson") || part.startsWith("in-flight=");
    }

    /** The same under another name. */
    Scenario named(String other) {
        return new Scenario(other, load, delay, size, warmup, iteration, faults);
    }

    /** Whether pages arrive on a schedule: then what is measured are response times, and the rate is given. */
    public boolean open() {
        return loop() == Load.Loop.OPEN;
    }

    /** Whether lists of pages are fetched: then what is measured is the time of a list. */
    public boolean list() {
        return loop() == Load.Loop.LIST;
    }

    /** What is measured. */
    public Load.Loop loop() {
        return load.loop();
    }

    /** About how long its list takes with {@code limit} pages in flight at the most, if nothing takes time but their delays. */
    Duration listTime(int limit) {
        int pages = load.inFlight();
        double mean = delay.meanNanos() + faults.meanNanos();
        return Duration.ofNanos((long)
                Math.max(longestNanos(), Math.ceil((double) pages / Math.min(limit, pages)) * mean));
    }

    /** Whether pages are held back at all, stall or drip: only then is there a ceiling. */
    public boolean waits() {
        return longestNanos() > 0;
    }

    /**
     * The longest time that the stub takes for a page on purpose, in nanoseconds: the longest delay in the page table, which in a
     * distribution with a tail is far less than the longest that there may be, and what faults add.
     */
    public long longestNanos() {
        return longestNanos(delay, faults);
    }

    private static long longestNanos(Delay delay, Faults faults) {
        return delay.quantileNanos((PageTable.SIZE - 0.5) / PageTable.SIZE) + faults.maxNanos();
    }

    /** The text that says it all: {@code closed:1000, uniform:50ms..150ms, 1KiB, reset@0.1%}. */
    public String conditions() {
        return load + ", " + (delay.maxNanos() > 0 ? delay : "no delay") + ", " + Units.bytes(size)
                + (faults.any() ? ", " + faults : "");
    }
}
