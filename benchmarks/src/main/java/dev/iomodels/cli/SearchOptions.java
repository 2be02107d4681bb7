package dev.iomodels.cli;

import dev.iomodels.plan.Search;
import dev.iomodels.plan.Target;
import picocli.CommandLine.Option;

/** The options that say what a capacity run looks for. */
final class SearchOptions {
    @Option(
            names = "--slo",
            paramLabel = "TARGET",
            required = true,
            description = "the target to keep: a quantile of response time from p50 to p99.9, such as p99=300ms")
    private String slo;

    @Option(
            names = "--min-rate",
            paramLabel = "RATE",
            defaultValue = "100/s",
            description = "the lowest rate to try (default: 100/s); the lower, the longer a fork takes")
    private String lowest;

    @Option(
            names = "--max-rate",
            paramLabel = "RATE",
            defaultValue = "20000/s",
            description = "the highest rate to try (default: 20000/s)")
    private String highest;

    @Option(
            names = "--resolution",
            paramLabel = "PERCENT",
            defaultValue = "5%",
            description = "how far apart the rates are that are tried, 2%% to 50%% (default: 5%%)")
    private String resolution;

    /** What they say. @throws BadInput naming the option that cannot be meant */
    Search search() {
        Target target = BadInput.parse("--slo", slo, Target::parse);
        double low = BadInput.parse("--min-rate", lowest, SearchOptions::rate);
        double high = BadInput.parse("--max-rate", highest, SearchOptions::rate);
        double share = BadInput.parse("--resolution", resolution, SearchOptions::share);
        return BadInput.parse("--max-rate", highest, any -> new Search(target, low, high, share));
    }

    private static double rate(String text) {
        String number = text.strip().replaceFirst("/s$", "");
        double rate = number.matches("\\d{1,7}(\\.\\d{1,3})?") ? Double.parseDouble(number) : 0;
        if (rate >= 1 && rate <= 1e6) return rate;
        throw new IllegalArgumentException(
                "\"" + text + "\": a rate is a number of pages per second from 1 to 1000000; try 100/s");
    }

    private static double share(String text) {
        String number = text.strip().replaceFirst("\\s*%$", "");
        double percent = number.matches("\\d{1,2}(\\.\\d)?") ? Double.parseDouble(number) : 0;
        if (percent >= 2 && percent <= 50) return percent / 100;
        throw new IllegalArgumentException("\"" + text + "\": rates are 2% to 50% apart; try 5%");
    }
}
