package dev.iomodels.report;

import java.util.List;
import java.util.Map;

/**
 * What a report's page shows, as its JSON: answers, numbers, curves and tables, all computed, nothing for the page to work out.
 * Times are nanoseconds unless a name says otherwise. What cannot be told is null, and is left out of the JSON.
 *
 * @param kind {@code run} or {@code comparison}
 * @param search whether the run looked for capacities
 * @param runs one, or the two that are compared, A first
 * @param stops where each contender stops scaling
 * @param families of comparisons
 * @param gates all that are amber or red, and of runs, scenarios and cells those that could not tell; of runs and scenarios all
 * @param strings texts that recur, which cells name by their places
 * @param bands of gates of forks, amber and red, by what they look at
 */
record PageData(
        String kind,
        boolean search,
        String title,
        PageRun.Label badge,
        List<PageRun> runs,
        List<Answer> answers,
        List<String> heading,
        List<Stop> stops,
        List<Model> models,
        List<JdkLine> jdks,
        List<MetricName> metrics,
        List<PageScenario> scenarios,
        List<PageCell> cells,
        List<PageFamily> families,
        List<RulingLine> gates,
        Map<String, List<Double>> bands,
        List<String> notes,
        List<String> legend,
        List<PageTable> tables,
        Map<String, GateWords> gateWords,
        List<String> strings) {

    /** A sentence, and the id of the number that it rests on; empty if it rests on none. */
    record Answer(String text, String id) {}

    /**
     * How far a contender kept up with a load that grew.
     *
     * @param group what the scenarios have in common in which it was asked
     * @param kept the largest load that it kept up with; null if none
     * @param next the smallest measured one above that; null if there is none
     * @param unit of both: {@code users} or {@code pages/s}
     */
    record Stop(
            String group,
            String jdk,
            String contender,
            String model,
            String text,
            Double kept,
            Double next,
            String unit) {}

    /** An IO model with its argument, what its source says of it, and what limited it in this run's forks. */
    record Model(String name, String base, String doc, List<String> limits) {}

    /** A JDK's label and what it stands for. */
    record JdkLine(String label, String line) {}

    /** A metric, what it is called in a sentence, and what stands for several forks: {@code MEAN}, {@code AVERAGE}, {@code LARGEST} or {@code SUM}. */
    record MetricName(
            String id, String name, String label, String unit, String over, boolean quantile, boolean serviceTime) {}

    /** What a gate said, in words. */
    record RulingLine(
            String gate, String scope, String subject, String light, String value, String amber, String red) {}

    /** What a gate looks at, why it would not be green, and what to do then. */
    record GateWords(String looksAt, String cause, String remedy) {}

    /** A table as a terminal shows it; {@code metrics} has the id of the metric of each column, or an empty text. */
    record PageTable(
            String scenario,
            String title,
            String kind,
            List<String> head,
            List<String> metrics,
            List<List<String>> rows) {}
}
