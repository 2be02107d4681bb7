package dev.iomodels.report;

import dev.iomodels.result.Environment;
import dev.iomodels.result.RunRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Where and how a run was measured: what another one has to be held against before their numbers are. */
final class RunFacts {
    private RunFacts() {}

    /** By name, in the order in which they are read. */
    static Map<String, String> of(RunContents run) {
        RunRecord record = run.record();
        Environment on = record.environment();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "machine",
                on.cpu() + ", " + on.cores() + " cores, " + Numbers.bytes(on.memoryBytes()) + "; virtualisation: "
                        + on.virtualisation() + ", governor: " + on.governor());
        facts.put("system", on.os() + "; " + on.kernel());
        JdkLines.of(run).forEach((label, line) -> facts.put("JDK " + label, line));
        facts.put("flags of every fork", String.join(" ", record.plan().terms().jvmArgs()));
        String cpus = record.plan().terms().clientCpus();
        if (!cpus.isEmpty()) facts.put("forks pinned to processors", cpus);
        String stubCpus = record.plan().terms().stubCpus();
        facts.put("stub", on.stub() + (stubCpus.isEmpty() ? "" : ", pinned to processors " + stubCpus));
        facts.put("libraries", on.libraries().toString());
        facts.put("iomodels", on.tool() + ", commit " + on.commit());
        facts.put("command", String.join(" ", record.command()));
        facts.put(
                "from, to", record.started() + ", " + record.ended() + " (" + record.status() + ")" + sittings(record));
        return facts;
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
