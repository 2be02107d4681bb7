package dev.iomodels.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PinnedForksTest {
    private static final Jdk JDK_17 = new Jdk("/jdk-17", 17, "17.0.1", "Maker");
    private static final Jdk JDK_21 = new Jdk("/jdk-21", 21, "21.0.1", "Maker");

    private static Plan plan(Preset preset) {
        return Planner.plan(
                preset,
                1,
                2,
                Scenarios.parse("cpu,wait"),
                List.of("virtual-thread", "thread-pool", "virtual-thread-monitor"),
                List.of(JDK_17, JDK_21),
                Terms.with(JDK_21));
    }

    @Test
    void theyAreOnlyForModelsThatNeedVirtualThreads_onJdksThatHaveThem_andForNoControl() {
        assertThat(plan(Preset.STANDARD).withPinned().pinned())
                .extracting(Plan.Fork::path)
                .containsExactly(
                        "cpu/virtual-thread@21/pinned",
                        "cpu/virtual-thread-monitor@21/pinned",
                        "wait/virtual-thread@21/pinned",
                        "wait/virtual-thread-monitor@21/pinned");
    }

    @Test
    void theyComeLast_andChangeNothingBeforeThem() {
        Plan plan = plan(Preset.QUICK);
        List<Plan.Fork> all = plan.withPinned().forks();
        int measured = plan.forks().size();
        assertThat(all.subList(0, measured))
                .extracting(Plan.Fork::path)
                .containsExactlyElementsOf(
                        plan.forks().stream().map(Plan.Fork::path).toList());
        assertThat(all.subList(measured, all.size())).allMatch(Plan.Fork::pinned);
        assertThat(plan.forks()).noneMatch(Plan.Fork::pinned);
    }

    @Test
    void theyTakeOneIteration_andTheirTimeIsInTheEstimate() {
        Plan plan = plan(Preset.QUICK).withPinned();
        Plan.Fork pinned = plan.pinned().get(0);
        Timing usual = plan.preset().timing(pinned.cell().scenario());
        assertThat(plan.timing(pinned))
                .isEqualTo(new Timing(usual.hot(), usual.warmups(), usual.warmup(), 1, usual.iteration()));
        assertThat(plan.estimate(plan.forks()))
                .isEqualTo(
                        plan(Preset.QUICK).estimate(plan(Preset.QUICK).forks()).plus(plan.estimate(plan.pinned())));
    }
}
