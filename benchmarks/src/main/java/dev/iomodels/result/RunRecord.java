package dev.iomodels.result;

import dev.iomodels.plan.Plan;
import java.util.List;
import java.util.Objects;

/**
 * A run's {@code run.json}: what was planned, where, and how it ended. Written before the first fork, closed after the
 * last.
 *
 * @param schema version of the run directory's layout
 * @param id the directory's name
 * @param reason why it did not finish; empty if it did, or still goes on
 * @param started when, in UTC, ISO 8601
 * @param ended when; empty while it goes on
 * @param badge what its numbers may be used for
 * @param command what was typed
 */
public record RunRecord(
        int schema,
        String id,
        Status status,
        String reason,
        String started,
        String ended,
        String badge,
        List<String> command,
        Environment environment,
        Plan plan) {
    /** The schema that this version writes. */
    public static final int SCHEMA = 1;

    public RunRecord {
        Objects.requireNonNull(status, "no status");
        Objects.requireNonNull(environment, "no environment");
        Objects.requireNonNull(plan, "no plan");
    }

    /** How far a run has come. */
    public enum Status {
        RUNNING,
        FINISHED,
        INTERRUPTED
    }

    /** The same, ended. */
    public RunRecord ended(Status how, String why, String when) {
        return new RunRecord(schema, id, how, why, started, when, badge, command, environment, plan);
    }
}
