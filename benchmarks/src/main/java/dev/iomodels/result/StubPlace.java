package dev.iomodels.result;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.iomodels.plan.Jdk;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/** Where the stub of a run ran, and on what. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "where")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StubPlace.OwnProcess.class, name = "own process"),
    @JsonSubTypes.Type(value = StubPlace.Elsewhere.class, name = "elsewhere")
})
public sealed interface StubPlace {

    /** Whose process it was: what has to be the same for two runs to be compared. */
    String where();

    /** The JDK that it ran on, as {@link Jdk#toString} says it; {@code unknown} if it did not tell. */
    String on();

    /** How pages are encrypted on their way from it. */
    Tls tls();

    /**
     * A process of the run's own, on the same machine.
     *
     * @param flags what its JVM was started with
     */
    record OwnProcess(Jdk jdk, List<String> flags, Tls tls) implements StubPlace {
        public OwnProcess {
            Objects.requireNonNull(jdk, "no jdk");
            Objects.requireNonNull(flags, "no flags");
            // Older runs had none.
            if (tls == null) tls = Tls.NONE;
        }

        /** The same over plain HTTP. */
        public OwnProcess(Jdk jdk, List<String> flags) {
            this(jdk, flags, Tls.NONE);
        }

        @Override
        public String where() {
            return "own process";
        }

        @Override
        public String on() {
            return jdk.toString();
        }

        @Override
        public String toString() {
            return "own process, JDK " + jdk + ", " + jdk.home() + ", " + String.join(" ", flags);
        }
    }

    /**
     * One that ran already.
     *
     * @param address scheme, host and port
     * @param instance the name that it gave itself when it was started
     * @param jvm version and vendor of its JVM, as it says; {@code unknown} if it does not
     */
    record Elsewhere(String address, String instance, String jvm, Tls tls) implements StubPlace {
        public Elsewhere {
            if (tls == null) tls = Tls.NONE;
            Objects.requireNonNull(address, "no address");
            if (jvm == null || jvm.isEmpty()) jvm = Environment.UNKNOWN;
        }

        /** The same over plain HTTP. */
        public Elsewhere(String address, String instance, String jvm) {
            this(address, instance, jvm, Tls.NONE);
        }

        @Override
        public String where() {
            return "elsewhere, on " + URI.create(address).getHost();
        }

        @Override
        public String on() {
            return jvm;
        }

        @Override
        public String toString() {
            return "elsewhere: " + address + ", instance " + instance + ", JDK " + jvm;
        }
    }
}
