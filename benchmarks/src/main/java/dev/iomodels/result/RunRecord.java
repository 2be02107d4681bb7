package dev.iomodels.result;

import dev.iomodels.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
 * @param doctor what was found on the machine before the first fork
 * @param planHash SHA-256 of the plan as JSON: what was planned before the first fork is what was carried out
 * @param sittings its stretches, the first one first; more than one if it was resumed
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
        List<Finding> doctor,
        Plan plan,
        String planHash,
        List<Sitting> sittings) {
    /** The schema that this version writes. */
    public static final int SCHEMA = 2;

    public RunRecord {
        Objects.requireNonNull(status, "no status");
        Objects.requireNonNull(environment, "no environment");
        Objects.requireNonNull(plan, "no plan");
        if (doctor == null) doctor = List.of();
        if (sittings == null || sittings.isEmpty()) throw new IllegalArgumentException("no sittings");
    }

    /** How far a run has come. */
    public enum Status {
        RUNNING,
        FINISHED,
        INTERRUPTED
    }

    /** The record of a run that begins. */
    public static RunRecord begun(
            String id, String when, List<String> command, Environment environment, List<Finding> doctor, Plan plan) {
        return new RunRecord(
                SCHEMA,
                id,
                Status.RUNNING,
                "",
                when,
                "",
                plan.badge(),
                command,
                environment,
                doctor,
                plan,
                hash(plan),
                List.of(Sitting.begun(when, List.of())));
    }

    /** What {@link #planHash} has to be. */
    public static String hash(Plan plan) {
        return Sums.sha256(Json.text(plan).getBytes(StandardCharsets.UTF_8));
    }

    /** The same with a search's plan unfolded: only to be read, for its hash is that of the plan as it was made. */
    public RunRecord unfolded(Plan cells) {
        return new RunRecord(
                schema,
                id,
                status,
                reason,
                started,
                ended,
                badge,
                command,
                environment,
                doctor,
                cells,
                planHash,
                sittings);
    }

    /** The same, ended. */
    public RunRecord ended(Status how, String why, String when) {
        List<Sitting> all = new ArrayList<>(sittings);
        Sitting last = all.remove(all.size() - 1);
        all.add(last.ended(how, why, when));
        return with(how, why, when, all);
    }

    /** The same, going on again after it was interrupted; {@code changed}: what is not as it was, in words. */
    public RunRecord resumed(String when, List<String> changed) {
        List<Sitting> all = new ArrayList<>(sittings);
        Sitting last = all.remove(all.size() - 1);
        all.add(last.status() == Status.RUNNING ? last.ended(Status.INTERRUPTED, "the runner was killed", "") : last);
        all.add(Sitting.begun(when, changed));
        return with(Status.RUNNING, "", "", all);
    }

    private RunRecord with(Status how, String why, String when, List<Sitting> all) {
        return new RunRecord(
                schema, id, how, why, started, when, badge, command, environment, doctor, plan, planHash, all);
    }
}
