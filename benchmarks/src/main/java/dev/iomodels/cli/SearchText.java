package dev.iomodels.cli;

import dev.iomodels.load.Load;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Scenario;
import dev.iomodels.plan.Search;
import dev.iomodels.plan.SearchBounds;
import dev.iomodels.plan.Timing;
import dev.iomodels.stub.Units;
import java.util.List;
import java.util.Locale;

/** What a search will do, and how long that may take, for the reader, before the first fork. */
final class SearchText {
    private SearchText() {}

    static String head(Plan plan) {
        SearchBounds bounds = SearchBounds.of(plan);
        return "Capacity, preset " + plan.preset().label() + " [" + plan.badge() + "]: " + bounds.leastForks() + " to "
                + bounds.mostForks() + " forks in " + plan.blocks() + (plan.blocks() == 1 ? " block" : " blocks") + ", "
                + PlanText.minutes(bounds.least()) + " to " + PlanText.minutes(bounds.most()) + ", seed " + plan.seed()
                + "; the less the blocks of a contender differ, the sooner it is found";
    }

    static List<String> lines(Plan plan, Scenario scenario) {
        Search search = plan.search().orElseThrow();
        Load.Open open = (Load.Open) scenario.load();
        return List.of(
                "  the highest rate that keeps " + search.target() + ", between " + Search.plain(search.lowest())
                        + "/s and " + Search.plain(search.highest()) + "/s, rates "
                        + String.format(Locale.ROOT, "%.3g %%", 100 * search.resolution()) + " apart",
                "  " + (open.poisson() ? "poisson arrivals" : "evenly spaced arrivals") + ", in flight at the most "
                        + open.inFlight() + ", " + scenario.delay() + ", " + Units.bytes(scenario.size()),
                "  a fork is as long as 100 pages beyond " + search.target().quantile() + " take: at "
                        + timing(plan, search.lowest(), scenario) + "; at "
                        + timing(plan, search.highest(), scenario));
    }

    private static String timing(Plan plan, double rate, Scenario template) {
        Scenario scenario =
                plan.search().orElseThrow().at(rate, template, plan.preset().iterations());
        Timing timing = plan.preset().timing(scenario);
        return Search.plain(rate) + "/s warm-up " + timing.warmups() + " × "
                + Units.duration(timing.warmup().toNanos()) + ", then " + timing.iterations() + " × "
                + Units.duration(timing.iteration().toNanos());
    }
}
