package dev.iomodels.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.Changed;
import dev.iomodels.MadeUpRun;
import dev.iomodels.result.Footprint.Memory;
import dev.iomodels.result.Footprint.Pinned;
import dev.iomodels.result.Footprint.Switches;
import dev.iomodels.result.ForkResult.Measured;
import org.junit.jupiter.api.Test;

/**
 * Worked out by hand for a fork of 8000 pages in 4 s, which took 2.8 s of CPU time, and 10 ms of collections: 12 of 1012
 * threads were there before the model's; 4100 switches in the time of 8200 pages; 30 + 2300 − 2100 + 0 MB with 1000 pages in flight,
 * 10 + 2210 − 2100 + 0 MB without.
 */
class CostTest {
    private static final Memory BUSY = new Memory(1_000, 30_000_000, 2_300_000_000L, 2_100_000_000L, 0);
    private static final Memory EMPTY = new Memory(0, 10_000_000, 2_210_000_000L, 2_100_000_000L, 0);
    private static final Footprint FOOTPRINT =
            new Footprint(1_012, 12, 0, 2_400_000_000L, 3, new Switches(4_100, 8_200), BUSY, EMPTY, Pinned.UNKNOWN);

    private static Measured with(Footprint footprint) {
        return Changed.of(MadeUpRun.measured(8_000), "footprint", footprint);
    }

    private static Measured with(String field, Object value) {
        return with(Changed.of(FOOTPRINT, field, value));
    }

    private static double of(Metric metric) {
        return metric.of(with(FOOTPRINT), MadeUpRun.histograms(8_000)).orElseThrow();
    }

    private static boolean unknown(Metric metric, Measured fork) {
        return metric.of(fork, MadeUpRun.histograms(8_000)).isEmpty();
    }

    @Test
    void pagesPerCpuSecond_areCpuPerPageTheOtherWayRound() {
        // 8000 pages ÷ 2.8 s.
        assertThat(of(Metric.PAGES_PER_CPU_SECOND)).isCloseTo(8_000 / 2.8, within(1e-6));
        assertThat(unknown(Metric.PAGES_PER_CPU_SECOND, MadeUpRun.measured(399)))
                .isTrue();
    }

    @Test
    void threads_areTheModels_withItsWorkers() {
        assertThat(of(Metric.THREADS)).isEqualTo(1_000);
        assertThat(with("workerThreads", 20).footprint().threads()).isEqualTo(1_020);
        assertThat(unknown(Metric.THREADS, with("workerThreads", -1))).isTrue();
    }

    @Test
    void memoryPerPageInFlight_isWhatUsersAddToLiveHeapAndAllThatIsNoHeap() {
        // (230 − 120) MB ÷ 1000 pages.
        assertThat(of(Metric.MEMORY_PER_PAGE)).isCloseTo(110_000, within(1e-6));
        assertThat(of(Metric.IN_FLIGHT_PER_MB)).isCloseTo(1 / 0.11, within(1e-9));
    }

    @Test
    void memoryPerPageInFlight_ofWorkers_isAllOfThem() {
        // Four workers of 50 MB each, which are gone afterwards; nothing else changes.
        Memory busy = new Memory(4, 10_000_000, 2_210_000_000L, 2_100_000_000L, 200_000_000);
        assertThat(Metric.MEMORY_PER_PAGE
                        .of(with("busy", busy), MadeUpRun.histograms(8_000))
                        .orElseThrow())
                .isCloseTo(50e6, within(1e-6));
    }

    @Test
    void memoryPerPageInFlight_isNotToldWhereItIsLessThanAJvmsMemoryWavers_orUnknown() {
        Memory little = new Memory(1_000, 11_900_000, 2_210_000_000L, 2_100_000_000L, 0);
        assertThat(unknown(Metric.MEMORY_PER_PAGE, with("busy", little))).isTrue();
        assertThat(with("busy", little).footprint().heldMoreBytes()).hasValue(1_900_000);
        // With users 20 MB less than without: then nobody can tell, and no bound holds.
        Memory less = new Memory(1_000, 10_000_000, 2_190_000_000L, 2_100_000_000L, 0);
        assertThat(unknown(Metric.MEMORY_PER_PAGE, with("busy", less))).isTrue();
        assertThat(with("busy", less).footprint().heldMoreBytes()).isEmpty();
        for (Memory none : new Memory[] {Memory.UNKNOWN, new Memory(1_000, -1, 9_000_000_000L, 1, 0)}) {
            assertThat(unknown(Metric.MEMORY_PER_PAGE, with("busy", none))).isTrue();
            assertThat(unknown(Metric.IN_FLIGHT_PER_MB, with("empty", none))).isTrue();
        }
    }

    /** Pages are held back for 100 ms in the mean: at 999.9/s that is a page less than 100 of them. */
    @Test
    void memoryPerPageInFlight_ofArrivals_takesAHundredOfThem_orItIsAMatterOfTheMoment() {
        assertThat(unknown(Metric.MEMORY_PER_PAGE, arriving(999.9))).isTrue();
        assertThat(unknown(Metric.IN_FLIGHT_PER_MB, arriving(999.9))).isTrue();
        assertThat(unknown(Metric.MEMORY_PER_PAGE, arriving(1_000))).isFalse();
    }

    private static Measured arriving(double perSecond) {
        return Changed.of(with(FOOTPRINT), "arrived", new Arrived(perSecond, 4_000, 4_000, 4_000, 0, 1, 0, 0.05));
    }

    @Test
    void switchesPerPage_areOverThePagesOfTheirOwnTime() {
        assertThat(of(Metric.SWITCHES_PER_PAGE)).isEqualTo(0.5);
        assertThat(unknown(Metric.SWITCHES_PER_PAGE, Changed.of(MadeUpRun.measured(399), "footprint", FOOTPRINT)))
                .isTrue();
        assertThat(unknown(Metric.SWITCHES_PER_PAGE, with("switches", Switches.UNKNOWN)))
                .isTrue();
    }

    @Test
    void collections_areOfTheMeasurement_andUnknownWhereWorkersHaveTheirOwn() {
        // 10 ms ÷ 4 s.
        assertThat(of(Metric.GC_TIME)).isCloseTo(2.5, within(1e-9));
        assertThat(of(Metric.COLLECTIONS)).isEqualTo(3);
        assertThat(unknown(Metric.GC_TIME, with("workerThreads", 20))).isTrue();
        assertThat(unknown(Metric.COLLECTIONS, with("workerThreads", 20))).isTrue();
    }

    @Test
    void nothingIsZero_thatNobodyLookedAt() {
        Measured old = MadeUpRun.measured(8_000);
        for (Metric metric : new Metric[] {
            Metric.THREADS,
            Metric.RESIDENT_PEAK,
            Metric.MEMORY_PER_PAGE,
            Metric.IN_FLIGHT_PER_MB,
            Metric.SWITCHES_PER_PAGE,
            Metric.COLLECTIONS
        }) assertThat(unknown(metric, old)).as(metric.id()).isTrue();
        Measured unasked = Changed.of(old, "stub", StubFacts.UNKNOWN);
        assertThat(unknown(Metric.CONNECTIONS, unasked)).isTrue();
        assertThat(unknown(Metric.CONNECTIONS_MEASURED, unasked)).isTrue();
    }
}
