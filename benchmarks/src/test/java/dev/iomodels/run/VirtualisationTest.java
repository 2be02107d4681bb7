package dev.iomodels.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirtualisationTest {
    @TempDir
    private Path root;

    private void file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void processorWithoutTheFlag_isNotVirtual() throws IOException {
        file("proc/cpuinfo", "model name\t: A Processor\nflags\t\t: fpu vme\n");
        file("sys/class/dmi/id/sys_vendor", "Dell Inc.\n");
        assertThat(Virtualisation.of(root)).isEqualTo("none");
    }

    @Test
    void vendorAndProduct_sayWhat() throws IOException {
        file("proc/cpuinfo", "flags\t\t: fpu hypervisor vme\n");
        assertThat(Virtualisation.of(root)).isEqualTo("some hypervisor");
        file("sys/class/dmi/id/sys_vendor", "Microsoft Corporation\n");
        assertThat(Virtualisation.of(root)).isEqualTo("some hypervisor");
        file("sys/class/dmi/id/product_name", "Virtual Machine\n");
        assertThat(Virtualisation.of(root)).isEqualTo("hyper-v");
        file("sys/hypervisor/type", "xen\n");
        assertThat(Virtualisation.of(root)).isEqualTo("xen");
    }

    @Test
    void firmwareThatSaysNothing_leavesTheClocks() throws IOException {
        file("proc/cpuinfo", "flags\t\t: fpu hypervisor vme\n");
        file("sys/devices/system/clocksource/clocksource0/available_clocksource", "tsc kvm-clock \n");
        assertThat(Virtualisation.of(root)).isEqualTo("kvm");
    }

    @Test
    void systemThatDoesNotTell_isUnknown() throws IOException {
        assertThat(Virtualisation.of(root)).isEqualTo("unknown");
        file("proc/cpuinfo", "Features\t: fp asimd\n");
        assertThat(Virtualisation.of(root)).isEqualTo("unknown");
        file("sys/class/dmi/id/sys_vendor", "QEMU\n");
        assertThat(Virtualisation.of(root)).isEqualTo("qemu");
    }
}
