package dev.iomodels.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Planner;
import dev.iomodels.plan.Preset;
import dev.iomodels.plan.Scenarios;
import dev.iomodels.plan.Terms;
import dev.iomodels.result.Finding;
import dev.iomodels.result.Light;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class PreflightTest {
    private final Plan crowd = Planner.plan(
            Preset.SMOKE,
            1,
            1,
            Scenarios.parse("cpu,crowd"),
            List.of("raw-selector"),
            List.of(Jdk.running()),
            Terms.with(Jdk.running()));

    @Test
    void preflight_enoughOfEverything_lacksNothing() {
        assertThat(new Preflight(20_000, 28_000).look(crowd)).allMatch(finding -> finding.light() == Light.GREEN);
    }

    @Test
    void preflight_tooFewFiles_namesTheScenarioTheLimitAndTheRemedy() {
        assertThat(new Preflight(4_096, 28_000).look(crowd))
                .filteredOn(finding -> finding.light() == Light.RED)
                .singleElement()
                .extracting(Finding::remedy)
                .asString()
                .contains("crowd", "10000 connections", "4096 files", "ulimit -n 11000");
    }

    @Test
    void preflight_tooFewPorts_namesTheScenarioTheNumberAndTheRemedy() {
        assertThat(new Preflight(20_000, 5_000).look(crowd))
                .filteredOn(finding -> finding.light() == Light.RED)
                .singleElement()
                .extracting(Finding::remedy)
                .asString()
                .contains("crowd", "10000 connections", "5000 ports", "ip_local_port_range");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void ofThisMachine_portsAreKnown_asTheSettingIsReadWhole() {
        assertThat(Preflight.here().ports()).isBetween(1L, 65_535L);
        assertThat(SystemFiles.here().number("proc/sys/net/core/somaxconn").orElseThrow())
                .isGreaterThanOrEqualTo(16);
    }

    @Test
    void run_processMayOpenTooFewFiles_saysSoAndMeasuresNothing(@TempDir Path directory) throws Exception {
        List<String> few = List.of("bash", "-c", "ulimit -n 500; exec \"$@\"", "few");
        try (Tool tool = Tool.run(directory, few, "--preset", "smoke", "--scenario", "wait", "--models", "selector")) {
            assertThat(tool.exitStatus()).isEqualTo(2);
            assertThat(tool.output()).contains("scenario wait needs 1000 connections", "500 files", "ulimit -n 2000");
            assertThat(tool.results).doesNotExist();
        }
    }
}
