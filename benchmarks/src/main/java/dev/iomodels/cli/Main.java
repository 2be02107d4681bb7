package dev.iomodels.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: one class for each command. Exit status 0: done; 1: something that was measured failed; 2: bad input. */
@Command(
        name = "benchmarks.jar",
        description = "How should a JVM program wait for the network?",
        subcommands = {
            RunCommand.class,
            CapacityCommand.class,
            RerunCommand.class,
            DoctorCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            CiteCommand.class,
            VerifyCommand.class,
            DemoCommand.class,
            ListCommand.class,
            JmhCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main implements Runnable {
    static final int FAILED = 1;
    static final int BAD_INPUT = 2;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? For a start: java -jar benchmarks.jar run");
    }

    /** Carries out the command that {@code args} name, and ends the JVM with its status. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler(Main::misunderstood)
                .setExecutionExceptionHandler((thrown, command, parsed) -> {
                    if (thrown instanceof BadInput) {
                        command.getErr().println(thrown.getMessage());
                        return BAD_INPUT;
                    }
                    command.getErr().println(thrown.getMessage() == null ? thrown.toString() : thrown.getMessage());
                    if (Boolean.getBoolean("iomodels.trace")) thrown.printStackTrace(command.getErr());
                    return FAILED;
                });
    }

    private static int misunderstood(ParameterException thrown, String[] words) {
        CommandLine command = thrown.getCommandLine();
        command.getErr().println(thrown.getMessage());
        UnmatchedArgumentException.printSuggestions(thrown, command.getErr());
        if (thrown instanceof MissingParameterException missing)
            missing.getMissing().forEach(one -> explain(one, command));
        // The commands fit a screen and help whoever named none; the options of one do not, and would hide the
        // complaint.
        if (command.getParent() == null) command.usage(command.getErr());
        else
            command.getErr()
                    .println(
                            "All options: java -jar " + command.getCommandSpec().qualifiedName() + " --help");
        return BAD_INPUT;
    }

    /** What was left out, in the words of its help, which have an example. */
    private static void explain(ArgSpec missing, CommandLine command) {
        command.getErr().println(missing.paramLabel() + ": " + String.format(String.join(" ", missing.description())));
    }
}
