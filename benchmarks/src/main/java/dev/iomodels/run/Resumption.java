package dev.iomodels.run;

import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.OwnCode;
import dev.iomodels.plan.Plan;
import dev.iomodels.result.Difference;
import dev.iomodels.result.Differences;
import dev.iomodels.result.Environment;
import dev.iomodels.result.Probes;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import dev.iomodels.result.RunRecord.Status;
import dev.iomodels.result.Sums;
import dev.iomodels.result.Unreadable;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A run that was interrupted and is to go on: with the same plan, on the same machine, with the forks that are missing. A
 * fork that has its {@code .json} is done, whatever came out.
 */
public final class Resumption {
    private final RunDirectory directory;
    private final Plan plan;

    private Resumption(RunDirectory directory, Plan plan) {
        this.directory = directory;
        this.plan = plan;
    }

    /**
     * The run in {@code directory}, if it can go on as far as its files and its JDKs tell.
     *
     * @throws Refused if it cannot, with the reason
     */
    public static Resumption of(RunDirectory directory) {
        RunRecord record = directory.record();
        if (!RunRecord.hash(record.plan()).equals(record.planHash()))
            throw new Refused(directory.runJson() + ": its plan is not the one that was made before the first fork: the"
                    + " file was edited. What is done would not fit what is left; to measure something else, begin a new"
                    + " run");
        readable(directory, record.plan());
        Resumption resumption = new Resumption(directory, record.plan());
        List<String> changed = new ArrayList<>();
        if (!resumption.finished()) {
            changed.addAll(jdks(record.plan()));
            changed.addAll(ownCode(record.plan()));
        }
        if (!changed.isEmpty()) throw refused(directory, changed);
        return resumption;
    }

    private static void readable(RunDirectory directory, Plan plan) {
        try {
            if (plan.search().isPresent()) new Probes(directory, plan).path();
            else for (Cell cell : plan.cells()) directory.forks(plan, cell);
        } catch (Unreadable e) {
            throw new Refused(e.getMessage() + "\nTo measure that fork again, delete its .json");
        }
    }

    private static List<String> jdks(Plan plan) {
        Set<Jdk> jdks = new LinkedHashSet<>();
        plan.cells().stream()
                .filter(cell -> cell.skip().isEmpty())
                .forEach(cell -> jdks.add(cell.contender().jdk()));
        if (plan.terms().stub().isEmpty()) jdks.add(plan.terms().stubJdk());
        List<String> changed = new ArrayList<>();
        for (Jdk was : jdks) {
            try {
                Jdk is = Jdk.at(Path.of(was.home()));
                if (!is.toString().equals(was.toString()))
                    changed.add("JDK at " + was.home() + ": was " + was + ", is " + is);
            } catch (IllegalArgumentException e) {
                changed.add("JDK at " + was.home() + ": was " + was + ", is gone: " + e.getMessage());
            }
        }
        return changed;
    }

    private static List<String> ownCode(Plan plan) {
        List<String> changed = new ArrayList<>();
        for (OwnCode was : plan.terms().classpath()) {
            try {
                OwnCode is = OwnCode.at(Path.of(was.path()));
                if (!is.equals(was)) changed.add("own IO models: was " + was + ", is " + is);
            } catch (IllegalArgumentException e) {
                changed.add("own IO models: was " + was + ", is gone: " + e.getMessage());
            }
        }
        return changed;
    }

    private static Refused refused(RunDirectory directory, List<String> changed) {
        return new Refused(directory.path() + " cannot go on here, because not everything is as it was:\n  "
                + String.join("\n  ", changed) + "\nTo measure its plan anew, as it is here today: rerun "
                + directory.path());
    }

    /** What has been planned. */
    public Plan plan() {
        return plan;
    }

    /** The forks that are not done yet; of a search, those that are expected. */
    public List<Plan.Fork> missing() {
        return new Agenda(plan, directory).left();
    }

    /** How many forks are done. */
    public int done() {
        Agenda agenda = new Agenda(plan, directory);
        List<Plan.Fork> left = agenda.left();
        return agenda.all(left) - left.size();
    }

    /** Whether there is nothing left to do. */
    public boolean finished() {
        return directory.record().status() == Status.FINISHED && missing().isEmpty();
    }

    /** The directory of a run that is {@link #finished}, with its sums, which it lacks if it was ended at the very last. */
    public RunDirectory closed() {
        if (!Sums.there(directory)) Sums.write(directory);
        return directory;
    }

    /**
     * Measures what is missing.
     *
     * @return the run's directory
     * @throws Refused if what must match between two runs has changed since it began, or its stub does not answer
     * @throws RunLock.Taken if a run is going on, this one perhaps
     */
    public RunDirectory carryOut(Progress progress) {
        try (RunLock lock = RunLock.take(RunLock.onThisMachine(), RunLock.holder(directory.path()));
                StubHost stub = stub()) {
            RunRecord record = directory.record();
            List<Difference> changed = changed(record.environment(), Machine.here(stub.place()));
            Leftovers.sweep(directory);
            for (Plan.Fork fork : missing()) Leftovers.remove(directory.files(fork.cell(), fork.block()));
            Sums.remove(directory);
            directory.write(record.resumed(
                    Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                    changed.stream().map(Resumption::wasIs).toList()));
            new MissingForks(plan, directory, stub).measure(lock, progress);
            return directory;
        }
    }

    private StubHost stub() {
        try {
            return StubHost.of(plan.terms());
        } catch (IllegalArgumentException e) {
            throw new Refused(e.getMessage());
        }
    }

    private List<Difference> changed(Environment before, Environment now) {
        List<Difference> changed = Differences.between(before, now);
        List<String> refusing = changed.stream()
                .filter(Difference::refuses)
                .map(Resumption::wasIs)
                .toList();
        if (!refusing.isEmpty()) throw refused(directory, refusing);
        return changed;
    }

    private static String wasIs(Difference difference) {
        return difference.field() + ": was " + difference.left() + ", is " + difference.right();
    }

    /** The run cannot go on. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }
}
