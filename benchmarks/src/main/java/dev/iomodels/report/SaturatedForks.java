package dev.iomodels.report;

import dev.iomodels.result.ForkResult.Saturated;
import dev.iomodels.stats.CellNumbers;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A cell's forks that were saturated, in words: pages arrived faster than they were fetched. */
final class SaturatedForks {
    private SaturatedForks() {}

    /** {@code saturated: 39.1 pages/s achieved of 500 offered}; how many of the forks, if not all. */
    static String of(CellNumbers cell) {
        List<Saturated> forks = cell.saturated();
        String some = forks.size() == cell.forks().size()
                ? ""
                : " (" + forks.size() + " of " + Numbers.forks(cell.forks().size()) + ")";
        return "saturated: " + Numbers.plain(mean(forks, Saturated::achievedPerSecond)) + " pages/s achieved of "
                + Numbers.plain(forks.get(0).offeredPerSecond()) + " offered" + some;
    }

    /** {@code given up after 5.1 s: …}, of one of them. */
    static String why(Saturated fork) {
        return "given up after " + Numbers.time(fork.atSecond() * 1e9) + ", at "
                + Numbers.plain(fork.achievedPerSecond()) + " of " + Numbers.plain(fork.offeredPerSecond())
                + " pages/s: " + fork.reason();
    }

    private static double mean(List<Saturated> forks, ToDoubleFunction<Saturated> value) {
        return forks.stream().mapToDouble(value).average().orElse(0);
    }
}
