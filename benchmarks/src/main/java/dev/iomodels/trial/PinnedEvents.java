package dev.iomodels.trial;

import dev.iomodels.result.Footprint.Pinned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Counts how often virtual threads were pinned, with Flight Recorder, where that is asked for: writing it down costs too
 * much for a fork that measures.
 */
record PinnedEvents(Optional<Recording> recording, Path file, LongSupplier pages, long pagesBefore) {
    /** System property: where the recording goes; without it nothing is recorded. */
    static final String FILE = "iomodels.pinned";
    /** Records nothing. */
    static final PinnedEvents NONE = new PinnedEvents(Optional.empty(), Path.of(""), () -> 0, 0);

    private static final String EVENT = "jdk.VirtualThreadPinned";

    /**
     * From now on, if this fork is for that and its JDK has virtual threads.
     *
     * @param pages how many pages have come back so far
     */
    static PinnedEvents begin(LongSupplier pages) {
        String file = System.getProperty(FILE, "");
        if (file.isEmpty()) return NONE;
        boolean known = FlightRecorder.getFlightRecorder().getEventTypes().stream()
                .anyMatch(type -> type.getName().equals(EVENT));
        if (!known) return NONE;
        Recording recording = new Recording();
        // Usually only those of 20 ms and more are written down.
        recording.enable(EVENT).withThreshold(Duration.ZERO);
        recording.start();
        // Starting takes a while, in which pages come back that nobody looks at.
        return new PinnedEvents(Optional.of(recording), Path.of(file), pages, pages.getAsLong());
    }

    /** Until now. */
    Pinned end() {
        if (recording.isEmpty()) return Pinned.UNKNOWN;
        try (Recording ended = recording.get()) {
            long meanwhile = pages.getAsLong() - pagesBefore;
            ended.stop();
            ended.dump(file);
            return count(meanwhile);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": the recording cannot be written or read: " + e.getMessage(), e);
        }
    }

    private Pinned count(long meanwhile) throws IOException {
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
        return new Pinned(events, nanos, meanwhile);
    }
}
