package dev.iomodels.result;

import dev.iomodels.fetch.Failure;
import dev.iomodels.plan.Plan;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.ForkResult.Skipped;
import dev.iomodels.result.RunDirectory.StoredFork;
import dev.iomodels.result.RunRecord.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a run's raw files can be read and agree with each other. One that cannot be read does not keep the others from being looked at. */
public final class RawCheck {
    private final RunDirectory run;
    private final List<Mismatch> mismatches = new ArrayList<>();

    private RawCheck(RunDirectory run) {
        this.run = run;
    }

    /** Everything that is not as it has to be. @throws Unreadable only if the directory cannot be listed */
    public static List<Mismatch> of(RunDirectory run) {
        RawCheck check = new RawCheck(run);
        Optional<RunRecord> record = check.record();
        record.ifPresent(check::ended);
        record.map(RunRecord::plan).ifPresentOrElse(check::forks, check::eachByItself);
        return check.mismatches;
    }

    private void add(String file, String what) {
        mismatches.add(new Mismatch(file, what));
    }

    private Optional<RunRecord> record() {
        try {
            return Optional.of(RunDirectory.open(run.path()).record());
        } catch (Unreadable e) {
            mismatches.add(Mismatch.of(RunDirectory.RECORD, e));
            return Optional.empty();
        }
    }

    private void ended(RunRecord record) {
        if (!RunRecord.hash(record.plan()).equals(record.planHash()))
            add(RunDirectory.RECORD, "the plan is not the one that planHash was made from before the first fork");
        if (record.status() != Status.FINISHED)
            add(RunDirectory.RECORD, record.status() + ", not FINISHED" + because(record.reason()));
        Status last = record.sittings().get(record.sittings().size() - 1).status();
        if (last != record.status())
            add(RunDirectory.RECORD, "status " + record.status() + ", but its last sitting's is " + last);
    }

    private static String because(String reason) {
        return reason.isEmpty() ? "" : ": " + reason;
    }

    private void forks(Plan plan) {
        List<Plan.Fork> forks;
        try {
            forks = Probes.forks(run, plan);
        } catch (Unreadable e) {
            // Where a search would have gone from there, nobody knows.
            eachByItself();
            return;
        }
        Set<String> expected = new HashSet<>();
        for (Plan.Fork fork : forks) {
            ForkFiles files = run.files(fork.cell(), fork.block());
            for (Path file : List.of(files.json(), files.hlog(), files.log())) expected.add(name(file));
            if (fork.pinned()) expected.add(name(files.jfr()));
            if (files.done()) fork(fork, files);
            else add(name(files.json()), "missing: the fork is not done");
        }
        for (String file : run.files())
            if (file.startsWith(RunDirectory.FORKS) && !expected.contains(file))
                add(file, "not a file of a fork of the plan");
    }

    private void fork(Plan.Fork fork, ForkFiles files) {
        try {
            ForkResult result = Json.read(files.json(), ForkResult.class);
            if (!fork.cell().skip().isEmpty() != result instanceof Skipped)
                add(name(files.json()), "the plan and the fork do not agree on whether it was skipped");
            StoredFork.disagreement(fork.cell(), result).ifPresent(what -> add(name(files.json()), what));
            if (!(result instanceof Skipped) && !Files.exists(files.log())) add(name(files.log()), "missing");
            if (result instanceof Measured && fork.pinned() && !Files.exists(files.jfr()))
                add(name(files.jfr()), "missing");
            if (result instanceof Measured measured) histograms(measured, files);
        } catch (Unreadable e) {
            mismatches.add(Mismatch.of(name(files.json()), e));
        }
    }

    private void histograms(Measured fork, ForkFiles files) {
        try {
            Histograms histograms = Histograms.read(files.hlog());
            long late = histograms.lateness().getTotalCount();
            if (late != fork.arrived().paced())
                add(
                        name(files.hlog()),
                        late + " times tagged lateness, but " + name(files.json()) + " says that the pacer came to "
                                + fork.arrived().paced() + " pages");
            long seen = histograms.latency().getTotalCount();
            if (seen != fork.pages())
                add(
                        name(files.hlog()),
                        seen + " latencies, but " + name(files.json()) + " says that " + fork.pages()
                                + " pages were measured");
            failed(histograms.failed().getTotalCount(), fork, files);
        } catch (Unreadable e) {
            mismatches.add(Mismatch.of(name(files.hlog()), e));
        }
    }

    /** A run of before they were timed has none. */
    private void failed(long timed, Measured fork, ForkFiles files) {
        long asTold = sum(fork.failedAsTold());
        long failed = sum(fork.failures()) + asTold;
        if (timed + asTold > 0 && timed != failed)
            add(
                    name(files.hlog()),
                    timed + " failed fetches, but " + name(files.json()) + " says that " + failed + " failed");
    }

    private static long sum(Map<Failure, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Without a plan nobody knows which files there have to be; those that are there can still be read. */
    private void eachByItself() {
        for (String name : run.files()) {
            Path file = run.path().resolve(name);
            try {
                if (name.startsWith(RunDirectory.FORKS) && name.endsWith(".json")) Json.read(file, ForkResult.class);
                if (name.startsWith(RunDirectory.FORKS) && name.endsWith(".hlog")) Histograms.read(file);
            } catch (Unreadable e) {
                mismatches.add(Mismatch.of(name, e));
            }
        }
    }

    private String name(Path file) {
        return Sums.relative(run.path(), file);
    }
}
