package dev.iomodels.run;

import dev.iomodels.plan.Plan;
import dev.iomodels.result.ForkResult;
import java.time.Duration;

/** Hears how a run goes on. */
public interface Progress extends AutoCloseable {

    /** Something is about to happen that is no fork: {@code warming the stub up}. */
    void note(String what);

    /** A fork begins; with itself, those that are left take about {@code left}. */
    void begin(Plan.Fork fork, int number, int of, Duration left);

    /** An iteration of it is over; {@code score} is in pages per second, or where it was a list, its time in ms. */
    void iteration(boolean warmup, int number, double score);

    /** The fork is over; those that are left take about {@code left}. */
    void end(ForkResult result, Duration left);

    @Override
    void close();
}
