package dev.iomodels;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packages are the sentence plan → run → trial → load → fetch → result → stats → report, and arrows go one way. */
class LayersTest {
    private static final String BASE = "dev.iomodels.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.iomodels");

    /** Which packages each may use. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("fetch", Set.of()),
            Map.entry("load", Set.of("fetch")),
            Map.entry("demo", Set.of("fetch", "load", "stub")),
            Map.entry("plan", Set.of("fetch", "load")),
            Map.entry("result", Set.of("plan")),
            Map.entry("trial", Set.of("load", "fetch", "plan", "result")),
            Map.entry("run", Set.of("plan", "trial", "result", "stub")),
            Map.entry("stats", Set.of("result")),
            Map.entry("gate", Set.of("result", "stats", "plan")),
            Map.entry("report", Set.of("result", "stats", "gate")),
            Map.entry(
                    "cli",
                    Set.of(
                            "fetch", "load", "demo", "plan", "result", "trial", "run", "stats", "gate", "report",
                            "stub")));

    /** Everyone may use them. */
    private static final Set<String> COMMON = Set.of("stub.Units", "stub.Delay", "stub.Fault", "stub.StubCertificate");

    /** What goes beyond the table, each with its reason. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry("demo > result.AtomicFile", "its picture is there whole or not at all"),
            Map.entry("result > fetch.Failure", "failures are stored by kind"),
            Map.entry("result > load.Load", "a plan's load is stored as its text"),
            Map.entry("result > load.Faults", "a plan's faults are stored as their text"),
            Map.entry("result > fetch.Suggestion", "what somebody probably meant by an id"),
            Map.entry("stats > plan.Cell", "what a number stands for; run.json holds it"),
            Map.entry("stats > plan.SearchPath", "what a search has found, block by block"),
            Map.entry("stats > fetch.Failure", "failures are added up by kind"),
            Map.entry("gate > fetch.Failure", "wrong pages are told from failed fetches"),
            Map.entry("report > load.Load", "a plan's load is shown as its text"),
            Map.entry("report > load.Faults", "a plan's faults are shown as their text"),
            Map.entry("report > plan", "run.json holds the plan, reports show it"),
            Map.entry("run > load.Faults", "what goes wrong is a fork's parameter"),
            Map.entry("run > load.Load", "how many connections a scenario needs"),
            Map.entry("trial > stub.StubProcess", "plain JMH has no run that would bring a stub"),
            Map.entry("trial > stub.StubOptions", "plain JMH has no run that would bring a stub"));

    private static String layer(JavaClass in) {
        String name = in.getPackageName();
        return name.startsWith(BASE) ? name.substring(BASE.length()).split("\\.")[0] : "";
    }

    /** {@code stub.Delay} for {@code Delay$Fixed} too. */
    private static String outermost(JavaClass of) {
        JavaClass outer = of.getBaseComponentType();
        while (outer.getEnclosingClass().isPresent())
            outer = outer.getEnclosingClass().get();
        return layer(outer) + "." + outer.getSimpleName();
    }

    @Test
    void everyPackage_isInTheTable() {
        assertThat(CLASSES.stream().map(LayersTest::layer).filter(layer -> !layer.equals("stub")))
                .isNotEmpty()
                .allMatch(MAY_USE::containsKey);
    }

    @Test
    void packages_useOnlyWhatTheTableAllows() {
        Set<String> used = new TreeSet<>();
        Set<String> offences = new TreeSet<>();
        for (JavaClass from : CLASSES)
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass to = dependency.getTargetClass().getBaseComponentType();
                String layer = layer(from);
                if (layer.equals("stub") || layer(to).isEmpty() || layer(to).equals(layer)) continue;
                if (MAY_USE.get(layer).contains(layer(to)) || COMMON.contains(outermost(to))) continue;
                String arrow = layer + " > " + layer(to);
                String single = layer + " > " + outermost(to);
                if (EXCEPTIONS.containsKey(arrow)) used.add(arrow);
                else if (EXCEPTIONS.containsKey(single)) used.add(single);
                else offences.add(single + ": " + dependency.getDescription());
            }
        assertThat(offences).isEmpty();
        assertThat(used).as("exceptions that are still needed").isEqualTo(new TreeSet<>(EXCEPTIONS.keySet()));
    }

    @Test
    void stub_usesNothingOfTheBenchmarks() {
        noClasses()
                .that()
                .resideInAPackage("dev.iomodels.stub")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        MAY_USE.keySet().stream().map(layer -> BASE + layer).toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void arrows_goOneWay() {
        slices().matching("dev.iomodels.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void packages_areNamedAfterWhatTheyHold() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .noneMatch(name -> name.matches(".*\\.(util|utils|common|impl|core)(\\..*)?"));
    }

    @Test
    void fetchingLoadingAndMeasuring_useNoLibraryForConveniencesSake() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.iomodels.fetch..", "dev.iomodels.load..", "dev.iomodels.trial..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "oshi..", "picocli..", "tools.jackson..", "com.fasterxml..", "org.apache.commons.statistics..")
                .check(CLASSES);
    }

    @Test
    void onlyTheTrialAndWhatLaunchesAndReadsIt_knowJmh() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.iomodels.fetch..", "dev.iomodels.load..", "dev.iomodels.plan..", "dev.iomodels.stats..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.openjdk.jmh..")
                .check(CLASSES);
    }
}
