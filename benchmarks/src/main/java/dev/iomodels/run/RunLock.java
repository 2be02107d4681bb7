package dev.iomodels.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One run at a time on a machine: a lock held from a run's start to its end, also between its forks, which JMH's own is
 * not. The operating system gives it back when its holder dies.
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

    /** Takes the lock, saying of the holder {@code who}. @throws Taken if somebody else has it */
    public static RunLock take(Path file, String who) {
        try {
            while (true) {
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel);
                if (lock == null) {
                    String holder = read(file);
                    channel.close();
                    throw new Taken(file, holder);
                }
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(who.getBytes(StandardCharsets.UTF_8)), 0);
                // The file may have been removed by the holder before, between opening and locking it.
                if (read(file).equals(who)) return new RunLock(file, channel, lock);
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be locked: " + e.getMessage(), e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
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
