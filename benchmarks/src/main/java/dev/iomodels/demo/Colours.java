package dev.iomodels.demo;

import java.util.Map;

/**
 * The colour of a model, on light ground and on dark: the one that it has in the charts of reports, too. They differ in lightness too, and the model's name is always beside them.
 *
 * @param light on light ground, as {@code #2648B7}
 * @param dark on dark ground
 */
record Colours(String light, String dark) {
    private static final Map<String, Colours> OF = Map.ofEntries(
            Map.entry("blocking", new Colours("#0B0B0B", "#6F6F6F")),
            Map.entry("thread-pool", new Colours("#2648B7", "#5884F8")),
            Map.entry("process-pool", new Colours("#9C622F", "#F5BF81")),
            Map.entry("selector", new Colours("#073A29", "#BCF8FC")),
            Map.entry("virtual-thread", new Colours("#F45AA2", "#F77CB0")),
            Map.entry("raw-selector", new Colours("#3E8C74", "#7FD9BD")),
            Map.entry("netty", new Colours("#8F7A00", "#E8D44D")),
            Map.entry("jdk-client", new Colours("#0F7F93", "#4FC4DA")),
            Map.entry("jdk-client-virtual", new Colours("#7A55C0", "#B79CF2")),
            Map.entry("virtual-thread-monitor", new Colours("#9E1B5F", "#FFB9D8")),
            Map.entry("url-connection", new Colours("#5B6E9C", "#A9BCE8")));

    /** Of somebody's own model. */
    private static final Colours OTHER = new Colours("#55606B", "#AAB6C2");

    /** Of what failed. */
    static final Colours FAILED = new Colours("#C4151C", "#FF7B72");

    /** Of letters, of what is said beside, of lines, of the ground. */
    static final Colours INK = new Colours("#161616", "#F2F2F2");

    static final Colours QUIET = new Colours("#5A5A5A", "#B4B4B4");
    static final Colours LINES = new Colours("#DADADA", "#3A3A3A");
    static final Colours GROUND = new Colours("#FFFFFF", "#121212");

    static Colours of(String model) {
        return OF.getOrDefault(model, OTHER);
    }
}
