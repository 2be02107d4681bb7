package dev.iomodels.report;

import dev.iomodels.plan.Cell;
import dev.iomodels.result.RunRecord;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a capacity, by which it is quoted: {@code 2026-11-22T150300Z-capacity/capacity/virtual-thread@25/capacity}.
 *
 * @param run the run's id; as typed it may be the path of the run's directory
 * @param contender the contender's slug
 */
public record CapacityId(String run, String contender) {
    private static final String SCENARIO = "capacity";
    private static final Pattern TEXT = Pattern.compile("(.+)/" + SCENARIO + "/([^/]+)/capacity");

    /** Of {@code contender} in a run. */
    static CapacityId of(RunRecord run, Cell contender) {
        return new CapacityId(run.id(), contender.contender().slug());
    }

    /** Reads an id; empty if it is none of a capacity. */
    public static Optional<CapacityId> parse(String text) {
        Matcher id = TEXT.matcher(text);
        return id.matches() ? Optional.of(new CapacityId(id.group(1), id.group(2))) : Optional.empty();
    }

    @Override
    public String toString() {
        return run + "/" + SCENARIO + "/" + contender + "/capacity";
    }
}
