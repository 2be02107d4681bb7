package dev.iomodels.browser;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the browser, and makes the pages, when the first test asks for them; ends it after the last. Where there is none, leaves tests out. */
final class SharedBrowser implements ExecutionCondition, ParameterResolver {
    private static final String HOW = "On Debian: apt-get install chromium chromium-driver";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String missing = Programs.HERE.missing();
        if (missing.isEmpty()) return ConditionEvaluationResult.enabled("Chromium and its driver are here");
        if ("required".equals(System.getProperty("browser")))
            throw new IllegalStateException("-Dbrowser=required, but there is " + missing + " on the PATH. " + HOW);
        store(context)
                .getOrComputeIfAbsent("left out", key -> new LeftOut(missing), LeftOut.class)
                .tests
                .incrementAndGet();
        return ConditionEvaluationResult.disabled("there is " + missing);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Browser.class || type == Pages.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == Pages.class)
            return store(context).getOrComputeIfAbsent("pages", key -> new Pages(), Pages.class);
        return store(context).getOrComputeIfAbsent("browser", key -> Browser.start(Programs.HERE), Browser.class);
    }

    /** What is in it lives as long as the tests, all of them, and is closed then. */
    private static Store store(ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(SharedBrowser.class));
    }

    /** Surefire keeps the reasons of tests that were left out to itself; whoever reads a build's log has to hear it. */
    private static final class LeftOut implements AutoCloseable {
        private final String missing;
        private final AtomicInteger tests = new AtomicInteger();

        LeftOut(String missing) {
            this.missing = missing;
        }

        @Override
        public void close() {
            System.out.println("\n*** The browser tests were left out (" + tests + " classes or tests): there is "
                    + missing + " on the PATH.\n*** The report's page was not opened in any browser. " + HOW
                    + ";\n*** with -Dbrowser=required their absence is a failure.\n");
        }
    }
}
