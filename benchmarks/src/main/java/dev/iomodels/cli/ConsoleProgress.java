package dev.iomodels.cli;

import dev.iomodels.plan.Plan;
import dev.iomodels.result.ForkResult;
import dev.iomodels.run.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * Progress for a person: a line for each fork that is done and, on a terminal, one below them that says what is running,
 * how fast, and how long it will all take. Without a terminal, lines that stay.
 */
final class ConsoleProgress implements Progress {
    private static final String CLEAR = "\r\033[K";

    private final PrintWriter out;
    private final boolean terminal;
    private String place = "";
    private boolean list;
    private String left = "";
    private boolean status;

    private ConsoleProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static ConsoleProgress on(PrintWriter out) {
        return new ConsoleProgress(out, Terminal.isOne());
    }

    @Override
    public synchronized void note(String what) {
        running(what);
    }

    @Override
    public synchronized void begin(Plan.Fork fork, int number, int of, Duration time) {
        list = fork.cell().scenario().list();
        place = "[" + number + "/" + of + "] " + fork.path();
        left = PlanText.minutes(time) + " left";
        running(place + ": starting, " + left);
    }

    @Override
    public synchronized void iteration(boolean warmup, int number, double score) {
        running(place + ": " + (warmup ? "warm-up " : "iteration ") + number + ", "
                + (list ? listTime(score * 1e6) : rate(score)) + ", " + left);
    }

    @Override
    public synchronized void end(ForkResult result, Duration time) {
        String outcome = place + ": " + outcome(result);
        out.println(status ? CLEAR + outcome : outcome + ", " + PlanText.minutes(time) + " left");
        out.flush();
        status = false;
    }

    private static String outcome(ForkResult result) {
        if (result instanceof ForkResult.Measured measured)
            return measured.lists().any() ? listTime(measured.lists().meanNanos()) : rate(measured.pagesPerSecond());
        if (result instanceof ForkResult.Saturated saturated)
            return "saturated: " + rate(saturated.achievedPerSecond()) + " achieved of "
                    + rate(saturated.offeredPerSecond()) + " offered";
        if (result instanceof ForkResult.Failed failed) return "FAILED: " + failed.reason();
        return "skipped: " + ((ForkResult.Skipped) result).reason();
    }

    private static String listTime(double nanos) {
        return String.format(Locale.ROOT, "list in %,.1f ms", nanos / 1e6).replace(',', ' ');
    }

    private static String rate(double pagesPerSecond) {
        String form = pagesPerSecond == Math.rint(pagesPerSecond) ? "%,.0f pages/s" : "%,.1f pages/s";
        return String.format(Locale.ROOT, form, pagesPerSecond).replace(',', ' ');
    }

    private void running(String what) {
        if (!terminal) return;
        out.print(CLEAR + what);
        out.flush();
        status = true;
    }

    @Override
    public synchronized void close() {
        if (status) out.print(CLEAR);
        out.flush();
        status = false;
    }
}
