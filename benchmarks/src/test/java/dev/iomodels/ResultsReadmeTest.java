package dev.iomodels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.gate.CellGate;
import dev.iomodels.gate.ForkGate;
import dev.iomodels.gate.Gate;
import dev.iomodels.gate.Ruling;
import dev.iomodels.gate.WideGate;
import dev.iomodels.report.Report;
import dev.iomodels.report.RunContents;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.Metric;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run directory holds is in results/README.md: every field, metric, gate, column and file. */
final class ResultsReadmeTest {
    /** What stands between backticks, with what comes before its last part left out: {@code ….cells[]}, {@code lists.nanos}. */
    private static Set<String> named() throws IOException {
        Set<String> named = new HashSet<>();
        Pattern.compile("`([^`\n]+)`")
                .matcher(Documents.text("results/README.md"))
                .results()
                .map(found -> found.group(1).replaceAll("^(….)+", "").replace("[]", ""))
                .forEach(named::add);
        return named;
    }

    @Test
    void everyFieldOfARunAndAFork_isNamed() throws IOException {
        Set<String> fields = new TreeSet<>();
        Set<Class<?>> seen = new HashSet<>();
        collect(RunRecord.class, seen, fields);
        collect(ForkResult.class, seen, fields);
        collect(Ruling.class, seen, fields);
        assertThat(fields).contains("planHash", "sha256", "heapBytes", "interruptCpuSeconds", "latenessP99Nanos");
        assertThat(named()).containsAll(fields);
    }

    /** Names of what the project's own records hold; what is written as text, such as a load, is no field's owner. */
    private static void collect(Type type, Set<Class<?>> seen, Set<String> fields) {
        if (type instanceof ParameterizedType of)
            for (Type argument : of.getActualTypeArguments()) collect(argument, seen, fields);
        if (!(type instanceof Class<?> one) || !one.getName().startsWith("dev.iomodels") || !seen.add(one)) return;
        if (Set.of("Load", "Delay", "Faults", "Target").contains(one.getSimpleName())) return;
        if (one.isSealed()) for (Class<?> kind : one.getPermittedSubclasses()) collect(kind, seen, fields);
        if (!one.isRecord()) return;
        for (RecordComponent field : one.getRecordComponents()) {
            fields.add(field.getName());
            collect(field.getGenericType(), seen, fields);
        }
    }

    @Test
    void everyMetricAndEveryGate_isNamed() throws IOException {
        assertThat(named())
                .containsAll(Arrays.stream(Metric.values()).map(Metric::id).toList());
        assertThat(named())
                .containsAll(Stream.<Gate[]>of(ForkGate.values(), CellGate.values(), WideGate.values())
                        .flatMap(Arrays::stream)
                        .map(Gate::id)
                        .toList());
    }

    @Test
    void everyFileAndColumnOfTheReports_isNamed(@TempDir Path directory) throws IOException {
        RunDirectory made = MadeUpRun.example(directory);
        Path run = made.path();
        Report.writeAll(RunContents.of(made));
        try (Stream<Path> files = Files.list(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(named()).contains(file.getFileName().toString());
                if (file.toString().endsWith(".csv"))
                    assertThat(named()).contains(Files.readAllLines(file).get(0).split(","));
            }
        }
    }
}
