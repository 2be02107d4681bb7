package dev.iomodels.report;

import dev.iomodels.plan.Scenario;
import java.util.ArrayList;
import java.util.List;

/** A run on one screen. */
public final class TextReport {
    private TextReport() {}

    /** The tables of all scenarios, with what a reader has to know of them. */
    public static String of(RunContents run) {
        StringBuilder text = new StringBuilder();
        for (Scenario scenario : run.record().plan().scenarios()) {
            ScenarioTable table = new ScenarioTable(scenario, run.of(scenario));
            text.append(table.title()).append('\n').append(table.table().text());
            table.notes().forEach(line -> text.append(line).append('\n'));
            text.append('\n');
        }
        legend(run).forEach(line -> text.append(line).append('\n'));
        JdkLines.of(run)
                .forEach((label, line) -> text.append("JDK ")
                        .append(label)
                        .append(": ")
                        .append(line)
                        .append('\n'));
        return text.toString();
    }

    /** What the columns and marks mean, and what the numbers may be used for. */
    static List<String> legend(RunContents run) {
        List<String> lines = new ArrayList<>();
        lines.add(run.record().id() + " [" + run.record().badge() + "]; "
                + run.record().plan().blocks() + " forks per cell; "
                + run.record().environment().cpu() + ", "
                + run.record().environment().cores() + " cores shared by stub and client");
        lines.add(
                "±: 95 % interval between forks. started: users with a page in flight, of those asked; turnaround: what "
                        + "Little's law gives each asked user.");
        lines.add("Closed loop: latencies are service times. (in brackets): fewer than 100 samples beyond it; –: fewer "
                + "than 10, or it cannot be told.");
        if (run.failed()) lines.add("✗2 behind a name: two of its forks failed; its numbers are those of the others.");
        return lines;
    }
}
