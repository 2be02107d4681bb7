package dev.iomodels.run;

import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Plan;
import dev.iomodels.result.JvmFacts;
import java.nio.file.Path;

/** A fork ran on another JDK than its plan says. Its numbers would stand for the wrong one, and so may all that follow. */
final class WrongJdk extends RuntimeException {
    private static final long serialVersionUID = 1;

    private WrongJdk(Plan.Fork fork, String ranOn) {
        super("fork " + fork.path() + " was to run on JDK " + asked(fork) + ", "
                + asked(fork).home() + ", but ran on JDK " + ranOn);
    }

    private static Jdk asked(Plan.Fork fork) {
        return fork.cell().contender().jdk();
    }

    /** Lets {@code fork} pass if it ran on what it says itself: {@code facts}. */
    static void check(Plan.Fork fork, JvmFacts facts) {
        Jdk jdk = asked(fork);
        boolean same = facts.feature() == jdk.feature()
                && facts.javaVersion().equals(jdk.version())
                && Jdk.place(Path.of(facts.home())).equals(jdk.place());
        if (!same) throw new WrongJdk(fork, facts.javaVersion() + " (" + facts.vendor() + "), " + facts.home());
    }

    /** The same for a fork that failed and says nothing of itself; {@code version} is empty if it did not come that far. */
    static void check(Plan.Fork fork, String version) {
        if (!version.isEmpty() && !version.equals(asked(fork).version())) throw new WrongJdk(fork, version);
    }
}
