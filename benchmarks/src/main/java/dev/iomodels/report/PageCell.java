package dev.iomodels.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * A cell with all its numbers, curves and forks, as a page shows it. There may be hundreds, so what each has many of is written
 * as arrays, and texts that recur as their places in the page's strings.
 *
 * @param run its place in the page's runs, {@code scenario} and {@code model} theirs in the page's scenarios and models
 * @param askedAs what its model was called when the run was asked for: {@code thread-pool}, of whatever size in each scenario
 * @param status {@code measured}, {@code saturated}, {@code failed}, {@code skipped} or {@code missing}
 * @param reason why it was not measured, or not in all of its forks; else empty
 * @param offered pages per second that it was to fetch, {@code achieved} those that it did, where it was saturated; else null
 * @param saturatedForks how many of its forks were; null if none
 * @param kept whether it kept up with the load; null where nobody can say
 * @param started users with a page in flight, of those {@code asked}; null where nothing was measured
 * @param numbers by the id of their metric
 * @param cite places of what every citation of its numbers has after them
 * @param sha digest of its raw files
 * @param objections places of why its numbers must not be cited; empty if they may be
 * @param added null where nothing is held back: there every latency is added latency
 */
record PageCell(
        int run,
        int scenario,
        String path,
        String contender,
        String askedAs,
        int model,
        String jdk,
        boolean control,
        String status,
        String reason,
        Double offered,
        Double achieved,
        Integer saturatedForks,
        Boolean kept,
        PageRun.Label badge,
        boolean stubBound,
        Integer started,
        Integer asked,
        List<String> amber,
        List<String> red,
        Map<String, Number> numbers,
        List<Integer> cite,
        String sha,
        List<Integer> objections,
        PageCurve latency,
        PageCurve added,
        List<Fork> forks) {

    /**
     * A number of a cell, in its metric's unit.
     *
     * @param factor its 95 % interval reaches from {@code value} ÷ factor to {@code value} × factor; null where it has none
     * @param brief the number as a citation has it, {@code bounds} its interval
     * @param remark the place of what may not be left out beside it
     * @param thin 1 if fewer than a hundred samples lie beyond a quantile; else 0
     * @param forks each fork's value; null on pages with very many
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"value", "factor", "brief", "bounds", "remark", "thin", "forks"})
    record Number(double value, Double factor, String brief, String bounds, int remark, int thin, List<Double> forks) {}

    /**
     * A fork, in the order of the run.
     *
     * @param place when it ran, counted from 1; null where that is not known
     * @param rate pages per second; of lists the mean time of one, in nanoseconds
     * @param share that, of the cell's mean
     * @param hiccup p99.9 outside the fork, in nanoseconds; {@code stolen} and {@code others}: CPU time, in %; {@code late}: the
     *     stub, p99, in nanoseconds. Null where nobody could tell
     * @param iterations each 1 for a warm-up or 0, and its pages per second; of lists the time of each, in nanoseconds
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({
        "block",
        "place",
        "status",
        "reason",
        "rate",
        "share",
        "hiccup",
        "stolen",
        "others",
        "late",
        "amber",
        "red",
        "iterations"
    })
    record Fork(
            int block,
            Integer place,
            String status,
            String reason,
            Double rate,
            Double share,
            Double hiccup,
            Double stolen,
            Double others,
            Double late,
            List<String> amber,
            List<String> red,
            List<List<Double>> iterations) {}
}
