package dev.iomodels.cli;

import dev.iomodels.fetch.IoModel;
import dev.iomodels.fetch.OwnModels;
import dev.iomodels.load.Faults;
import dev.iomodels.load.Load;
import dev.iomodels.stub.Delay;
import dev.iomodels.stub.Units;
import dev.iomodels.trial.FetchBenchmark;
import dev.iomodels.trial.ListBenchmark;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** What JMH is given for the benchmark's parameters ({@code -p NAME=VALUE,VALUE}), read before forks fail over it one by one. */
final class JmhParameters {
    private final Map<String, Consumer<String>> known = new LinkedHashMap<>();

    private JmhParameters(OwnModels models) {
        known.put("model", text -> resolve(text, models));
        known.put("load", Load::parse);
        known.put("delay", Delay::parse);
        known.put("size", Units::parseBytes);
        known.put("faults", Faults::parse);
        known.put("stub", JmhParameters::stub);
        known.put("hot", Units::parseDurationNanos);
        known.put("seed", JmhParameters::number);
    }

    /** @throws BadInput naming the parameter and the value that cannot be meant */
    static void check(List<String> words, OwnModels models) {
        JmhParameters parameters = new JmhParameters(models);
        for (int i = 0; i + 1 < words.size(); i++) if (words.get(i).equals("-p")) parameters.check(words.get(i + 1));
    }

    /**
     * What has to be added so that JMH takes the benchmark that the loads are for: pages or lists. Nothing, where somebody has
     * named one, or wants to see what there is.
     *
     * @throws BadInput if some are for the one and some for the other
     */
    static List<String> benchmark(List<String> words) {
        CommandLineOptions given;
        try {
            given = new CommandLineOptions(words.toArray(String[]::new));
        } catch (CommandLineOptionException e) {
            // JMH will say so.
            return List.of();
        }
        Collection<String> loads = given.getParameter("load").orElse(List.of());
        long lists = loads.stream().filter(load -> load.startsWith("list:")).count();
        if (lists > 0 && lists < loads.size())
            throw new BadInput("-p load=\"" + String.join(",", loads)
                    + "\": lists are measured by the time of a shot and other loads by pages per second; one kind at a time,"
                    + " such as -p load=list:100");
        boolean named = !given.getIncludes().isEmpty() || given.shouldList() || given.shouldListWithParams();
        return named ? List.of() : List.of((lists > 0 ? ListBenchmark.class : FetchBenchmark.class).getSimpleName());
    }

    private void check(String word) {
        String[] parts = word.split("=", 2);
        Consumer<String> reader = known.get(parts[0]);
        if (reader == null || parts.length < 2)
            throw new BadInput("-p \"" + word + "\": no parameter with a value; there are "
                    + String.join(", ", known.keySet()) + "; try -p model=selector");
        for (String value : parts[1].split(",", -1))
            BadInput.parse("-p " + parts[0] + "=", value, text -> {
                reader.accept(text);
                return text;
            });
    }

    private static void resolve(String text, OwnModels models) {
        String[] parts = text.split(":", 2);
        IoModel model = models.named(parts[0]);
        model.resolve(parts.length < 2 ? "" : parts[1], 1);
    }

    private static void stub(String text) {
        if (!text.matches("own(:tls)?|https?://[^/]+/?"))
            throw new IllegalArgumentException(
                    "\"" + text + "\": own, own:tls or http://HOST:PORT; try -p stub=http://127.0.0.1:8080");
    }

    private static void number(String text) {
        if (!text.matches("\\d{1,18}"))
            throw new IllegalArgumentException("\"" + text + "\": a whole number from 0; try -p seed=5");
    }
}
