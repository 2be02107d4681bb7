package dev.iomodels.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One run at a time on a machine: a lock held from a run's start to its end, also between its forks, which JMH's own is
 * not. The operating system gives it back when its holder dies. The file itself stays, as JMH's does: removing it while
 * somebody else opens it would let two hold it. While the lock is held the file must not be opened again in this JVM: where
 * locks are POSIX's, closing that second channel would give the lock back.
 */
public final class RunLock implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private RunLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /** The machine's lock file. */
    public static Path onThisMachine() {
        return Path.of(System.getProperty("java.io.tmpdir"), "iomodels.lock");
    }

    /** What this process says of itself while it holds the lock and writes to {@code results}. */
    static String holder(Path results) {
        return "process " + ProcessHandle.current().pid() + " since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ", writing to "
                + results.toAbsolutePath().normalize();
    }

    /** Takes the lock, saying of the holder {@code who}. @throws Taken if somebody else has it */
    public static RunLock take(Path file, String who) {
        try {
            FileChannel channel = open(file);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new Taken(file, Files.readString(file));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(who.getBytes(StandardCharsets.UTF_8)), 0);
            return new RunLock(file, channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be locked: " + e.getMessage(), e);
        }
    }

    /** Every user of the machine may lock it. */
    private static FileChannel open(Path file) throws IOException {
        boolean created = Files.notExists(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (created && Files.getFileStore(file).supportsFileAttributeView("posix"))
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        return channel;
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        if (!channel.isOpen()) return;
        try {
            channel.truncate(0);
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be given back", e);
        }
    }

    /** Somebody else is measuring on this machine. */
    public static final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Taken(Path file, String holder) {
            super("another run is going on on this machine: " + holder + " (lock " + file
                    + "). Two at once would measure each other; wait for it or end it.");
        }
    }
}
