package dev.iomodels.cli;

import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Which options somebody gave. Those without a text in them, as Maven passes those that nobody gave, were not given. */
final class GivenOptions {
    private GivenOptions() {}

    /** Whether {@code name} was. */
    static boolean has(CommandSpec spec, String name) {
        return spec.commandLine().getParseResult().matchedOptions().stream()
                .anyMatch(option -> option.longestName().equals(name) && given(option));
    }

    /** Those that are not {@code among} these, in a list; empty if there are none. */
    static String beside(CommandSpec spec, Set<String> among) {
        return spec.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> !among.contains(option.longestName()))
                .filter(GivenOptions::given)
                .map(OptionSpec::longestName)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static boolean given(ArgSpec option) {
        return option.stringValues().stream().anyMatch(text -> !text.isBlank());
    }
}
