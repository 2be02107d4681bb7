package dev.iomodels.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts of a page that recur in many of its cells, each kept once and known by its place. */
final class Strings {
    private final List<String> all = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** Where {@code text} is; it is added if it is new. */
    int place(String text) {
        return places.computeIfAbsent(text, one -> {
            all.add(one);
            return all.size() - 1;
        });
    }

    /** In the order of their places. */
    List<String> all() {
        return List.copyOf(all);
    }
}
