package dev.iomodels.plan;

import dev.iomodels.fetch.Suggestion;
import dev.iomodels.load.Faults;
import dev.iomodels.load.Load;
import dev.iomodels.stub.Delay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scenarios that have a name, and how a list of them is read. */
public final class Scenarios {
    private static final int KIB = 1024;
    private static final Map<String, List<Scenario>> NAMED = new LinkedHashMap<>();

    static {
        NAMED.put("cpu", List.of(scenario("cpu", 64, "0", 15, 3)));
        Scenario wait = scenario("wait", 1_000, "uniform:50ms..150ms", 4, 3);
        NAMED.put("wait", List.of(wait));
        NAMED.put("crowd", List.of(scenario("crowd", 10_000, "uniform:500ms..1500ms", 40, 10)));
        // Its thousand users are those of wait, which nobody has to measure twice.
        NAMED.put("scale", List.of(scale(1), scale(10), scale(100), wait, scale(10_000)));
        NAMED.put("drip", List.of(scenario("drip", 1_000, "uniform:50ms..150ms", 64 * KIB, "drip:20ms@100%")));
        NAMED.put("churn", List.of(scenario("churn", 200, "uniform:50ms..150ms", KIB, "close@100%")));
        NAMED.put("tail", List.of(scenario("tail", new Load.Open(1_000), "lognormal:20ms..200ms", 4, 10)));
        NAMED.put("list", List.of(Scenario.of("list", new Load.Listed(100), Delay.parse("50ms"), KIB, Faults.NONE)));
    }

    private Scenarios() {}

    private static Scenario scale(int users) {
        return scenario("scale-" + users, users, "uniform:50ms..150ms", 4, 3);
    }

    /** In a drip, each of 1000 users reads 64 KiB in 16 pieces; in a churn, each page comes over a connection of its own. */
    private static Scenario scenario(String name, int users, String delay, int size, String faults) {
        return Scenario.of(name, new Load.Closed(users), Delay.parse(delay), size, Faults.parse(faults));
    }

    private static Scenario scenario(String name, int users, String delay, int warmupSeconds, int iterationSeconds) {
        return scenario(name, new Load.Closed(users), delay, warmupSeconds, iterationSeconds);
    }

    private static Scenario scenario(String name, Load load, String delay, int warmupSeconds, int iterationSeconds) {
        return new Scenario(
                name,
                load,
                Delay.parse(delay),
                KIB,
                Duration.ofSeconds(warmupSeconds),
                Duration.ofSeconds(iterationSeconds));
    }

    /** Every name, with the scenarios that it stands for. */
    public static Map<String, List<Scenario>> named() {
        return Map.copyOf(NAMED);
    }

    /** The names, in the order in which a person reads them. */
    public static List<String> names() {
        return List.copyOf(NAMED.keySet());
    }

    /**
     * Reads {@code cpu,wait} or {@code closed:200,delay=20ms,cpu}: names and texts, separated by commas.
     *
     * @throws IllegalArgumentException naming what is wrong, what is allowed and an example
     */
    public static List<Scenario> parse(String text) {
        List<Scenario> scenarios = new ArrayList<>();
        for (String one : texts(text)) {
            if (NAMED.containsKey(one)) scenarios.addAll(NAMED.get(one));
            else if (one.contains(":")) scenarios.add(Scenario.parse(one));
            else
                throw new IllegalArgumentException("\"" + one + "\": no such scenario; there are "
                        + String.join(", ", names()) + ", and texts such as closed:200,delay=20ms,size=16KiB"
                        + Suggestion.of(one, names()));
        }
        return scenarios.stream().distinct().toList();
    }

    private static List<String> texts(String list) {
        List<String> texts = new ArrayList<>();
        for (String part : list.split(",", -1)) {
            int last = texts.size() - 1;
            if (last >= 0 && (part.contains("=") || texts.get(last).contains(":") && Scenario.ofTheLoad(part)))
                texts.set(last, texts.get(last) + "," + part);
            else texts.add(part.strip());
        }
        return texts;
    }
}
