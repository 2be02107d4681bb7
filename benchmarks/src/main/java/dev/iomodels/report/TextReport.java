package dev.iomodels.report;

import dev.iomodels.gate.Gate.Scope;
import dev.iomodels.load.Load;
import dev.iomodels.result.Light;
import java.util.ArrayList;
import java.util.List;

/** A run on one screen. */
public final class TextReport {
    private TextReport() {}

    /** The tables of all scenarios, with what a reader has to know of them. */
    public static String of(RunContents run) {
        StringBuilder text = new StringBuilder();
        for (Section table : Section.of(run)) {
            text.append(table.title()).append('\n').append(table.table().text());
            table.more().forEach(one -> text.append(one.text()));
            table.notes().forEach(line -> text.append(line).append('\n'));
            text.append('\n');
        }
        List<String> real = RealDifferences.lines(run);
        real.forEach(line -> text.append(line).append('\n'));
        if (!real.isEmpty()) text.append('\n');
        ofTheRun(run).forEach(line -> text.append(line).append('\n'));
        legend(run).forEach(line -> text.append(line).append('\n'));
        JdkLines.of(run)
                .forEach((label, line) -> text.append("JDK ")
                        .append(label)
                        .append(": ")
                        .append(line)
                        .append('\n'));
        return text.toString();
    }

    /** What the gates say that is true of all scenarios. */
    static List<String> ofTheRun(RunContents run) {
        return new GateLines(run, ruling -> ruling.scope() == Scope.RUN).lines();
    }

    private static boolean loops(RunContents run, Load.Loop loop) {
        return run.record().plan().scenarios().stream().anyMatch(scenario -> scenario.loop() == loop);
    }

    /** What the columns and marks mean, and what the numbers may be used for. */
    static List<String> legend(RunContents run) {
        List<String> lines = new ArrayList<>();
        boolean search = run.record().plan().search().isPresent();
        lines.add(run.record().id() + " [" + run.badge().text() + "]; "
                + Numbers.forks(run.record().plan().blocks())
                + (search ? " per contender and rate at the most; " : " per cell; ")
                + run.record().environment().cpu() + ", " + Processors.of(run.record()));
        if (search) {
            lines.add(
                    "! behind a name: a gate is red in a fork on which its capacity rests, so it is not citable. ✗2: in two"
                            + " blocks a fork failed. ?: the block is not over.");
            return lines;
        }
        if (loops(run, Load.Loop.CLOSED)) {
            lines.add(
                    "±: 95 % interval between forks. started: users with a page in flight, of those asked; turnaround: what "
                            + "Little's law gives each asked user.");
            lines.add("Closed loop: latencies are service times, from asking to the last byte.");
        }
        if (loops(run, Load.Loop.OPEN)) {
            lines.add(
                    "Open loop: latencies are response times, from when a page was due to its last byte, waiting in line "
                            + "included. lateness: how late the harness came to a page; backlog: most pages due and not sent; "
                            + "pacer: CPU of the thread that sends, of one core.");
            lines.add(
                    "saturated: pages arrived faster than they were fetched, so waiting would have grown for as long as "
                            + "anybody looked; the trial was given up.");
        }
        if (loops(run, Load.Loop.LIST)) {
            lines.add(
                    "List: list time is from asking for its first page to the last byte of whichever came last, mean of a fork's "
                            + "lists; ±: 95 % interval between forks.");
            lines.add(
                    "÷ least: over what the pages' own delays take with as many in flight; at once: pages that can be, of those in "
                            + "the list. Page latencies are service times, from asking to the last byte.");
        }
        if (run.record().plan().scenarios().stream()
                .anyMatch(scenario -> scenario.faults().fail()))
            lines.add(
                    "as told: pages that failed on purpose; in no rate of pages, no n and no latency; what they cost is in the cost of "
                            + "the right pages.");
        lines.add("added: latency less the page's own delay; where there is none, all latency is added.");
        lines.add("(in brackets): fewer than 100 samples beyond it; –: fewer than 10, or it cannot be told.");
        lines.add(
                "Cost is that of the fork and its workers while it was measured. mem/in flight: memory for each page in "
                        + "flight, over that without users;");
        lines.add("    connections: opened in all, + of them while it was measured; n/a: nobody can tell.");
        if (!run.record().plan().pinned().isEmpty())
            lines.add(
                    "    pinned/page: how often virtual threads kept their carrier while they waited × for how long, in a "
                            + "fork of its own that is no measurement.");
        if (run.gates().rulings().stream().anyMatch(ruling -> ruling.light() == Light.RED))
            lines.add(
                    "! behind a name: a gate is red, so its numbers are not citable; which one stands below its table.");
        if (run.cells().stream()
                .anyMatch(
                        cell -> !cell.saturated().isEmpty() && !cell.measured().isEmpty()))
            lines.add("≈2 behind a name: two of its forks were saturated; its numbers are those of the others.");
        if (run.failed()) lines.add("✗2 behind a name: two of its forks failed; its numbers are those of the others.");
        return lines;
    }
}
