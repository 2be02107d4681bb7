package dev.iomodels.run;

import dev.iomodels.result.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What virtualises this machine, as far as Linux tells: the processor's {@code hypervisor} flag says that something does;
 * the firmware's vendor and product, or the clocks that the kernel was offered, say what. systemd-detect-virt looks at the same.
 */
final class Virtualisation {
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("kvm", "kvm");
        NAMES.put("amazon ec2", "kvm");
        NAMES.put("google compute engine", "kvm");
        NAMES.put("openstack", "kvm");
        NAMES.put("qemu", "qemu");
        NAMES.put("vmware", "vmware");
        NAMES.put("hyperv", "hyper-v");
        NAMES.put("microsoft corporation virtual machine", "hyper-v");
        NAMES.put("innotek gmbh", "virtualbox");
        NAMES.put("virtualbox", "virtualbox");
        NAMES.put("parallels", "parallels");
        NAMES.put("xen", "xen");
    }

    private Virtualisation() {}

    /** {@code kvm} and so on, {@code none}, or {@code unknown}. */
    static String here() {
        return of(Path.of("/"));
    }

    /** The same of a system whose {@code proc} and {@code sys} are below {@code root}. */
    static String of(Path root) {
        String processor = text(root.resolve("proc/cpuinfo"));
        if (processor.isEmpty()) return Environment.UNKNOWN;
        boolean flags = processor.lines().anyMatch(line -> line.startsWith("flags"));
        boolean flagged = processor.lines().anyMatch(line -> line.startsWith("flags") && line.contains(" hypervisor"));
        if (flags && !flagged) return "none";
        for (String hint : hints(root))
            for (Map.Entry<String, String> name : NAMES.entrySet())
                if (hint.contains(name.getKey())) return name.getValue();
        return flagged ? "some hypervisor" : Environment.UNKNOWN;
    }

    private static List<String> hints(Path root) {
        Path firmware = root.resolve("sys/class/dmi/id");
        return List.of(
                text(root.resolve("sys/hypervisor/type")),
                text(firmware.resolve("sys_vendor")) + " " + text(firmware.resolve("product_name")),
                text(root.resolve("sys/devices/system/clocksource/clocksource0/available_clocksource")));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            return "";
        }
    }
}
