package dev.iomodels.cli;

import dev.iomodels.fetch.IoModel;
import dev.iomodels.fetch.OwnModels;
import dev.iomodels.plan.Preset;
import dev.iomodels.plan.Scenario;
import dev.iomodels.plan.Scenarios;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code list}: what there is to choose from. */
@Command(name = "list", description = "Lists IO models, scenarios and presets.", mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
    /** What everything else runs on. */
    private static final int OLDEST = 17;

    @Mixin
    private OwnCodeOption ownCode;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        try (OwnModels models = ownCode.models()) {
            out.println("IO models");
            for (IoModel model : models.all())
                out.printf("  %-22s %s%s%n", model.name(), model.summary(), needs(model));
        }
        out.println("Scenarios");
        for (Scenario scenario : Scenarios.parse(String.join(",", Scenarios.names())))
            out.printf("  %-22s %s%n", scenario.name(), scenario.conditions());
        out.println("Presets");
        for (Preset preset : Preset.values())
            out.printf("  %-22s forks per cell: %d; %s%n", preset.label(), preset.blocks(), preset.badge());
        out.flush();
    }

    private static String needs(IoModel model) {
        return model.minimumJdk() > OLDEST ? "; needs JDK " + model.minimumJdk() : "";
    }
}
