package dev.iomodels.cli;

import dev.iomodels.load.Load;
import dev.iomodels.load.PageTable;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Planner;
import dev.iomodels.plan.Scenario;
import dev.iomodels.plan.Search;
import dev.iomodels.plan.Target;
import dev.iomodels.result.Finding;
import dev.iomodels.run.Run;
import dev.iomodels.stub.Units;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code capacity}: searches the highest rate at which each contender keeps a target, as a run of its own. */
@Command(
        name = "capacity",
        description =
                "Searches, for each contender, the highest rate that keeps a target such as p99=300ms. The rate of --scenario, one"
                        + " open scenario (default: tail), is what is searched; the rest of it holds. run --resume goes on"
                        + " with a search that was interrupted.",
        mixinStandardHelpOptions = true)
final class CapacityCommand implements Callable<Integer> {
    /** What rates are searched for unless another scenario is asked for. */
    private static final String USUAL = "tail";

    @Spec
    private CommandSpec spec;

    @Mixin
    private SearchOptions searchOptions;

    @Mixin
    private PlanOptions planOptions;

    @Mixin
    private MeasuringOptions measuring;

    @Override
    public Integer call() {
        measuring.watchParent();
        if (GivenOptions.has(spec, "--budget"))
            throw new BadInput("--budget: how long a search takes depends on what it finds; leave it out, and give"
                    + " --blocks, fewer --models or a coarser --resolution, such as --resolution 10%");
        if (GivenOptions.has(spec, "--pinned"))
            throw new BadInput(
                    "--pinned: a search has no cell to count pinned events in; leave it out, and give it to run");
        Search search = searchOptions.search();
        PlanOptions.Asked asked = planOptions.asked(USUAL);
        Scenario like = open(asked.plan().scenarios());
        checkPossible(search.target(), like);
        Scenario template = search.template("capacity", like);
        Plan plan = BadInput.parse(
                "--models",
                "",
                any -> Planner.elsewhere(asked.plan(), List.of(template)).searching(search));
        PrintWriter out = spec.commandLine().getOut();
        List<Finding> findings = Beforehand.check(plan, measuring.results());
        PlanText.print(plan, asked.why(), out);
        asked.known().passedOver().forEach(jdk -> out.println("Passed over: " + jdk));
        DoctorCommand.print(findings, false, out);
        if (measuring.dryRun()) return 0;
        List<String> command = spec.commandLine().getParseResult().originalArgs();
        return Measuring.measure(new Run(plan, measuring.results(), command)::carryOut, out);
    }

    /** A search for what no rate can keep would take hours to say so. */
    private static void checkPossible(Target target, Scenario like) {
        long alone = alone(like, target.percent() / 100);
        if (target.nanos() <= alone)
            throw new BadInput("--slo \"" + target + "\": no rate keeps it, because the delays alone, " + like.delay()
                    + (like.faults().any() ? ", " + like.faults() : "") + ", are " + Units.duration(alone) + " at "
                    + target.quantile() + "; try "
                    + new Target(target.percent(), wholeMillis(3 * alone / 2)));
    }

    private static long wholeMillis(long nanos) {
        return Duration.ofMillis(Math.round(nanos / 1e6)).toNanos();
    }

    /** What the stub takes for a page on purpose, stalls and drips included, at a quantile of the page table. */
    private static long alone(Scenario like, double quantile) {
        if (!like.faults().any()) return like.delay().quantileNanos(quantile);
        PageTable pages = PageTable.of(URI.create("http://127.0.0.1"), like.delay(), like.size(), like.faults(), 1);
        long[] delays = IntStream.range(0, PageTable.SIZE)
                .mapToLong(number -> pages.page(number).delayNanos())
                .sorted()
                .toArray();
        return delays[(int) (quantile * (PageTable.SIZE - 1))];
    }

    private static Scenario open(List<Scenario> scenarios) {
        if (scenarios.size() == 1 && scenarios.get(0).load() instanceof Load.Open) return scenarios.get(0);
        throw new BadInput("--scenario: one open scenario, whose rate is searched; there "
                + (scenarios.size() == 1 ? "is " : "are ")
                + String.join(", ", scenarios.stream().map(Scenario::name).toList())
                + "; try --scenario open:1000/s,delay=lognormal:20ms..200ms");
    }
}
