package dev.iomodels.run;

import java.util.Optional;

/**
 * CPU time of the whole machine since it was started, in seconds (proc(5), {@code /proc/stat}).
 *
 * @param cores how many processors there are
 * @param busy in processes: user, nice and system; neither interrupts nor guests, who are in user already
 * @param interrupts in interrupts, soft ones too
 * @param stolen given to others by the hypervisor
 */
record CpuTimes(int cores, double busy, double interrupts, double stolen) {
    /** What user space is told times in, whatever the kernel's own clock does: USER_HZ. */
    private static final double TICKS_PER_SECOND = 100;

    /** As of now; empty where the system does not tell. */
    static Optional<CpuTimes> read(SystemFiles files) {
        return files.text("proc/stat").flatMap(CpuTimes::parse);
    }

    private static Optional<CpuTimes> parse(String text) {
        String[] all = text.lines().findFirst().orElse("").split("\\s+");
        if (all.length < 9 || !all[0].equals("cpu")) return Optional.empty();
        int cores =
                (int) text.lines().filter(line -> line.matches("cpu\\d+ .*")).count();
        double busy = seconds(all[1]) + seconds(all[2]) + seconds(all[3]);
        return Optional.of(new CpuTimes(cores, busy, seconds(all[6]) + seconds(all[7]), seconds(all[8])));
    }

    private static double seconds(String ticks) {
        return Long.parseLong(ticks) / TICKS_PER_SECOND;
    }
}
