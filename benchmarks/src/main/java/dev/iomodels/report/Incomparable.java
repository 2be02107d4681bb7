package dev.iomodels.report;

import dev.iomodels.result.Difference;
import java.util.List;
import java.util.stream.Collectors;

/** Two runs whose numbers must not be compared, because they differ in more than what is compared. */
public final class Incomparable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Incomparable(RunContents a, RunContents b, List<Difference> differences) {
        super(a.record().id() + " and " + b.record().id() + " cannot be compared: they differ in\n"
                + differences.stream()
                        .map(difference ->
                                "  " + difference.field() + ": " + difference.left() + " | " + difference.right())
                        .collect(Collectors.joining("\n"))
                + "\nIf one of these is what you want to compare, name it: --variable \""
                + differences.get(0).field() + "\"");
    }
}
