package dev.iomodels.cli;

import dev.iomodels.fetch.IoModel;
import dev.iomodels.fetch.OwnModels;
import dev.iomodels.load.Faults;
import dev.iomodels.load.Load;
import dev.iomodels.stub.Delay;
import dev.iomodels.stub.Units;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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
