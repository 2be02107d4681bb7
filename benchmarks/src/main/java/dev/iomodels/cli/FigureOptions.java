package dev.iomodels.cli;

import dev.iomodels.report.Chromium;
import dev.iomodels.report.ChromiumPlaces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a page's figures are wanted as files, and which browser is to draw them. */
final class FigureOptions {
    private static final String EXAMPLE = "--figures --chromium /usr/bin/chromium";

    @Option(
            names = "--figures",
            description = "also writes every figure of report.html as SVG files, into figures; takes a Chromium")
    private boolean wanted;

    @Option(
            names = "--chromium",
            paramLabel = "PROGRAM",
            description = "the Chromium that draws them, such as /usr/bin/chromium; default: the one on the PATH")
    private Path program;

    /** The browser that is to draw; empty if no figures are wanted. @throws BadInput if there is none */
    Optional<Chromium> chromium() {
        if (!wanted) {
            if (program == null) return Optional.empty();
            throw new BadInput("--chromium \"" + program + "\": draws nothing without --figures; try " + EXAMPLE);
        }
        if (program == null)
            return Optional.of(new Chromium(ChromiumPlaces.here()
                    .found()
                    .orElseThrow(() -> new BadInput("--figures: takes a Chromium, and there is none on this machine: "
                            + String.join(", ", ChromiumPlaces.NAMES)
                            + " are not on the PATH. Install one (Debian: apt-get install chromium), or say where one is: "
                            + EXAMPLE + ". Without --figures everything else is made, report.html too"))));
        if (!Files.isRegularFile(program) || !Files.isExecutable(program))
            throw new BadInput(
                    "--chromium \"" + program + "\": no program; it takes the path of a Chromium, as in " + EXAMPLE);
        return Optional.of(new Chromium(program));
    }
}
