package dev.iomodels.load;

import dev.iomodels.load.Faults.Rate;
import dev.iomodels.stub.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Which page of the table has which fault: as many as its share says, spread evenly, in places that a seed fixes. Independent
 * of the delays, and of the other faults; but a page fails in one way only.
 */
final class FaultDraw {
    private final Fault[] drawn;
    private final long seed;

    private FaultDraw(int pages, long seed) {
        drawn = new Fault[pages];
        Arrays.fill(drawn, Fault.NONE);
        this.seed = seed;
    }

    /** A fault for each of so many pages; {@link Fault#NONE} for most of them. */
    static Fault[] of(Faults faults, int pages, long seed) {
        FaultDraw draw = new FaultDraw(pages, seed);
        draw.share(
                "fail",
                faults.rates().stream().filter(rate -> rate.fault().fails()).toList());
        for (Rate rate : faults.rates())
            if (!rate.fault().fails()) draw.share(FaultSyntax.kind(rate.fault()), List.of(rate));
        return draw.drawn;
    }

    private record Placed(double at, Fault fault) {}

    /**
     * Draws the pages that {@code rates} share: each fault's places are one in each of as many equal stretches as it has pages; of
     * all of them together, the nth then goes to a page of the nth stretch.
     */
    private void share(String what, List<Rate> rates) {
        // A stream of its own: another fault more or less moves none of this one's pages.
        SplittableRandom random = new SplittableRandom(31 * seed + what.hashCode());
        List<Placed> placed = new ArrayList<>();
        for (Rate rate : rates)
            for (int i = 0; i < rate.pages(); i++)
                placed.add(new Placed((i + random.nextDouble()) / rate.pages(), rate.fault()));
        placed.sort(Comparator.comparingDouble(Placed::at));
        long count = placed.size();
        for (int i = 0; i < count; i++) {
            int from = (int) (i * drawn.length / count);
            int to = (int) ((i + 1) * drawn.length / count);
            int page = from + random.nextInt(to - from);
            drawn[page] = drawn[page].and(placed.get(i).fault());
        }
    }
}
