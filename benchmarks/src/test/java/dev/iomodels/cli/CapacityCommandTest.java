package dev.iomodels.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.MadeUpRun;
import dev.iomodels.MadeUpSearch;
import dev.iomodels.Searching;
import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Planner;
import dev.iomodels.plan.Preset;
import dev.iomodels.plan.Scenarios;
import dev.iomodels.plan.Search;
import dev.iomodels.plan.Terms;
import dev.iomodels.result.RunDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code capacity}, {@code run --ladder} and what else takes a search, without measuring. */
@Timeout(60)
class CapacityCommandTest {
    @TempDir
    private Path directory;

    private Cli run(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--dry-run", "--results", directory.toString()));
        return Cli.run(all.toArray(String[]::new));
    }

    private Cli capacity(String... words) {
        List<String> all =
                new ArrayList<>(List.of("capacity", "--jdks", Jdk.running().home(), "--jvm-args=-Xmx64m"));
        all.addAll(Arrays.asList(words));
        return run(all.toArray(String[]::new));
    }

    @Test
    void plan_saysWhatIsTried_andHowLongThatMayTake() {
        Cli cli = capacity("--slo", "p99=300ms", "--models", "selector,thread-pool:200");
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out())
                .containsPattern(
                        "Capacity, preset quick \\[indicative\\]: \\d+ to \\d+ forks in 3 blocks, \\d+ min \\d+ s to ")
                .contains("the highest rate that keeps p99=300ms, between 100/s and 20000/s, rates 5.00 % apart")
                .contains("evenly spaced arrivals, in flight at the most 4096, lognormal:20ms..200ms, 1KiB")
                .contains("at 100/s warm-up 1 × 4s, then 3 × 35s; at 20000/s warm-up 1 × 4s, then 3 × 3s")
                .contains("selector-1@", "thread-pool-200@");
    }

    @Test
    void openScenario_givesAllButTheRate() {
        Cli cli = capacity(
                "--slo=p50=1s",
                "--scenario=open:77/s,poisson,in-flight=50,delay=20ms,size=3KiB",
                "--models=thread-pool");
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains("poisson arrivals, in flight at the most 50, fixed:20ms, 3KiB")
                .contains("thread-pool-50@");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--slo=300ms; --slo \"300ms\": no target; try p99=300ms",
                "--slo=p42=1s; --slo \"p42=1s\": \"p42\": a quantile from p50 to p99.9; try p99=300ms",
                "--slo=p99=200ms; --slo \"p99=200ms\": no rate keeps it, because the delays alone; try p99=300ms",
                "--slo=p99=1s --faults=stall:2s@5%; --slo \"p99=1s\": no rate keeps it, because the delays alone, lognormal:20ms..200ms, stall:2s@5%, are; try p99=3.067s",
                "--slo=p99=1s --min-rate=x; --min-rate \"x\": a rate is a number of pages per second; try 100/s",
                "--slo=p99=1s --max-rate=50/s; --max-rate \"50/s\": the highest rate is above the lowest; try 20000/s",
                "--slo=p99=1s --resolution=1%; --resolution \"1%\": rates are 2% to 50% apart; try 5%",
                "--slo=p99=1s --scenario=cpu; --scenario: one open scenario; try --scenario open:1000/s",
                "--slo=p99=1s --scenario=list; --scenario: one open scenario; there is list",
                "--slo=p99=1s --scenario=wait,tail; --scenario: one open scenario; there are wait, tail",
                "--slo=p99=1s --pinned; --pinned: a search; leave it out",
                "--slo=p99=1s --budget=30m; --budget: how long a search takes; such as --resolution 10%",
                "--models=selector; Missing required option: '--slo; --help"
            })
    void badInput_isAnsweredBeforeAnythingIsMeasured(String words, String complaint, String example) {
        Cli cli = capacity(words.split(" "));
        assertThat(cli.status()).isEqualTo(2);
        assertThat(cli.err()).contains(complaint, example).doesNotContain("\tat ");
        assertThat(cli.out()).isEmpty();
    }

    private RunDirectory searched(String... models) {
        Search search = Searching.SLOW;
        Plan plan = Planner.plan(
                        Preset.QUICK,
                        1,
                        3,
                        List.of(search.template(
                                "capacity",
                                Scenarios.parse("open:1/s,delay=20ms").get(0))),
                        List.of(models),
                        List.of(Jdk.running()),
                        Terms.with(Jdk.running()))
                .searching(search);
        return MadeUpSearch.run(
                directory, plan, fork -> switch (fork.cell().contender().model()) {
                    case "blocking" -> 150;
                    case "selector" -> 1_500;
                    default -> 1_000;
                });
    }

    @Test
    void ladder_hasSharesOfTheSlowestConcurrentOne_andUpToEachOnesOwn() {
        RunDirectory run = searched("blocking", "thread-pool:200", "selector");
        Cli cli = run("run", "--ladder", run.id(), "--preset", "smoke");
        assertThat(cli.status()).as(cli.err()).isZero();
        // The pool's is √(991 × 1040) = 1015, the selector's √(1460 × 1540) = 1499: 1350 is 90 % of it.
        assertThat(cli.out())
                .contains("254/s, 508/s, 761/s, 914/s, 1350/s; each contender up to its own capacity")
                .contains("Not on it, for their capacity is below its lowest rate or not known: blocking@")
                .contains("9 forks in 1 block")
                .contains("ladder-1350: open:1350/s, fixed:20ms, 1KiB");
    }

    @Test
    void ladder_ofWhatIsNone_isRefused() {
        RunDirectory usual = MadeUpRun.complete(directory, Preset.QUICK, 3);
        assertThat(run("run", "--ladder", usual.path().toString()).err())
                .contains(
                        "--ladder \"" + usual.path() + "\": a run that has searched no capacities",
                        "capacity --slo p99=300ms");
        assertThat(run("run", "--ladder", "nowhere").err()).contains("--ladder \"nowhere\": no such directory");
    }

    @Test
    void ladder_ofASearchThatIsNotOver_orKnowsNobody_isRefused() {
        RunDirectory run = searched("blocking");
        Cli cli = run("run", "--ladder", run.id());
        assertThat(cli.status()).isEqualTo(2);
        assertThat(cli.err())
                .contains("no capacity is known of a contender with more than one page in flight", "--min-rate");
        run.write(run.record().resumed("2026-11-22T16:00:00Z", List.of()));
        assertThat(run("run", "--ladder", run.id()).err()).contains("its search is not over", "run --resume");
    }

    @Test
    void ladder_takesModelsAndTermsFromItsSearch() {
        RunDirectory run = searched("selector");
        Cli cli = run("run", "--ladder", run.id(), "--models", "blocking", "--scenario", "wait");
        assertThat(cli.status()).isEqualTo(2);
        assertThat(cli.err()).contains("--models", "--scenario", "cannot be given beside it");
    }

    @Test
    void compare_refusesASearch_andNamesTheLadder() {
        RunDirectory run = searched("selector");
        Cli cli = Cli.run("compare", run.path().toString());
        assertThat(cli.status()).isEqualTo(2);
        assertThat(cli.err()).contains("RUN \"" + run.path() + "\": a search", "try run --ladder " + run.path());
    }

    @Test
    void search_isRepeated_withRerun() {
        RunDirectory run = searched("selector");
        Cli cli = run("rerun", run.path().toString());
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("The plan of " + run.path(), "the highest rate that keeps p99=300ms");
    }

    @Test
    void search_isResumed_whereItWas() {
        RunDirectory run = searched("selector", "thread-pool:200");
        RunDirectory half =
                MadeUpRun.create(directory.resolve("half"), run.record().plan());
        MadeUpSearch.measure(half, 5, fork -> 1_000);
        Cli cli = run("run", "--resume", half.path().toString());
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out()).containsPattern("5 of about \\d+ forks are done, the others take about ");
    }

    @Test
    void capacity_isCited_withItsIntervalAndBadge_andRefusedWhereItMustBe() {
        RunDirectory run = searched("selector", "blocking");
        String id = run.id() + "/capacity/selector-1@" + Jdk.running().label() + "/capacity";
        Cli cli = Cli.run("cite", id, "--results", directory.toString());
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains(
                        "the highest rate that keeps p99=300ms of response time: 1 499/s, 95 % interval 1 460/s to 1 540/s")
                .contains(
                        "3 blocks [indicative]",
                        "rates 5 % apart, delay fixed:20ms, size 1KiB, at most ",
                        "id " + id,
                        "SHA-256 of its raw files ");
        Cli none = Cli.run("cite", run.id() + "/capacity/slector/capacity", "--results", directory.toString());
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).contains("no such contender in this run; there are selector-1@");
    }
}
