package dev.iomodels.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a stub is started with.
 *
 * @param port where it listens, on 127.0.0.1; 0 for any free port
 * @param delay how long pages are held back whose URI does not say so; page n always gets the same draw
 * @param size bytes of pages whose URI does not say so
 * @param tls whether it speaks HTTPS, with a certificate that it makes when it starts, and not HTTP
 */
public record StubOptions(int port, Delay delay, int size, boolean tls) {
    /** The largest page there is: 16 MiB, in bytes. */
    public static final int MAX_SIZE = 16 << 20;

    static final int MAX_PORT = 65_535;

    /** Any free port, no delay, 1 KiB. */
    public static final StubOptions DEFAULT = new StubOptions(0, new Delay.Fixed(0), 1024);

    /** @throws IllegalArgumentException with the option, its value, what is allowed and an example */
    public StubOptions {
        Objects.requireNonNull(delay);
        if (port < 0 || port > MAX_PORT)
            throw new IllegalArgumentException(
                    "--port \"" + port + "\": not a port; 0 (any free one) to 65535, such as 8080");
        if (size < 0 || size > MAX_SIZE)
            throw new IllegalArgumentException("--size \"" + size + "\": 0 to 16MiB, such as 1KiB");
    }

    /** The same over plain HTTP. */
    public StubOptions(int port, Delay delay, int size) {
        this(port, delay, size, false);
    }

    /** Any free port, no delay, 1 KiB, over HTTPS if {@code tls}. */
    public static StubOptions over(boolean tls) {
        return new StubOptions(DEFAULT.port, DEFAULT.delay, DEFAULT.size, tls);
    }

    /** The command line of {@link StubMain} that means the same. */
    List<String> arguments() {
        List<String> arguments =
                new ArrayList<>(List.of("--port", "" + port, "--delay", delay.toString(), "--size", Units.bytes(size)));
        if (tls) arguments.add("--tls");
        return arguments;
    }
}
