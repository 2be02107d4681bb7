package dev.iomodels.result;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of one fork: {@code 1.json}, {@code 1.hlog}, {@code 1.log}. A fork that has its {@code .json} is done.
 *
 * @param stem their common name, without an ending
 */
public record ForkFiles(Path stem) {

    /** How it ended: a {@link ForkResult}. Written last. */
    public Path json() {
        return with(".json");
    }

    /** Its histograms: a {@link HistogramLog}. */
    public Path hlog() {
        return with(".hlog");
    }

    /** Its output, and JMH's. */
    public Path log() {
        return with(".log");
    }

    /** Flight Recorder's file of a fork that only counts pinned events. */
    public Path jfr() {
        return with(".jfr");
    }

    /** What the fork itself knows, on its way to the runner: gone when the fork is done. */
    public Path part() {
        return with(".part");
    }

    /** Whether the fork is done, well or badly. */
    public boolean done() {
        return Files.exists(json());
    }

    private Path with(String ending) {
        return stem.resolveSibling(stem.getFileName() + ending);
    }
}
