package dev.iomodels.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.JvmArgs;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.plan.Terms;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FlagCheckTest {
    private static Optional<String> complaint(String flags, int seconds) {
        Jdk jdk = Jdk.running();
        Plan plan = MadeUpRun.plan(Preset.SMOKE, 1, "cpu", List.of("blocking"), jdk)
                .on(new Terms(JvmArgs.with(flags), "", jdk, "", "", false));
        return FlagCheck.complaint(plan, Duration.ofSeconds(seconds));
    }

    @Test
    void flagsThatAreKnown_areLetPass() {
        assertThat(complaint("-Xmx256m -XX:+UseSerialGC -Dx=\"y\" -Da=b=c", 20)).isEmpty();
    }

    @Test
    void jvmThatWaitsForSomebody_isEnded_andSaidToHang() {
        assertThat(complaint("-Xmx256m -agentlib:jdwp=transport=dt_socket,server=y,suspend=y", 2))
                .hasValueSatisfying(said -> assertThat(said)
                        .contains("suspend=y\": JDK ", Jdk.running().home(), "did not end within 2 s"));
        assertThat(ProcessHandle.current().descendants().filter(FlagCheckTest::waits))
                .isEmpty();
    }

    private static boolean waits(ProcessHandle process) {
        return process.info().arguments().stream().flatMap(Arrays::stream).anyMatch(word -> word.contains("jdwp"));
    }
}
