package dev.iomodels.cli;

import dev.iomodels.report.Verification;
import dev.iomodels.result.Mismatch;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.Unreadable;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: is a run's directory what was measured, and is every number what the raw files make of it? */
@Command(
        name = "verify",
        description =
                "Checks a run's raw files against SHA256SUMS and each other, makes every number again, and lists what differs.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "a run's directory, such as results/2026-11-22T150300Z-quick")
    private Path run;

    @Override
    public Integer call() {
        if (!Files.isDirectory(run))
            throw new BadInput("RUN \"" + run + "\": no such directory; try results/2026-11-22T150300Z-quick");
        PrintWriter out = spec.commandLine().getOut();
        RunDirectory directory = new RunDirectory(run);
        Verification found = Verification.of(directory);
        if (found.passed()) {
            out.println("verified: " + found.files() + " files, " + found.numbers() + " numbers"
                    + passedOver(found.figures()));
            out.flush();
            return 0;
        }
        Stream.concat(found.raw().stream(), found.derived().stream())
                .map(Mismatch::toString)
                .forEach(out::println);
        if (!found.derived().isEmpty()) otherTool(directory).ifPresent(out::println);
        int mismatches = found.raw().size() + found.derived().size();
        out.println("not verified: " + mismatches + (mismatches == 1 ? " mismatch in " : " mismatches in ") + run);
        out.flush();
        return Main.FAILED;
    }

    private static String passedOver(int figures) {
        return figures == 0
                ? ""
                : "; not looked at: " + figures + " files below figures, which only a browser can make";
    }

    /** Another version may write other reports of the same raw files. */
    private static Optional<String> otherTool(RunDirectory directory) {
        try {
            String made = Version.text(
                    directory.record().environment().tool(),
                    directory.record().environment().commit());
            if (made.equals(Version.here())) return Optional.empty();
            return Optional.of("The run was made by " + made + "; this is " + Version.here()
                    + ": reports may differ for that reason alone. report RUN makes them again.");
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }
}
