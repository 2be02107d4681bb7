package dev.iomodels.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrailTest {
    private static final long MILLI = 1_000_000;

    private final Trail trail = new Trail();

    @Test
    void looks_areKeptEveryQuarterOfASecond() {
        for (long millis = 0; millis <= 1_000; millis += 20) trail.look(millis * MILLI, millis);
        assertThat(trail.between(0, 1_000 * MILLI))
                .extracting(Trail.Point::pages)
                .containsExactly(0L, 260L, 520L, 780L);
    }

    @Test
    void edges_areAlwaysKept_andOnlyWhatIsBetweenThemIsGiven() {
        trail.look(0, 0);
        trail.edge(100 * MILLI, 10);
        trail.look(120 * MILLI, 12);
        trail.look(400 * MILLI, 40);
        trail.edge(410 * MILLI, 41);
        trail.look(700 * MILLI, 70);
        assertThat(trail.between(100 * MILLI, 410 * MILLI))
                .extracting(Trail.Point::pages)
                .containsExactly(10L, 40L, 41L);
    }

    @Test
    void turnstile_leavesATrail_alsoWhereNothingComes() {
        AtomicLong clock = new AtomicLong();
        Turnstile turnstile = new Turnstile(new Tally(System::nanoTime), 0, () -> clock.getAndAdd(200 * MILLI));
        try {
            turnstile.pass();
        } catch (Stalled expected) {
            assertThat(turnstile.trail().between(0, 2_000 * MILLI)).hasSize(6).allMatch(point -> point.pages() == 0);
        }
    }
}
