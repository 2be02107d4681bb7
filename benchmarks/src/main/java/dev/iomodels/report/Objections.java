package dev.iomodels.report;

import dev.iomodels.result.ForkResult;
import dev.iomodels.result.Metric;
import dev.iomodels.result.Mismatch;
import dev.iomodels.result.RawCheck;
import dev.iomodels.result.Sums;
import dev.iomodels.stats.CellNumbers;
import dev.iomodels.stats.CellNumbers.Footing;
import java.util.ArrayList;
import java.util.List;

/** Why a number must not be quoted. */
public final class Objections {
    private static final int SHOWN = 3;

    private Objections() {}

    /** What the numbers of a cell may be used for, in words. */
    static String badge(RunContents run, CellNumbers cell) {
        return run.badge(cell).text();
    }

    /** Everything that speaks against quoting {@code metric} of {@code cell}, each in a line; empty if it may be quoted. */
    public static List<String> against(RunContents run, CellNumbers cell, Metric metric) {
        List<String> reasons = new ArrayList<>(against(run, cell));
        files(run, reasons);
        if (cell.measured().isEmpty()) return reasons;
        if (!metric.isOf(cell.cell().scenario()))
            reasons.add(
                    "it cannot be told: " + metric.id() + " makes no sense of load "
                            + cell.cell().scenario().load()
                            + "; closed loops have service times (p99), open ones response times (response-p99), lists a list-time");
        else if (metric.isQuantile() && cell.footing(metric) != Footing.SOUND) reasons.add(thin(metric));
        else if (cell.estimate(metric).isEmpty())
            reasons.add("it cannot be told: " + metric.id()
                    + " has no value here (results/README.md says how it is made, and when it is left out)");
        return reasons;
    }

    /** Everything about its cell that speaks against quoting a number, whichever it is; the run's files are not looked at. */
    static List<String> against(RunContents run, CellNumbers cell) {
        List<String> reasons = new ArrayList<>();
        String badge = badge(run, cell);
        if (!badge.startsWith("indicative") && !badge.startsWith("citable")) reasons.add(badge);
        forks(run, cell, reasons);
        return reasons;
    }

    private static String thin(Metric metric) {
        return "thin footing: in one of its forks fewer than " + Metric.SOUND_FROM + " samples lie beyond its "
                + metric.id();
    }

    private static void forks(RunContents run, CellNumbers cell, List<String> reasons) {
        int planned = run.record().plan().blocks();
        if (cell.skipped().isPresent()) reasons.add("skipped: " + cell.skipped().get());
        else if (cell.forks().size() < planned)
            reasons.add("only " + cell.forks().size() + " of its " + planned + " forks are done");
        for (ForkResult.Saturated fork : cell.saturated()) reasons.add("saturated: " + SaturatedForks.why(fork));
        cell.failed()
                .forEach(fork -> reasons.add("fork " + fork.block() + " of " + planned + " failed: "
                        + ((ForkResult.Failed) fork.result()).reason()));
    }

    /** A number is no better than the run that it comes from: its raw files are as they were written, and agree. */
    static void files(RunContents run, List<String> reasons) {
        List<Mismatch> mismatches = new ArrayList<>(RawCheck.of(run.directory()));
        mismatches.addAll(Sums.check(run.directory()));
        reasons.addAll(first(mismatches));
    }

    /** The part of that which raw files alone decide. */
    static List<String> rawFiles(RunContents run) {
        return first(RawCheck.of(run.directory()));
    }

    private static List<String> first(List<Mismatch> mismatches) {
        List<String> lines = new ArrayList<>(
                mismatches.stream().limit(SHOWN).map(Mismatch::toString).toList());
        if (mismatches.size() > SHOWN)
            lines.add((mismatches.size() - SHOWN) + " more of the kind: verify lists them all");
        return lines;
    }
}
