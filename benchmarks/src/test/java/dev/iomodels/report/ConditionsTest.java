package dev.iomodels.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.Changed;
import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Planner;
import dev.iomodels.plan.Preset;
import dev.iomodels.plan.Scenarios;
import dev.iomodels.plan.Terms;
import dev.iomodels.result.RunRecord;
import dev.iomodels.result.StubPlace;
import dev.iomodels.result.Tls;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A quoted number says what is unusual about its pages. */
class ConditionsTest {
    @TempDir
    private Path directory;

    private String pages(String scenario, boolean tls) {
        Terms terms = Terms.with(MadeUpRun.JDK_17).over(tls);
        Plan plan = Planner.plan(
                Preset.QUICK, 1, 3, Scenarios.parse(scenario), List.of("selector"), List.of(MadeUpRun.JDK_17), terms);
        RunRecord made = MadeUpRun.create(
                        directory.resolve(plan.cells().get(0).scenario().name()), plan)
                .record();
        StubPlace stub =
                new StubPlace.OwnProcess(MadeUpRun.JDK_17, List.of(), new Tls("TLSv1.3 A_CIPHER", "0123456789abcdef"));
        RunRecord run = Changed.of(made, "environment", Changed.of(made.environment(), "stub", stub));
        return Conditions.pages(run, plan.cells().get(0).scenario(), part -> "`" + part + "`");
    }

    @Test
    void plainPages_haveADelayAndASize() {
        assertThat(pages("closed:8,delay=20ms", false)).isEqualTo("delay `fixed:20ms`, size 1KiB");
        assertThat(pages("closed:8", false)).isEqualTo("no delay, size 1KiB");
    }

    @Test
    void faultsAndTls_areNeverLeftOut() {
        assertThat(pages("open:8/s,delay=20ms,faults=reset@1%", true))
                .isEqualTo("delay `fixed:20ms`, size 1KiB, faults `reset@1%`, over TLS (TLSv1.3 A_CIPHER)");
    }
}
