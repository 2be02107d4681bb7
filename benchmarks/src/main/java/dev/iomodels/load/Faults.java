package dev.iomodels.load;

import dev.iomodels.stub.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What goes wrong on purpose, and with how many of the pages. Its {@code toString} is the text that {@link #parse} makes it of
 * again. Immutable.
 *
 * @param rates one for each fault, in the order in which they were given
 */
public record Faults(List<Rate> rates) {
    /** Nothing does. */
    public static final Faults NONE = new Faults(List.of());

    static final String NOTHING = "none";

    /** Beyond it too few pages would be left to be measured. */
    private static final double MOST_FAILING = 0.9;

    /**
     * One fault.
     *
     * @param share of the pages: more than 0, at most 1
     */
    public record Rate(Fault fault, double share) {
        public Rate {
            if (!(share > 0 && share <= 1))
                throw new IllegalArgumentException(
                        FaultSyntax.percent(share) + ": more than 0% and at most 100%, such as close@5%");
            if (pages(share) == 0)
                throw new IllegalArgumentException(FaultSyntax.percent(share) + ": not one of " + PageTable.SIZE
                        + " pages; at least 0.01%, such as reset@0.1%");
        }

        /** How many pages of the table have it. */
        public int pages() {
            return pages(share);
        }

        private static int pages(double share) {
            return (int) Math.round(share * PageTable.SIZE);
        }

        @Override
        public String toString() {
            return FaultSyntax.name(fault) + "@" + FaultSyntax.percent(share);
        }
    }

    public Faults {
        rates = List.copyOf(rates);
        double failing = 0;
        for (Rate rate : rates) {
            if (rate.fault.fails()) failing += rate.share;
            if (rates.stream().filter(other -> isSameKind(rate, other)).count() > 1)
                throw new IllegalArgumentException("\"" + FaultSyntax.name(rate.fault)
                        + "\": its kind is there twice; once, as in stall:2s@1%+close@5%");
        }
        if (failing > MOST_FAILING)
            throw new IllegalArgumentException("\"" + text(rates) + "\": " + FaultSyntax.percent(failing)
                    + " of the pages would fail; 90% at the most, such as reset@0.1%");
    }

    /** Pages fail in one way only, so several ways may share them; of the others there is one length each. */
    private static boolean isSameKind(Rate one, Rate other) {
        if (one.fault.fails() || other.fault.fails()) return one.fault.equals(other.fault);
        return FaultSyntax.kind(one.fault).equals(FaultSyntax.kind(other.fault));
    }

    /**
     * Reads {@code reset@0.1%+stall:2s@1%}: {@code status:CODE}, {@code reset} (or {@code reset:headers}), {@code reset:body},
     * {@code stall:TIME}, {@code drip:TIME}, {@code close} and {@code chunked}, each with its share of the pages; or {@code none}.
     *
     * @throws IllegalArgumentException naming the part that is wrong, what is allowed and an example
     */
    public static Faults parse(String text) {
        if (text.equals(NOTHING)) return NONE;
        List<Rate> rates = new ArrayList<>();
        for (String one : text.split("\\+", -1)) rates.add(FaultSyntax.parse(one));
        return new Faults(rates);
    }

    /** These and more. @throws IllegalArgumentException if they do not go together */
    public Faults and(Faults more) {
        List<Rate> both = new ArrayList<>(rates);
        both.addAll(more.rates);
        return new Faults(both);
    }

    /** Whether there is any. */
    public boolean any() {
        return !rates.isEmpty();
    }

    /** Whether pages fail on purpose. */
    public boolean fail() {
        return rates.stream().anyMatch(rate -> rate.fault.fails());
    }

    /** About how much longer a page takes in the mean, in nanoseconds. */
    public double meanNanos() {
        return rates.stream()
                .mapToDouble(rate -> rate.share * rate.fault.nanos())
                .sum();
    }

    /** How much longer a page can take, in nanoseconds. */
    public long maxNanos() {
        return rates.stream().mapToLong(rate -> rate.fault.nanos()).sum();
    }

    /** The share of pages after which the server closes the connection, or resets it. */
    public double closing() {
        return Math.min(
                1,
                rates.stream()
                        .filter(rate -> rate.fault.close() || rate.fault.reset() != Fault.Reset.NONE)
                        .mapToDouble(Rate::share)
                        .sum());
    }

    /** How many bytes a page must have at the least for all of it to be possible. */
    public int leastBytes() {
        if (rates.stream().anyMatch(rate -> rate.fault.dripNanos() > 0)) return Fault.PIECES;
        return rates.stream().anyMatch(rate -> rate.fault.reset() == Fault.Reset.BODY) ? 1 : 0;
    }

    @Override
    public String toString() {
        return any() ? text(rates) : NOTHING;
    }

    private static String text(List<Rate> rates) {
        return rates.stream().map(Rate::toString).collect(Collectors.joining("+"));
    }
}
