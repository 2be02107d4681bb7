package dev.iomodels.trial;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The processes that a fetcher has started: those that descend from this one, less those that did so before the fetcher
 * was opened, such as a fork's own stub.
 *
 * @param others the process ids of those that are no workers
 */
record Workers(Set<Long> others) {

    /** For a fetcher that is to be opened now. */
    static Workers fromNowOn() {
        return new Workers(
                ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet()));
    }

    /** Those that live. */
    List<ProcessHandle> alive() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> !others.contains(child.pid()))
                .toList();
    }
}
