package dev.iomodels.cli;

import dev.iomodels.result.Finding;
import dev.iomodels.result.Light;
import dev.iomodels.run.Doctor;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code doctor}: looks whether a run would measure what it says here, and changes nothing. */
@Command(
        name = "doctor",
        description = "Looks at the machine with a run's plan in mind, changes nothing, and says what to change.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PlanOptions planOptions;

    /** 1 if the plan would fail. */
    @Override
    public Integer call() {
        PlanOptions.Asked asked = planOptions.asked();
        Beforehand.checkFlags(asked.plan());
        List<Finding> findings = new ArrayList<>(Doctor.here().look(asked.plan()));
        findings.add(new Finding("JDKs found", asked.known().toString(), Light.GREEN, ""));
        print(findings, true, spec.commandLine().getOut());
        return findings.stream().anyMatch(finding -> finding.light() == Light.RED) ? Main.FAILED : 0;
    }

    /** A line for each finding; only those that ask for something, unless {@code all} are wanted. */
    static void print(List<Finding> findings, boolean all, PrintWriter out) {
        for (Finding finding : findings)
            if (all || finding.light() == Light.AMBER || finding.light() == Light.RED)
                out.println(String.format(
                                "%-8s%s: %s",
                                finding.light() == Light.RED
                                        ? "RED"
                                        : finding.light().name().toLowerCase(Locale.ROOT),
                                finding.check(),
                                finding.value())
                        + (finding.remedy().isEmpty() ? "" : " → " + finding.remedy()));
        out.flush();
    }
}
