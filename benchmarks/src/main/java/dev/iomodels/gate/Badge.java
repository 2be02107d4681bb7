package dev.iomodels.gate;

import dev.iomodels.plan.Preset;
import dev.iomodels.result.Light;
import dev.iomodels.result.RunRecord;
import dev.iomodels.result.RunRecord.Status;
import dev.iomodels.stats.CellNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What numbers may be used for.
 *
 * @param kind in a word
 * @param text as it stands on every output
 */
public record Badge(Kind kind, String text) {
    private static final int CITABLE_FROM = 10;
    private static final String INDICATIVE = "indicative";

    /** What numbers may be used for, in a word. */
    public enum Kind {
        SMOKE,
        INDICATIVE,
        CITABLE,
        NOT_CITABLE
    }

    /** The badge of a cell's numbers. What no gate could tell is not green: such numbers are indicative at the best. */
    public static Badge of(RunRecord record, CellNumbers cell, Gates gates) {
        Preset preset = record.plan().preset();
        if (preset == Preset.SMOKE) return new Badge(Kind.SMOKE, preset.badge());
        List<String> red = gates.ids(cell.cell(), Light.RED);
        if (!red.isEmpty()) return new Badge(Kind.NOT_CITABLE, "not citable: " + String.join(", ", red));
        if (cell.gaveUp()) return new Badge(Kind.INDICATIVE, INDICATIVE + ": saturated");
        if (cell.measured().isEmpty()) return new Badge(Kind.NOT_CITABLE, "not citable: not measured");
        if (preset != Preset.PUBLISH) return new Badge(Kind.INDICATIVE, INDICATIVE);
        List<String> lacks = lacks(record, cell, gates);
        return lacks.isEmpty()
                ? new Badge(Kind.CITABLE, "citable")
                : new Badge(Kind.INDICATIVE, INDICATIVE + ": " + String.join(", ", lacks));
    }

    /** Why a cell of a run that was to be published is not citable, though nothing is wrong with it. */
    private static List<String> lacks(RunRecord record, CellNumbers cell, Gates gates) {
        List<String> lacks = new ArrayList<>();
        int forks = cell.measured().size();
        if (forks < CITABLE_FROM) lacks.add("F=" + forks + ", citable from " + CITABLE_FROM);
        if (record.status() != Status.FINISHED) lacks.add("not finished");
        gates.ids(cell.cell(), Light.UNKNOWN).forEach(gate -> lacks.add(gate + " unknown"));
        return lacks;
    }

    /** The badge of a whole run: the word for most of what can be said of it, and how many of its cells are not citable. */
    public static Badge of(RunRecord record, List<CellNumbers> cells, Gates gates) {
        Preset preset = record.plan().preset();
        if (preset == Preset.SMOKE) return new Badge(Kind.SMOKE, preset.badge());
        List<CellNumbers> run =
                cells.stream().filter(cell -> cell.cell().skip().isEmpty()).toList();
        var kinds = run.stream()
                .collect(Collectors.groupingBy(cell -> of(record, cell, gates).kind(), Collectors.counting()));
        long not = kinds.getOrDefault(Kind.NOT_CITABLE, 0L);
        if (not == run.size()) return new Badge(Kind.NOT_CITABLE, "not citable: no cell is");
        Kind kind = kinds.containsKey(Kind.INDICATIVE) ? Kind.INDICATIVE : Kind.CITABLE;
        String word = (kind == Kind.CITABLE ? "citable" : INDICATIVE)
                + (record.status() == Status.FINISHED ? "" : ", not finished");
        return new Badge(kind, not == 0 ? word : word + "; " + not + " of " + run.size() + " cells not citable");
    }
}
