package dev.iomodels.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.fetch.IoModel;
import dev.iomodels.fetch.Models;
import org.junit.jupiter.api.Test;

/** Beside a model's name stands what its own source says of it. */
class ModelDocTest {
    @Test
    void everyModel_hasTheFirstSentenceOfItsSource() {
        for (IoModel model : Models.all())
            assertThat(ModelDoc.of(model.name()))
                    .as(model.name())
                    .hasSizeBetween(20, 250)
                    .endsWith(".")
                    .doesNotContain("{@", "*", "  ");
    }

    @Test
    void firstSentence_isWhole_andWithoutMarkup() {
        assertThat(ModelDoc.of("virtual-thread"))
                .isEqualTo("A virtual thread for every page, blocked by the page that it fetches (JEP 444).");
        assertThat(ModelDoc.of("jdk-client"))
                .isEqualTo(
                        "The JDK's own client, java.net.http, with sendAsync: a selector's thread waits for all connections"
                                + " at once and hands over to a pool.");
    }

    @Test
    void modelOfSomebodysOwn_hasNone() {
        assertThat(ModelDoc.of("thread-per-page")).isEmpty();
        assertThat(ModelDoc.of("<script>")).isEmpty();
        assertThat(ModelDoc.of("../fetch/noop")).isEmpty();
    }
}
