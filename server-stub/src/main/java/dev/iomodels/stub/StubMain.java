package dev.iomodels.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The stub as a program: prints its address, and ends when its standard input closes, so that none is ever orphaned. */
@Command(
        name = "server-stub",
        sortOptions = false,
        description = {
            "Holds each page back for exactly the delay that is asked for: /page/17?delay=51234us&size=1024.",
            "Prints its address, and ends when its standard input closes."
        })
public final class StubMain implements Runnable {
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

    @Option(names = "--help", usageHelp = true, description = "prints this")
    private boolean help;

    private StubMain() {}

    /** Exits with 0 when the standard input closes, 1 if the port is in use, 2 for a bad option. */
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new StubMain());
        line.setParameterExceptionHandler(StubMain::refuse);
        System.exit(line.execute(args));
    }

    @Override
    public void run() {
        StubOptions options = options();
        try (Stub stub = Stub.start(options)) {
            System.out.println(stub.uri());
            System.out.flush();
            while (System.in.read() >= 0) {
                // What is said does not matter, only that somebody is still there.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StubOptions options() {
        return new StubOptions(Integer.parseInt(port), Delay.parse(delay), (int) Units.parseBytes(size));
    }

    private static int refuse(ParameterException e, String[] args) {
        System.err.println(e.getMessage());
        return BAD_OPTION;
    }
}
