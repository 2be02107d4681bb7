package dev.iomodels.fetch;

import static dev.iomodels.fetch.Heard.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;

/** How many fetches every IO model has in flight: what it says, and no more. */
class ContractLimitsTest {

    @EachModel
    void asMany_asTheLimitSays_areInFlight_andNoMore(Subject subject) {
        subject.assumeNetwork();
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = subject.open(stub.uri(), 24)) {
            int limit = fetcher.limit();
            assertThat(limit)
                    .isBetween(1, 24)
                    .as("no more than is known beforehand")
                    .isLessThanOrEqualTo(subject.model().limit(subject.model().resolve(subject.argument(), 24)));
            assertThat(fetcher.limits()).isNotBlank().doesNotContain("\n");
            for (int i = 0; i < limit + 5; i++) Heard.of(fetcher, Page.of(stub.uri(), i, Subject.LONG_NANOS, 8));
            until("as many in flight as the limit says", () -> stub.stats().inFlight() >= limit);
            Heard.pause(300);
            assertThat(stub.stats().inFlight()).isEqualTo(limit);
        }
    }

    @EachModel
    void aThousand_areInFlightAtOnce(Subject subject) {
        subject.assumeNetwork();
        assumeTrue(!subject.argument().equals("3")
                && !(subject.model().name().endsWith("-monitor")
                        && Runtime.version().feature() < 24)
                && !subject.model().name().startsWith("process")
                && !subject.model().name().equals("blocking"));
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = subject.open(stub.uri(), 1000)) {
            assertThat(fetcher.limit()).isEqualTo(1000);
            for (int i = 0; i < 1000; i++) Heard.of(fetcher, Page.of(stub.uri(), i, Subject.LONG_NANOS, 8));
            until("a thousand in flight", () -> stub.stats().inFlight() == 1000);
        }
    }
}
