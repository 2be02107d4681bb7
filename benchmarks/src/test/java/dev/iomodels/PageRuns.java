package dev.iomodels;

import dev.iomodels.load.Load;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Contender;
import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.AtomicFile;
import dev.iomodels.result.ForkFiles;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import dev.iomodels.result.Sums;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Made-up runs that are hard on a page: one with everything, one with very many cells, one whose words are markup. */
public final class PageRuns {
    /** A model's name that a page must not take for anything but a name. */
    public static final String MARKUP = "<script>alert(1)</script>";
    /** What it says of itself. */
    public static final String IMAGE = "</script><img src=nowhere.png onerror=alert(2)>\u2028&lt;b>\"'";

    private static final int LARGE = 500;
    private static final Jdk JDK_21 = new Jdk("/jvm/jdk-21", 21, "21.0.1", "Maker");

    /** Forks by what tells them apart, for copies: a histogram takes longer to make than to copy. */
    private final Map<String, ForkFiles> made = new HashMap<>();

    private final RunDirectory run;

    private PageRuns(RunDirectory run) {
        this.run = run;
    }

    /** Two loops, curves over users and rates, two JDKs, the control, and cells that failed, were skipped, saturated or are missing. */
    public static RunDirectory everything(Path results) {
        return of(
                results,
                MadeUpRun.plan(
                        Preset.STANDARD,
                        5,
                        "cpu,scale,open:100/s,delay=100ms,open:1000/s,delay=100ms,open:10000/s,delay=100ms",
                        List.of("noop", "blocking", "thread-pool:200", "virtual-thread", "selector", "raw-selector"),
                        MadeUpRun.JDK_17,
                        MadeUpRun.JDK_25));
    }

    /** 500 cells, of three forks each. */
    public static RunDirectory large(Path results) {
        Plan plan = MadeUpRun.plan(
                Preset.QUICK,
                3,
                "cpu,scale,wait,crowd,churn,drip,closed:100,closed:200,delay=20ms,open:100/s,delay=100ms,"
                        + "open:1000/s,delay=100ms,open:10000/s,delay=100ms,tail",
                List.of(
                        "blocking",
                        "thread-pool:20",
                        "thread-pool:50",
                        "thread-pool:100",
                        "thread-pool:200",
                        "thread-pool:400",
                        "thread-pool:1000",
                        "process-pool:2",
                        "process-pool:4",
                        "virtual-thread",
                        "selector:1",
                        "selector:2",
                        "raw-selector"),
                MadeUpRun.JDK_17,
                JDK_21,
                MadeUpRun.JDK_25);
        return of(results, plan.of(plan.cells().subList(0, LARGE)));
    }

    /** A run of two models, one of which is called {@link #MARKUP}; whatever is told in words has markup in it. */
    public static RunDirectory markup(Path results) {
        Plan plan = MadeUpRun.plan(
                Preset.STANDARD, 5, "wait", List.of("thread-pool:200", "selector", "blocking"), MadeUpRun.JDK_17);
        return of(results, plan.of(plan.cells().stream().map(PageRuns::markup).toList()));
    }

    private static Cell markup(Cell cell) {
        Contender was = cell.contender();
        if (!was.model().equals("selector")) return cell;
        return new Cell(
                cell.scenario(),
                new Contender(MARKUP, was.argument(), was.asked(), was.jdk(), was.control()),
                cell.skip());
    }

    private static RunDirectory of(Path results, Plan plan) {
        RunDirectory run = MadeUpRun.create(results, plan);
        PageRuns runs = new PageRuns(run);
        for (Cell cell : plan.cells()) for (int block = 1; block <= plan.blocks(); block++) runs.fork(cell, block);
        run.write(run.record().ended(RunRecord.Status.FINISHED, "", "2026-11-22T15:30:00Z"));
        Sums.write(run);
        return run;
    }

    private void fork(Cell cell, int block) {
        boolean open = cell.scenario().open();
        String model = cell.contender().model();
        if (!cell.skip().isEmpty()) store(cell, block, new ForkResult.Skipped(cell.skip()));
        else if (model.equals("raw-selector")
                && block > 2
                && cell.scenario().name().equals("scale-1")) return;
        else if (model.equals("blocking"))
            store(cell, block, open ? OpenRun.SATURATED : new ForkResult.Failed("it broke: " + IMAGE, List.of(IMAGE)));
        else measured(cell, block, open ? 40_000 : pages(cell, block));
    }

    /** More users fetch more, up to what a model can do; each block another 0.5 %. */
    private static long pages(Cell cell, int block) {
        int users = cell.scenario().load() instanceof Load.Closed closed ? closed.users() : 1;
        int kind = Math.floorMod(cell.contender().slug().replace("-control", "").hashCode(), 7);
        return Math.round(Math.min(users * 40.0, 4_000.0 * (2 + kind)) * (1 + 0.005 * (block % 3))) + 1;
    }

    private void measured(Cell cell, int block, long pages) {
        String kind = pages + "@" + cell.contender().jdk().label()
                + cell.scenario().open() + cell.contender().model().equals(MARKUP);
        ForkFiles files = run.files(cell, block);
        ForkFiles like = made.putIfAbsent(kind, files);
        if (like != null) copy(like, files);
        else if (cell.scenario().open()) store(cell, block, OpenRun.measured(pages));
        else {
            ForkResult.Measured fork = MadeUpRun.measured(pages, cell.scenario().waits() ? 100e6 : 0, Map.of());
            store(cell, block, cell.contender().model().equals(MARKUP) ? Changed.of(fork, "limits", IMAGE) : fork);
        }
    }

    private void store(Cell cell, int block, ForkResult result) {
        AtomicFile.write(run.files(cell, block).log(), "# fork " + block + "\n");
        if (cell.scenario().open() && result instanceof ForkResult.Measured) OpenRun.store(run, cell, block, result);
        else MadeUpRun.store(run, cell, block, result);
    }

    private static void copy(ForkFiles like, ForkFiles files) {
        try {
            Files.createDirectories(files.json().getParent());
            Files.copy(like.hlog(), files.hlog());
            Files.copy(like.log(), files.log());
            Files.copy(like.json(), files.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
