package dev.iomodels.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line in this JVM: what it says, and its exit status. */
record Cli(int status, String out, String err) {
    static Cli run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Cli(status, out.toString(), err.toString());
    }

    /** {@code cite} of a run below {@code results}: a sentence or a refusal, never a stack trace. */
    static Cli cite(Path results, String id, String... more) {
        List<String> words = new ArrayList<>(List.of("cite", id, "--results", results.toString()));
        words.addAll(List.of(more));
        Cli cli = run(words.toArray(String[]::new));
        assertThat(cli.out() + cli.err()).doesNotContain("\tat ", "Exception", "Cannot invoke");
        return cli;
    }
}
