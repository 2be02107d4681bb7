package dev.iomodels.report;

import dev.iomodels.plan.Scenario;
import dev.iomodels.result.AtomicFile;
import dev.iomodels.result.Environment;
import dev.iomodels.result.RunRecord;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code summary.md}: the tables, what they were measured on, and the limits of each contender. */
final class MarkdownReport implements Report {

    @Override
    public void write(RunContents run) {
        AtomicFile.write(run.directory().path().resolve("summary.md"), text(run));
    }

    private static String text(RunContents run) {
        StringBuilder text = new StringBuilder(
                "# " + run.record().id() + "\n\n**" + run.record().badge() + "**\n");
        for (Scenario scenario : run.record().plan().scenarios()) {
            ScenarioTable table = new ScenarioTable(scenario, run.of(scenario));
            text.append("\n## ")
                    .append(table.title())
                    .append("\n\n")
                    .append(table.table().markdown());
            if (!table.notes().isEmpty())
                text.append("\n```\n").append(String.join("\n", table.notes())).append("\n```\n");
            limits(run, scenario, text);
        }
        text.append("\n## How to read it\n\n");
        TextReport.legend(run).forEach(line -> text.append("- ").append(line).append('\n'));
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

    private static void environment(RunContents run, StringBuilder text) {
        Environment on = run.record().environment();
        text.append("\n## Where and how\n\n");
        Map<String, String> facts = new java.util.LinkedHashMap<>();
        facts.put(
                "machine",
                on.cpu() + ", " + on.cores() + " cores, " + Numbers.bytes(on.memoryBytes()) + "; virtualisation: "
                        + on.virtualisation() + ", governor: " + on.governor());
        facts.put("system", on.os() + "; " + on.kernel());
        facts.put(
                "JDKs",
                run.record().plan().cells().stream()
                        .map(cell -> cell.contender().jdk().toString())
                        .distinct()
                        .collect(Collectors.joining("; ")));
        facts.put(
                "flags of every fork",
                "`" + String.join(" ", run.record().plan().terms().jvmArgs()) + "`");
        facts.put("stub", on.stub().toString());
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
        return number == 1 ? "" : ", in " + number + " sittings: it was interrupted and resumed";
    }
}
