package dev.iomodels.cli;

import dev.iomodels.fetch.OwnModels;
import dev.iomodels.plan.OwnCode;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that says where IO models of the user's own are. */
final class OwnCodeOption {
    @Option(
            names = "--classpath",
            paramLabel = "JARS",
            defaultValue = "",
            description = "jars or directories with IO models of your own, such as my-model.jar")
    private String classpath;

    /** What it names, with at least one IO model in it; empty if it was not given. @throws BadInput if it has none that can be used */
    List<OwnCode> code() {
        return BadInput.parse("--classpath", classpath, OwnCodeOption::checked);
    }

    /** This project's models and the user's own, to be closed. @throws BadInput as {@link #code} does */
    OwnModels models() {
        return models(code());
    }

    static OwnModels models(List<OwnCode> code) {
        return OwnModels.on(code.stream().map(OwnCode::path).map(Path::of).toList());
    }

    private static List<OwnCode> checked(String text) {
        List<OwnCode> code = OwnCode.parse(text);
        models(code).close();
        return code;
    }
}
