package dev.iomodels.result;

import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Scenario;
import dev.iomodels.plan.Terms;
import dev.iomodels.stub.Units;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * In what two runs differ. Some of it makes their numbers incomparable: machine, kernel, governor, pinning, stub, heap and
 * collector, pages, loop, libraries. The rest is worth knowing.
 */
public final class Differences {
    /** Heap, collector and other flags of the forks: the field that a comparison may name as its variable. */
    public static final String JVM_ARGS = "jvm-args";

    /** Protocol and cipher, or none. */
    public static final String TLS = "tls";

    /** Memory that is equal but for this share is the same: kernels keep more or less of it to themselves. */
    private static final double MEMORY_TOLERANCE = 0.01;

    /** Facts that are another process's each time. */
    private static final Set<String> OF_ONE_PROCESS = Set.of("pid", "flags");

    private final List<Difference> found = new ArrayList<>();
    private final Set<String> except;

    private Differences(Set<String> except) {
        this.except = except;
    }

    /** In what these runs differ, what refuses first. */
    public static List<Difference> between(RunRecord left, RunRecord right) {
        return between(left, right, Set.of());
    }

    /** The same; what has one of the names in {@code except} is listed, but does not refuse. */
    public static List<Difference> between(RunRecord left, RunRecord right, Set<String> except) {
        Differences differences = new Differences(except);
        differences.environments(left.environment(), right.environment());
        differences.plans(left.plan(), right.plan());
        return differences.sorted();
    }

    /** In what these environments differ, what refuses first. */
    public static List<Difference> between(Environment left, Environment right) {
        Differences differences = new Differences(Set.of());
        differences.environments(left, right);
        // Each start of a stub makes another, so between two runs it says nothing; within one, that there was another
        // start.
        differences.may(
                "certificate of the stub",
                left.stub().tls().certificate(),
                right.stub().tls().certificate());
        return differences.sorted();
    }

    /**
     * In what the JVMs differ that {@code whose} forks ran on in two runs. None of it refuses: JDKs are what is compared, and
     * what they were started with is part of the plan.
     */
    public static List<Difference> between(String whose, JvmFacts left, JvmFacts right) {
        Differences differences = new Differences(Set.of());
        for (RecordComponent fact : JvmFacts.class.getRecordComponents())
            if (!OF_ONE_PROCESS.contains(fact.getName()))
                differences.may(whose + ": " + fact.getName(), value(fact, left), value(fact, right));
        return differences.sorted();
    }

    private static Object value(RecordComponent fact, JvmFacts of) {
        try {
            return fact.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record does not tell its own " + fact.getName(), e);
        }
    }

    private List<Difference> sorted() {
        List<Difference> sorted = new ArrayList<>();
        found.stream().filter(Difference::refuses).forEach(sorted::add);
        found.stream().filter(difference -> !difference.refuses()).forEach(sorted::add);
        return List.copyOf(sorted);
    }

    private void environments(Environment left, Environment right) {
        must("cpu", left.cpu(), right.cpu());
        must("cores", left.cores(), right.cores());
        memory(left.memoryBytes(), right.memoryBytes());
        must("virtualisation", left.virtualisation(), right.virtualisation());
        must("kernel", left.kernelMajorMinor(), right.kernelMajorMinor());
        if (left.kernelMajorMinor().equals(right.kernelMajorMinor())) may("kernel", left.kernel(), right.kernel());
        must("governor", left.governor(), right.governor());
        must("stub", left.stub().where(), right.stub().where());
        must("stub-jdk", left.stub().on(), right.stub().on());
        may("stub, in full", left.stub().toString(), right.stub().toString());
        must(TLS, left.stub().tls().agreed(), right.stub().tls().agreed());
        libraries(left.libraries(), right.libraries());
        may("os", left.os(), right.os());
        may("tool", left.tool(), right.tool());
        may("commit", left.commit(), right.commit());
        may("runner's JDK", jdk(left.runner()), jdk(right.runner()));
    }

    private void memory(long left, long right) {
        boolean close = Math.abs(left - right) <= MEMORY_TOLERANCE * Math.max(left, right);
        if (!close) must("memory", gibibytes(left), gibibytes(right));
    }

    private static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.2fGiB", (double) bytes / (1 << 30));
    }

    private void libraries(Map<String, String> left, Map<String, String> right) {
        Set<String> names = new TreeSet<>(left.keySet());
        names.addAll(right.keySet());
        for (String name : names) {
            // A library that one of the tools did not have was not measured in its run.
            boolean both = left.containsKey(name) && right.containsKey(name);
            add("library " + name, left.getOrDefault(name, "none"), right.getOrDefault(name, "none"), both);
        }
    }

    private static String jdk(JvmFacts runner) {
        return runner == null ? Environment.UNKNOWN : runner.version() + " (" + runner.vendor() + ")";
    }

    private void plans(Plan left, Plan right) {
        terms(left.terms(), right.terms());
        must("seed", left.seed(), right.seed());
        for (Scenario one : left.scenarios())
            for (Scenario other : right.scenarios()) if (one.name().equals(other.name())) scenarios(one, other);
        may("preset", left.preset().label(), right.preset().label());
        may("blocks", left.blocks(), right.blocks());
        may("delta", left.delta(), right.delta());
        for (Cell one : left.cells())
            for (Cell other : right.cells()) if (one.path().equals(other.path())) jdks(one, other);
    }

    private void terms(Terms left, Terms right) {
        must("pinning of clients", left.clientCpus(), right.clientCpus());
        must("pinning of the stub", left.stubCpus(), right.stubCpus());
        must(JVM_ARGS, String.join(" ", left.jvmArgs()), String.join(" ", right.jvmArgs()));
        may("own IO models", left.classpath(), right.classpath());
        may("histograms of each interval", left.eachInterval(), right.eachInterval());
    }

    private void scenarios(Scenario left, Scenario right) {
        must("delays of " + left.name(), left.delay(), right.delay());
        must("faults of " + left.name(), left.faults(), right.faults());
        must("page size of " + left.name(), Units.bytes(left.size()), Units.bytes(right.size()));
        must("loop of " + left.name(), left.load(), right.load());
        may("warm-up of " + left.name(), left.warmup(), right.warmup());
        may("iteration of " + left.name(), left.iteration(), right.iteration());
    }

    private void jdks(Cell left, Cell right) {
        String field = "JDK of @" + left.contender().jdk().label();
        Difference difference = new Difference(
                field,
                left.contender().jdk() + ", " + left.contender().jdk().home(),
                right.contender().jdk() + ", " + right.contender().jdk().home(),
                false);
        if (!difference.left().equals(difference.right()) && !found.contains(difference)) found.add(difference);
    }

    private void must(String field, Object left, Object right) {
        add(field, left, right, true);
    }

    private void may(String field, Object left, Object right) {
        add(field, left, right, false);
    }

    private void add(String field, Object left, Object right, boolean refuses) {
        if (Objects.equals(left, right)) return;
        found.add(new Difference(field, shown(left), shown(right), refuses && !except.contains(field)));
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return text.isEmpty() ? "none" : text;
    }
}
