package dev.iomodels.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.fetch.IoModel;
import dev.iomodels.fetch.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever has seen a model in the demonstration knows it again in a report. */
class ColoursTest {
    private static final Path NAMES = Path.of("src/main/resources/dev/iomodels/report/html/names.js");

    @Test
    void everyModelWithANetwork_hasTheColoursOfTheCharts() throws IOException {
        String charts = Files.readString(NAMES);
        for (IoModel model : Models.all()) {
            if (model.name().equals("noop")) continue;
            Matcher colours = Pattern.compile("(?m)^ +'?" + Pattern.quote(model.name()) + "'?: \\['(#\\w+)', '(#\\w+)'")
                    .matcher(charts);
            assertThat(colours.find()).as(model.name()).isTrue();
            assertThat(Colours.of(model.name()))
                    .as(model.name())
                    .isEqualTo(new Colours(colours.group(1), colours.group(2)));
        }
    }
}
