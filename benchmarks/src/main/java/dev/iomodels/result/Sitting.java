package dev.iomodels.result;

import dev.iomodels.result.RunRecord.Status;
import java.util.List;

/**
 * One stretch of a run: from its start, or from where it was resumed, to its end.
 *
 * @param started when, in UTC, ISO 8601
 * @param ended when; empty while it goes on, or if it was killed
 * @param status how it ended; one that was killed says so only when the run is resumed
 * @param reason why it did not finish; empty if it did, or still goes on
 * @param changed what was not as in the first sitting, in words, though it may be so: {@code commit: was …, is …}
 */
public record Sitting(String started, String ended, Status status, String reason, List<String> changed) {
    public Sitting {
        if (changed == null) changed = List.of();
    }

    /** One that begins. */
    static Sitting begun(String when, List<String> changed) {
        return new Sitting(when, "", Status.RUNNING, "", changed);
    }

    /** The same, ended. */
    Sitting ended(Status how, String why, String when) {
        return new Sitting(started, when, how, why, changed);
    }
}
