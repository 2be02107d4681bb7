package dev.iomodels.report;

import dev.iomodels.plan.Scenario;
import dev.iomodels.result.AtomicFile;
import dev.iomodels.result.Environment;
import dev.iomodels.result.RunRecord;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code summary.md}: the tables, what they were measured on, and the limits of each contender. */
final class MarkdownReport implements Report {

    @Override
    public void write(RunContents run, Path into) {
        AtomicFile.write(into.resolve("summary.md"), text(run));
    }

    private static String text(RunContents run) {
        StringBuilder text = new StringBuilder(
                "# " + run.record().id() + "\n\n**" + run.badge().text() + "**\n");
        for (Scenario scenario : run.record().plan().scenarios()) {
            ScenarioTable table = new ScenarioTable(run, scenario);
            text.append("\n## ")
                    .append(table.title())
                    .append("\n\n")
                    .append(table.table().markdown());
            AddedTable.of(run, scenario).ifPresent(added -> text.append('\n').append(added.markdown()));
            CostTable cost = new CostTable(run, scenario);
            if (!cost.isEmpty()) text.append('\n').append(cost.table().markdown());
            if (!cost.notes().isEmpty())
                text.append("\n```\n").append(String.join("\n", cost.notes())).append("\n```\n");
            if (!table.notes().isEmpty())
                text.append("\n```\n").append(String.join("\n", table.notes())).append("\n```\n");
            limits(run, scenario, text);
        }
        if (!TextReport.ofTheRun(run).isEmpty())
            text.append("\n```\n")
                    .append(String.join("\n", TextReport.ofTheRun(run)))
                    .append("\n```\n");
        text.append("\n## How to read it\n\n");
        TextReport.legend(run).forEach(line -> text.append("- ").append(line).append('\n'));
        citing(run, text);
        environment(run, text);
        return text.toString();
    }

    private static void limits(RunContents run, Scenario scenario, StringBuilder text) {
        text.append('\n');
        for (var cell : run.of(scenario))
            cell.example()
                    .filter(fork -> !fork.limits().isEmpty())
                    .ifPresent(fork -> text.append("- `")
                            .append(cell.cell().contender().slug())
                            .append("`: ")
                            .append(fork.limits())
                            .append("; bytes are ")
                            .append(fork.allocationCounter())
                            .append('\n'));
    }

    private static void citing(RunContents run, StringBuilder text) {
        text.append("\n## How to cite\n\n")
                .append("Every number has an id, `")
                .append(run.record().id())
                .append(
                        "/SCENARIO/CONTENDER/METRIC`: the first column of `summary.csv`. `java -jar benchmarks.jar cite ID`")
                .append(" says the number with everything that belongs to it, or why it cannot be cited;")
                .append(" `verify RUN` makes every number again from the raw files.\n");
    }

    private static void environment(RunContents run, StringBuilder text) {
        Environment on = run.record().environment();
        text.append("\n## Where and how\n\n");
        Map<String, String> facts = new java.util.LinkedHashMap<>();
        facts.put(
                "machine",
                on.cpu() + ", " + on.cores() + " cores, " + Numbers.bytes(on.memoryBytes()) + "; virtualisation: "
                        + on.virtualisation() + ", governor: " + on.governor());
        facts.put("system", on.os() + "; " + on.kernel());
        JdkLines.of(run).forEach((label, line) -> facts.put("JDK " + label, line));
        facts.put(
                "flags of every fork",
                "`" + String.join(" ", run.record().plan().terms().jvmArgs()) + "`");
        String cpus = run.record().plan().terms().clientCpus();
        if (!cpus.isEmpty()) facts.put("forks pinned to processors", cpus);
        String stubCpus = run.record().plan().terms().stubCpus();
        facts.put("stub", on.stub() + (stubCpus.isEmpty() ? "" : ", pinned to processors " + stubCpus));
        facts.put("libraries", on.libraries().toString());
        facts.put("iomodels", on.tool() + ", commit " + on.commit());
        facts.put("command", "`" + String.join(" ", run.record().command()) + "`");
        facts.put(
                "from, to",
                run.record().started() + ", " + run.record().ended() + " ("
                        + run.record().status() + ")" + sittings(run.record()));
        facts.forEach((name, fact) ->
                text.append("- ").append(name).append(": ").append(fact).append('\n'));
    }

    private static String sittings(RunRecord record) {
        int number = record.sittings().size();
        if (number == 1) return "";
        String changed = record.sittings().stream()
                .flatMap(sitting -> sitting.changed().stream())
                .distinct()
                .collect(Collectors.joining("; "));
        return ", in " + number + " sittings: it was interrupted and resumed"
                + (changed.isEmpty() ? "" : "; meanwhile " + changed);
    }
}
