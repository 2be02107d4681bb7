package dev.iomodels.run;

import static dev.iomodels.run.Findings.amber;
import static dev.iomodels.run.Findings.green;
import static dev.iomodels.run.Findings.unknown;

import dev.iomodels.result.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the processors always run as fast as they can, and for nobody else. */
final class ProcessorChecks {
    private static final String CPU = "sys/devices/system/cpu/";
    private static final List<String> GOOD_CLOCKS =
            List.of("tsc", "kvm-clock", "arch_sys_counter", "hyperv_clocksource_tsc_page");
    /** The quota of a group that may use all there is would be no quota. */
    private static final double WHOLE = 0.999;

    private final SystemFiles files;

    ProcessorChecks(SystemFiles files) {
        this.files = files;
    }

    List<Finding> look() {
        return List.of(governor(), turbo(), threads(), virtualised(), quota(), clock());
    }

    private Finding governor() {
        Optional<String> governor = files.text(CPU + "cpu0/cpufreq/scaling_governor");
        if (governor.isEmpty()) return unknown("CPU governor");
        return governor.get().equals("performance")
                ? green("CPU governor", "performance")
                : amber(
                        "CPU governor",
                        governor.get(),
                        "clocks change with the load; fix them with: cpupower frequency-set -g performance");
    }

    private Finding turbo() {
        Optional<String> off = files.text(CPU + "intel_pstate/no_turbo");
        Optional<String> on = files.text(CPU + "cpufreq/boost");
        if (off.isEmpty() && on.isEmpty()) return unknown("turbo");
        boolean turbo = off.map("0"::equals).orElseGet(() -> on.get().equals("1"));
        String how =
                off.isPresent() ? "echo 1 > /" + CPU + "intel_pstate/no_turbo" : "echo 0 > /" + CPU + "cpufreq/boost";
        return turbo
                ? amber(
                        "turbo",
                        "on",
                        "the clock depends on the temperature and on idle cores; switch it off with: " + how)
                : green("turbo", "off");
    }

    private Finding threads() {
        Optional<String> active = files.text(CPU + "smt/active");
        if (active.isEmpty()) return unknown("SMT");
        return active.get().equals("1")
                ? amber(
                        "SMT",
                        "on",
                        "two processors share one core; pin stub and client to different cores (--stub-cpus, --client-cpus), or: echo off > /"
                                + CPU + "smt/control")
                : green("SMT", "off");
    }

    private Finding virtualised() {
        String what = Virtualisation.of(files.root());
        return switch (what) {
            case "none" -> green("virtualisation", what);
            case "unknown" -> unknown("virtualisation");
            default ->
                amber(
                        "virtualisation",
                        what,
                        "somebody else may use the same processors; the gates watch for it, a machine of your own is better");
        };
    }

    private Finding quota() {
        Optional<Double> quota = new ControlGroup(files).quota();
        int cores = CpuTimes.read(files).map(CpuTimes::cores).orElse(0);
        if (quota.isEmpty() || cores > 0 && quota.get() >= cores * WHOLE) return green("CPU quota", "none");
        return amber(
                "CPU quota",
                String.format(Locale.ROOT, "%.2f processors of %d", quota.get(), cores),
                "what is used up is taken away in the middle of a fork; raise the control group's cpu.max, or measure outside the container");
    }

    private Finding clock() {
        Optional<String> source = files.text("sys/devices/system/clocksource/clocksource0/current_clocksource");
        if (source.isEmpty()) return unknown("clock source");
        return GOOD_CLOCKS.contains(source.get())
                ? green("clock source", source.get())
                : amber(
                        "clock source",
                        source.get(),
                        "reading the clock is slow, and each page reads it twice; boot with clocksource=tsc if the processor's is stable");
    }
}
