package dev.iomodels.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JdkLabelsTest {
    private static Jdk jdk(String home, int feature, String version, String vendor) {
        return new Jdk(home, feature, version, vendor);
    }

    private static List<String> labels(Jdk... jdks) {
        return JdkLabels.apart(List.of(jdks)).stream().map(Jdk::label).toList();
    }

    @Test
    void featureVersion_isEnoughWhereThereIsOneOfEach() {
        assertThat(labels(jdk("/a", 17, "17.0.1", "Maker"), jdk("/b", 25, "25.0.1", "Maker")))
                .containsExactly("17", "25");
    }

    @Test
    void versions_tellTwoOfOneFeatureVersionApart_andTheOthersKeepTheirNumber() {
        assertThat(labels(
                        jdk("/a", 25, "25.0.1", "Maker"),
                        jdk("/b", 17, "17.0.1", "Maker"),
                        jdk("/c", 25, "25.0.3", "Maker")))
                .containsExactly("25.0.1", "17", "25.0.3");
    }

    @Test
    void vendors_tellApartWhatHasOneVersion() {
        assertThat(labels(jdk("/a", 25, "25.0.3", "Eclipse Adoptium"), jdk("/b", 25, "25.0.3", "Amazon.com, Inc.")))
                .containsExactly("25-eclipse-adoptium", "25-amazon.com-inc.");
    }

    @Test
    void homes_tellBuildsOfOnesOwnApart() {
        assertThat(labels(
                        jdk("/builds/with: my, patch", 25, "25.0.3", "N/A"),
                        jdk("/builds/without", 25, "25.0.3", "N/A")))
                .containsExactly("25-with-my-patch", "25-without");
    }

    @Test
    void numbers_areLeft_whereNothingTellsThemApart() {
        assertThat(labels(jdk("/a/jdk", 25, "25.0.3", "Maker"), jdk("/b/JDK", 25, "25.0.3", "maker")))
                .containsExactly("25-1", "25-2");
        assertThat(labels(jdk("/a/jdk", 25, "25", "M/1"), jdk("/b/jdk", 25, "25", "M:1"), jdk("/c", 25, "25", "M 1")))
                .containsExactly("25-1", "25-2", "25-3");
    }

    @Test
    void labels_areFitForFileNames_andNameContenders() {
        List<Jdk> jdks =
                JdkLabels.apart(List.of(jdk("/a", 25, "25-my/build", "Maker"), jdk("/b", 25, "25:0,3 x", "Maker")));
        Plan plan = Planner.plan(
                Preset.SMOKE, 1, 1, Scenarios.parse("cpu"), List.of("selector"), jdks, Terms.with(jdks.get(0)));
        assertThat(plan.cells())
                .extracting(Cell::path)
                .containsExactly("cpu/selector-1@25-my-build", "cpu/selector-1@25-0-3-x");
        assertThat(plan.jdks()).isEqualTo(jdks);
    }
}
