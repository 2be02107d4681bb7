package dev.iomodels.stub;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The stub as a program: prints its address on a line of its own, before that its certificate if it has one, and ends when its standard input closes, so that none is
 * ever orphaned.
 */
@Command(
        name = "server-stub",
        sortOptions = false,
        description = {
            "Holds each page back for exactly the delay that is asked for: /page/17?delay=51234us&size=1024.",
            "Prints its address, and ends when its standard input closes."
        })
public final class StubMain implements Callable<Integer> {
    /** What is before the certificate on its line. */
    static final String CERTIFICATE = "certificate ";

    private static final int CANNOT_LISTEN = 1;
    private static final int BAD_OPTION = 2;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "where it listens on 127.0.0.1; 0, the default: any free port")
    private String port = "0";

    @Option(
            names = "--delay",
            paramLabel = "DELAY",
            description =
                    "of pages whose URI does not say so, 0 (default) to 60s: 50ms, fixed:50ms, uniform:10ms..90ms,"
                            + " lognormal:20ms..200ms (median..p99) or bimodal:20ms/1s@1%%")
    private String delay = "0";

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            description = "of pages whose URI does not say so, 0 to 16MiB; 1KiB is the default")
    private String size = "1KiB";

    @Option(
            names = "--tls",
            description = "speaks HTTPS, with a certificate of its own, new with each start, which it prints first")
    private boolean tls;

    @Option(names = "--help", usageHelp = true, description = "prints this")
    private boolean help;

    private StubMain() {}

    /** Exits with 0 when the standard input closes, 1 if it cannot listen on the port, 2 for a bad option. */
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new StubMain());
        line.setParameterExceptionHandler(StubMain::refuse);
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() throws IOException {
        StubOptions options = options();
        try (Stub stub = Stub.start(options)) {
            stub.certificate().ifPresent(shown -> System.out.println(CERTIFICATE + StubCertificate.text(shown)));
            System.out.println(stub.uri());
            System.out.flush();
            System.in.transferTo(OutputStream.nullOutputStream());
            return 0;
        } catch (UncheckedIOException e) {
            System.err.println("--port " + options.port() + ": cannot listen there (" + e.getMessage()
                    + "); end what does, or take any free port with --port 0");
            return CANNOT_LISTEN;
        }
    }

    private StubOptions options() {
        int number = parsed("--port", port, StubMain::port);
        Delay distribution = parsed("--delay", delay, Delay::parse);
        int bytes = parsed("--size", size, StubMain::size);
        return new StubOptions(number, distribution, bytes, tls);
    }

    private <T> T parsed(String option, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + " " + e.getMessage(), e);
        }
    }

    private static int port(String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= StubOptions.MAX_PORT) return Integer.parseInt(text);
        throw new IllegalArgumentException(
                Units.quote(text) + ": not a port; 0 (any free one) to " + StubOptions.MAX_PORT + ", such as 8080");
    }

    private static int size(String text) {
        long bytes = Units.parseBytes(text);
        if (bytes <= StubOptions.MAX_SIZE) return (int) bytes;
        throw new IllegalArgumentException(Units.quote(text) + ": too large; 0 to 16MiB, such as 1KiB");
    }

    private static int refuse(ParameterException e, String[] args) {
        System.err.println(e.getMessage());
        System.err.println(
                "Options: --port 8080, --delay lognormal:20ms..200ms, --size 1KiB, --tls; --help explains them.");
        return BAD_OPTION;
    }
}
