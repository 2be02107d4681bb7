package dev.iomodels.cli;

import picocli.CommandLine;

/** The command line, as far as tests outside this package need it. */
public final class CommandLineOfTests {
    private CommandLineOfTests() {}

    /** What the parser says against these words; empty if it understands them. */
    public static String complaint(String... words) {
        try {
            Main.commandLine().parseArgs(words);
            return "";
        } catch (CommandLine.ParameterException e) {
            return e.getMessage();
        }
    }

    /** What a command prints, on whichever stream. */
    public static String said(String... words) {
        Cli cli = Cli.run(words);
        return cli.out() + cli.err();
    }
}
