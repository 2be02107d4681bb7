package dev.iomodels.run;

import dev.iomodels.result.Finding;
import dev.iomodels.result.Light;

/** The ways in which a check ends. */
final class Findings {
    private Findings() {}

    static Finding green(String check, String value) {
        return new Finding(check, value, Light.GREEN, "");
    }

    static Finding amber(String check, String value, String remedy) {
        return new Finding(check, value, Light.AMBER, remedy);
    }

    static Finding red(String check, String value, String remedy) {
        return new Finding(check, value, Light.RED, remedy);
    }

    /** The system does not tell. */
    static Finding unknown(String check) {
        return new Finding(check, "unknown", Light.UNKNOWN, "");
    }
}
