package dev.iomodels.cli;

import dev.iomodels.fetch.IoModel;
import dev.iomodels.fetch.Models;
import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.JdkLabels;
import dev.iomodels.plan.KnownJdks;
import java.util.List;

/**
 * Which JDKs a run uses.
 *
 * @param measured what the forks run on, with labels that tell them apart
 * @param stub what the stub runs on
 * @param why why {@code measured} were chosen, for the reader
 */
record JdkChoice(List<Jdk> measured, Jdk stub, String why) {

    /** Chooses; an empty text means that the option was not given. @throws BadInput if one of them names no JDK */
    static JdkChoice of(String jdks, String stubJdk, KnownJdks known) {
        Jdk stub = stubJdk.isBlank() ? known.newest() : BadInput.parse("--stub-jdk", stubJdk, known::one);
        if (!jdks.isBlank())
            return new JdkChoice(JdkLabels.apart(BadInput.parse("--jdks", jdks, known::named)), stub, "as asked");
        Jdk running = Jdk.running();
        Jdk newest = known.newest();
        int needed = Models.all().stream().mapToInt(IoModel::minimumJdk).max().orElse(0);
        if (running.feature() >= needed) return new JdkChoice(List.of(running), stub, "it runs this");
        if (newest.feature() >= needed)
            return new JdkChoice(
                    List.of(newest),
                    stub,
                    "the newest of " + known.all().size() + " found, because JDK " + running.label()
                            + ", which runs this, has no virtual threads");
        return new JdkChoice(
                List.of(running),
                stub,
                "it runs this; no JDK " + needed
                        + " or later was found for virtual threads: install one, or name it with --jdks");
    }
}
