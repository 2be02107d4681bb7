package dev.iomodels.report;

import dev.iomodels.gate.ForkGate;
import dev.iomodels.gate.Gate.Scope;
import dev.iomodels.gate.Ruling;
import dev.iomodels.result.Light;
import dev.iomodels.stats.CellNumbers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What gates say that are not green, for a person: a gate at a time, red ones first, with cause and remedy. */
final class GateLines {
    private static final String INDENT = "       ";

    private static final String STUB_BOUND = " (stub-bound: a lower bound)";

    private final List<Ruling> rulings;
    private final Set<String> stubBound;

    /** @param of which rulings it is about */
    GateLines(RunContents run, Predicate<Ruling> of) {
        this.rulings = run.gates().rulings().stream().filter(of).toList();
        this.stubBound = run.cells().stream()
                .filter(CellNumbers::stubBound)
                .map(cell -> cell.cell().path())
                .collect(Collectors.toSet());
    }

    /** Two lines for each gate that is amber or red somewhere, and one for those that could not tell. */
    List<String> lines() {
        Map<String, List<Ruling>> gates = rulings.stream()
                .filter(Ruling::warns)
                .collect(Collectors.groupingBy(Ruling::gate, LinkedHashMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        gates.values().stream()
                .sorted(Comparator.comparing(gate -> red(gate) ? 0 : 1))
                .forEach(gate -> gate(gate, lines));
        String unknown = rulings.stream()
                .filter(ruling -> ruling.light() == Light.UNKNOWN)
                .map(Ruling::looksAt)
                .distinct()
                .collect(Collectors.joining("; "));
        if (!unknown.isEmpty()) lines.add("not known, at least in one fork: " + unknown);
        return lines;
    }

    private void gate(List<Ruling> gate, List<String> lines) {
        Ruling any = gate.get(0);
        lines.add((red(gate) ? "RED    " : "amber  ") + any.looksAt() + " (" + limits(any) + "): "
                + gate.stream()
                        .collect(Collectors.groupingBy(GateLines::who, LinkedHashMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(who -> one(who.getKey(), who.getValue()))
                        .collect(Collectors.joining(", ")));
        lines.add(INDENT + any.cause() + " → " + any.remedy());
    }

    private static String limits(Ruling ruling) {
        return (ruling.amber().isEmpty() ? "" : "amber: " + ruling.amber())
                + (ruling.amber().isEmpty() || ruling.red().isEmpty() ? "" : "; ")
                + (ruling.red().isEmpty() ? "" : "red: " + ruling.red());
    }

    private static boolean red(Collection<Ruling> rulings) {
        return rulings.stream().anyMatch(ruling -> ruling.light() == Light.RED);
    }

    /** The contender, or what else it is about. */
    private static String who(Ruling ruling) {
        String[] parts = ruling.subject().split("/");
        return parts.length > 1 ? parts[1] : ruling.subject();
    }

    private String one(String who, List<Ruling> warned) {
        Comparator<Ruling> byValue =
                Comparator.comparingDouble(ruling -> ruling.value().orElse(0));
        String least = warned.stream().min(byValue).orElseThrow().shown();
        String most = warned.stream().max(byValue).orElseThrow().shown();
        String value = who + " " + (least.equals(most) ? most : least + " to " + most);
        if (warned.get(0).scope() != Scope.FORK) return value;
        long asked = rulings.stream()
                .filter(ruling -> ruling.gate().equals(warned.get(0).gate())
                        && who(ruling).equals(who))
                .count();
        return value + " in " + warned.size() + " of " + Numbers.forks((int) asked) + bound(warned.get(0));
    }

    /** The row's label, said where the number is that it rests on. */
    private String bound(Ruling ruling) {
        String cell = ruling.subject().substring(0, ruling.subject().lastIndexOf('/'));
        return ruling.gate().equals(ForkGate.STUB_BUSY.id()) && stubBound.contains(cell) ? STUB_BOUND : "";
    }
}
