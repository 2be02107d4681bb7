package dev.iomodels.result;

import dev.iomodels.result.RunRecord.Status;

/**
 * One stretch of a run: from its start, or from where it was resumed, to its end.
 *
 * @param started when, in UTC, ISO 8601
 * @param ended when; empty while it goes on
 * @param status how it ended
 * @param reason why it did not finish; empty if it did, or still goes on
 */
public record Sitting(String started, String ended, Status status, String reason) {}
