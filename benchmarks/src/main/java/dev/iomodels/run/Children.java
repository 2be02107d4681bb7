package dev.iomodels.run;

import java.util.List;
import java.util.function.Predicate;

/** The processes that this one has started, and theirs. */
final class Children {
    private Children() {}

    /** Ends at once all but those that are to be {@code spared}, and everything below them. */
    static void end(Predicate<ProcessHandle> spared) {
        ProcessHandle.current().children().filter(spared.negate()).forEach(child -> {
            List<ProcessHandle> below = child.descendants().toList();
            child.destroyForcibly();
            below.forEach(ProcessHandle::destroyForcibly);
        });
    }
}
