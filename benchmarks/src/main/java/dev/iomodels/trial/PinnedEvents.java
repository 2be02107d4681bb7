package dev.iomodels.trial;

import dev.iomodels.result.Footprint.Pinned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Counts how often virtual threads were pinned, with Flight Recorder, where that is asked for: writing it down costs too
 * much for a fork that measures.
 */
record PinnedEvents(Optional<Recording> recording, Path file) {
    /** System property: where the recording goes; without it nothing is recorded. */
    static final String FILE = "iomodels.pinned";
    /** Records nothing. */
    static final PinnedEvents NONE = new PinnedEvents(Optional.empty(), Path.of(""));

    private static final String EVENT = "jdk.VirtualThreadPinned";

    /** From now on, if this fork is for that and its JDK has virtual threads. */
    static PinnedEvents begin() {
        String file = System.getProperty(FILE, "");
        if (file.isEmpty()) return NONE;
        boolean known = FlightRecorder.getFlightRecorder().getEventTypes().stream()
                .anyMatch(type -> type.getName().equals(EVENT));
        if (!known) return NONE;
        Recording recording = new Recording();
        // Usually only those of 20 ms and more are written down.
        recording.enable(EVENT).withThreshold(Duration.ZERO);
        recording.start();
        return new PinnedEvents(Optional.of(recording), Path.of(file));
    }

    /** Until now, when so many pages had come back meanwhile. */
    Pinned end(long pages) {
        if (recording.isEmpty()) return Pinned.UNKNOWN;
        try (Recording ended = recording.get()) {
            ended.stop();
            ended.dump(file);
            return count(pages);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": the recording cannot be written or read: " + e.getMessage(), e);
        }
    }

    private Pinned count(long pages) throws IOException {
        long events = 0;
        long nanos = 0;
        try (RecordingFile stored = new RecordingFile(file)) {
            while (stored.hasMoreEvents()) {
                RecordedEvent event = stored.readEvent();
                if (!event.getEventType().getName().equals(EVENT)) continue;
                events++;
                nanos += event.getDuration().toNanos();
            }
        }
        return new Pinned(events, nanos, pages);
    }
}
