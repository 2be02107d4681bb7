package dev.iomodels.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.stub.Delay;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** On a clock of the test's own: a tenth of a second passes with each look. */
class SaturationTest {
    private static final long STEP = 100_000_000;
    private static final Load.Open LOAD = new Load.Open(100);

    private final PageTable pages = PageTable.of(URI.create("http://127.0.0.1:8080"), Delay.parse("0"), 1024, 1);
    private final Desk desk = new Desk(2);
    private long now;
    private final Tally tally = new Tally(() -> now);
    private final Places places = new Places(2, desk, tally);
    private final Saturation saturation = new Saturation(LOAD, places, tally, 0);
    private int answered;

    private void send(int number) {
        for (int i = 0; i < number; i++) places.take(places.new Arrival(pages.next(), now));
    }

    private void answer(int number) {
        for (int i = 0; i < number; i++) desk.answer(answered++);
    }

    private Optional<Saturated> step() {
        now += STEP;
        return saturation.look(now, now);
    }

    @Test
    void allPlacesTakenFor5s_isSaturation_andSaysAtWhichRate() {
        send(10);
        for (int i = 0; i < 51; i++) {
            send(10);
            answer(3);
            assertThat(step()).as("after %d tenths", i + 1).isEmpty();
        }
        answer(3);
        Saturated saturated = step().orElseThrow();
        assertThat(saturated.atSecond()).as("5 s after the first look").isCloseTo(5.2, within(1e-9));
        assertThat(saturated.offeredPerSecond()).isEqualTo(100);
        assertThat(saturated.achievedPerSecond()).isCloseTo(30, within(1.0));
        assertThat(saturated.reason()).contains("all 2 places").contains("5 s");
    }

    @Test
    void placeFreeForAMoment_isSeenThoughItIsTakenAgain_andTheTimeBeginsAnew() {
        send(60);
        for (int i = 0; i < 40; i++) {
            answer(1);
            assertThat(step()).isEmpty();
        }
        answer(20);
        send(60);
        assertThat(places.inLine()).isEqualTo(58);
        for (int i = 0; i < 49; i++) {
            answer(1);
            assertThat(step()).as("after %d tenths more", i + 1).isEmpty();
        }
    }

    @Test
    void oldestPageThatIsNotSent5sLate_isSaturation_thoughPlacesWereFree() {
        now = 6_000_000_000L;
        assertThat(saturation.look(now, now - 4_999_000_000L)).isEmpty();
        assertThat(saturation.look(now, now - 5_001_000_000L).orElseThrow().reason())
                .contains("5 s late");
    }

    @Test
    void nothingComingBackAtAll_isNoSaturation_butSomethingBroken() {
        send(50);
        for (int i = 0; i < 200; i++) assertThat(step()).isEmpty();
        answer(1);
        assertThat(step()).as("it was only slow").isPresent();
    }
}
