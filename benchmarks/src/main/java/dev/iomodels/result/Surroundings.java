package dev.iomodels.result;

/**
 * What went on outside a fork while it measured, as seen from the runner: from the end of its last warm-up iteration to
 * the end of its last one. What the system does not tell is -1, never 0.
 *
 * @param seconds how long it was watched
 * @param sleeps how often a thread of the runner slept for 10 ms
 * @param hiccupP50Nanos how much longer than that it slept: the median
 * @param hiccupP99Nanos the same, 99 % of the time
 * @param hiccupP999Nanos the same, 99.9 %
 * @param hiccupMaxNanos the longest
 * @param cores processors that the system tells the time of
 * @param busyCpuSeconds CPU time of all processes of the machine, interrupts left out
 * @param interruptCpuSeconds CPU time in interrupts, which many kernels charge to the processes that they interrupt, too
 * @param stolenCpuSeconds CPU time that the hypervisor gave to others
 * @param runnerCpuSeconds CPU time of the runner itself
 * @param periods periods in which the runner's control group could have used up its quota of CPU time
 * @param throttled how many of them it was held up in
 */
public record Surroundings(
        double seconds,
        long sleeps,
        long hiccupP50Nanos,
        long hiccupP99Nanos,
        long hiccupP999Nanos,
        long hiccupMaxNanos,
        int cores,
        double busyCpuSeconds,
        Double interruptCpuSeconds,
        double stolenCpuSeconds,
        double runnerCpuSeconds,
        long periods,
        long throttled) {
    /** Nobody watched. */
    public static final Surroundings UNKNOWN = new Surroundings(-1, 0, -1, -1, -1, -1, -1, -1, -1.0, -1, -1, -1, -1);

    public Surroundings {
        // Runs of before it was asked do not tell.
        if (interruptCpuSeconds == null) interruptCpuSeconds = -1.0;
    }
}
