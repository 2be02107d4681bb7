package dev.iomodels.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class StubStatsTest {
    private static StubStats reading(String instance, long uptime, Histogram lateness, StubStats.ThreadCpu... threads) {
        return new StubStats(
                instance,
                uptime,
                lateness.getTotalCount(),
                0,
                3,
                Map.of("TLSv1.3 X", uptime, "TLSv1.3 Y", 7L),
                uptime / 2,
                StubStats.Quantiles.of(lateness),
                StubStats.encode(lateness),
                List.of(threads),
                "25.0.1 (Maker)");
    }

    private static StubStats.ThreadCpu thread(long id, long cpu) {
        return new StubStats.ThreadCpu(id, "t" + id, cpu);
    }

    @Test
    void twoReadings_giveTheIntervalBetweenThem() {
        Histogram lateness = new Histogram(3);
        lateness.recordValueWithCount(5_000_000, 100);
        StubStats before = reading("a", 1_000, lateness, thread(1, 900), thread(2, 10));
        lateness.recordValueWithCount(1_000, 10);
        StubStats after = reading("a", 3_000, lateness, thread(1, 1_000), thread(2, 1_010), thread(3, 500));

        StubInterval interval = after.since(before);

        assertThat(interval.nanos()).isEqualTo(2_000);
        assertThat(interval.requests()).isEqualTo(10);
        assertThat(interval.cpuNanos()).isEqualTo(1_000);
        assertThat(interval.connectionsOpened()).isZero();
        assertThat(interval.handshakes()).isEqualTo(Map.of("TLSv1.3 X", 2_000L));
        assertThat(interval.busiestThread()).isEqualTo("t2");
        assertThat(interval.busiestThreadShare()).isEqualTo(0.5);
        assertThat(interval.lateness().getTotalCount()).isEqualTo(10);
        assertThat(interval.latenessQuantiles().maxNanos()).isLessThan(1_100);
        assertThat(before.busiestThread()).isEqualTo(thread(1, 900));
    }

    @Test
    void readingsOfDifferentStubs_orTheWrongWayRound_giveNoInterval() {
        StubStats one = reading("a", 1, new Histogram(3));
        assertThatThrownBy(() -> reading("b", 2, new Histogram(3)).since(one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("started again");
        assertThatThrownBy(() -> one.since(reading("a", 2, new Histogram(3))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void json_comesBackTheSame_andWhatIsNotKnownIsIgnored() {
        StubStats stats = reading("a", 5, new Histogram(3), thread(1, 2));
        String json = new String(stats.toJson(), StandardCharsets.UTF_8);
        assertThat(json).contains("\"p99.9Nanos\":0");
        String newer = json.replaceFirst("\\{", "{\"moon\":{\"phase\":[1]},");
        assertThat(StubStats.fromJson(newer.getBytes(StandardCharsets.UTF_8))).isEqualTo(stats);
    }

    @Test
    void runningStub_isReadOverHttp() throws Exception {
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Client client = new Client(stub.uri())) {
            StubStats before = StubStats.read(stub.uri());
            for (int i = 0; i < 100; i++) client.get("/page/1?delay=1ms");
            StubStats after = afterTheLastWrite(stub);

            StubInterval interval = after.since(before);
            assertThat(interval.requests()).isEqualTo(100);
            assertThat(interval.lateness().getTotalCount()).isEqualTo(100);
            assertThat(interval.nanos()).isGreaterThan(100_000_000);
            assertThat(interval.cpuNanos()).isPositive();
            assertThat(interval.busiestThreadShare()).isBetween(0.0, 1.1);
            assertThat(after.inFlight()).isZero();
            assertThat(after.latenessQuantiles().p50Nanos()).isPositive();
        }
    }

    @Test
    void connections_ofReadings_doNotCount() throws Exception {
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Client first = new Client(stub.uri());
                Client second = new Client(stub.uri())) {
            for (int i = 0; i < 3; i++) StubStats.read(stub.uri());
            first.get("/page/1?delay=0");
            second.get("/stats");
            second.get("/stats");
            first.get("/stats");
            StubStats stats = StubStats.read(stub.uri());
            assertThat(stats.connectionsOpened()).isEqualTo(1);
            assertThat(stats.handshakes()).isEmpty();
        }
    }

    /** A client can have its page before the stub has heard that the write is over. */
    private static StubStats afterTheLastWrite(Stub stub) throws IOException, InterruptedException {
        for (int i = 0; i < 1000 && StubStats.read(stub.uri()).inFlight() > 0; i++) Thread.sleep(1);
        return StubStats.read(stub.uri());
    }

    @Test
    void whatIsNoStub_isSaidSo() throws Exception {
        URI gone;
        try (Stub stub = Stub.start(StubOptions.DEFAULT)) {
            gone = stub.uri();
        }
        assertThatThrownBy(() -> StubStats.read(gone)).isInstanceOf(IOException.class);
    }
}
