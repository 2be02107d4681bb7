package dev.iomodels.report;

import dev.iomodels.gate.Badge;
import dev.iomodels.result.RunRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * A run as its page introduces it: what it may be used for, where it was measured, and how to do it again.
 *
 * @param jdks their versions, in a line
 * @param facts of where and how, each a name and a text
 * @param repeat commands
 */
record PageRun(
        String id,
        String status,
        String started,
        String ended,
        String preset,
        int blocks,
        long seed,
        double delta,
        Label badge,
        String tool,
        String commit,
        String machine,
        String cpu,
        String date,
        String jdks,
        List<List<String>> facts,
        String command,
        List<String> repeat) {

    private static final String JAR = "java -jar benchmarks/target/benchmarks.jar ";

    /** What numbers may be used for, in a word and in a text. */
    record Label(String kind, String text) {
        static Label of(Badge badge) {
            return new Label(badge.kind().name(), badge.text());
        }
    }

    static PageRun of(RunContents run) {
        RunRecord record = run.record();
        return new PageRun(
                record.id(),
                record.status().name(),
                record.started(),
                record.ended(),
                record.plan().preset().label(),
                record.plan().blocks(),
                record.plan().seed(),
                record.plan().delta(),
                Label.of(run.badge()),
                record.environment().tool(),
                record.environment().commit(),
                Citation.machine(run),
                record.environment().cpu(),
                Citation.date(run),
                String.join(
                        ", ",
                        run.jdks().stream().map(jdk -> jdk.version()).distinct().toList()),
                RunFacts.of(run).entrySet().stream()
                        .map(fact -> List.of(fact.getKey(), fact.getValue()))
                        .toList(),
                JAR + String.join(" ", record.command()),
                repeat(record));
    }

    private static List<String> repeat(RunRecord record) {
        List<String> commands = new ArrayList<>();
        commands.add(JAR + "rerun results/" + record.id());
        commands.add(JAR + "verify results/" + record.id());
        if (record.plan().search().isEmpty()) commands.add(JAR + "compare results/YOUR-RUN results/" + record.id());
        return commands;
    }
}
