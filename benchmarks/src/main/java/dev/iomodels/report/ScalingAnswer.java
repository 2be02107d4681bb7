package dev.iomodels.report;

import dev.iomodels.plan.Jdk;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far each contender keeps up with a load that grows, in a sentence. */
final class ScalingAnswer {
    private ScalingAnswer() {}

    /** Of the first group of scenarios in which somebody stops; empty if nobody was asked at several loads, or all kept up. */
    static Optional<PageData.Answer> of(RunContents run, Jdk jdk) {
        List<PageData.Stop> stops = Stops.of(run).stream()
                .filter(stop -> stop.jdk().equals(jdk.label()))
                .toList();
        Optional<String> group = stops.stream()
                .filter(stop -> stop.kept() != null && stop.next() != null)
                .map(PageData.Stop::group)
                .findFirst();
        return group.map(of -> new PageData.Answer(
                "Who keeps up (" + of + ", JDK " + jdk.label() + ", "
                        + (stops.get(0).unit().equals("users")
                                ? "at least " + Numbers.plain(Kept.CLOSED_PERCENT) + " % of what Little's law allows"
                                : "at least " + Numbers.plain(Kept.OPEN_PERCENT) + " % of what was offered")
                        + "): "
                        + stops.stream()
                                .filter(stop -> stop.group().equals(of))
                                .sorted(Comparator.comparingDouble(
                                                (PageData.Stop stop) -> stop.kept() == null ? 0 : stop.kept())
                                        .reversed())
                                .collect(Collectors.groupingBy(
                                        ScalingAnswer::upTo,
                                        LinkedHashMap::new,
                                        Collectors.mapping(
                                                stop -> stop.contender().replaceFirst("@[^@]*$", ""),
                                                Collectors.joining(", "))))
                                .entrySet()
                                .stream()
                                .map(one -> one.getValue() + " " + one.getKey())
                                .collect(Collectors.joining("; "))
                        + ".",
                ""));
    }

    private static String upTo(PageData.Stop stop) {
        if (stop.kept() == null) return "at no load that was measured";
        return "up to " + Numbers.count(stop.kept()) + " " + stop.unit()
                + (stop.next() == null ? " (the most measured)" : "");
    }
}
