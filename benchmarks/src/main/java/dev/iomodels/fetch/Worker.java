package dev.iomodels.fetch;

import com.sun.management.ThreadMXBean;
import dev.iomodels.stub.StubCertificate;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What runs in a worker process of {@link ProcessPoolModel}: reads pages from standard input, fetches them one at a time, and writes
 * the outcomes to standard output; the first outcome says that it is ready.
 *
 * <p>Two threads take turns: while one fetches, the other waits for the next page, and so notices at once when the input
 * closes, because the parent closed the fetcher or died. Then the worker halts, in the middle of a fetch if need be.
 */
final class Worker {
    private static final int TURNS = 2;

    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicLongArray allocatedBytes = new AtomicLongArray(TURNS);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final DataInputStream pages;
    private final DataOutputStream outcomes;
    private final ClassicHttp http;

    private Worker(DataInputStream pages, DataOutputStream outcomes, ClassicHttp http) {
        this.pages = pages;
        this.outcomes = outcomes;
        this.http = http;
    }

    /** The arguments: where the stub is, how long a fetch may take (ISO 8601), whether pages are anywhere, and of the stub over HTTPS the certificate to be trusted. */
    public static void main(String[] args) throws IOException {
        DataInputStream pages = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream outcomes = new DataOutputStream(new BufferedOutputStream(System.out));
        // A library that prints must not write into the frames.
        System.setOut(System.err);
        Optional<X509Certificate> certificate =
                Arrays.stream(args).skip(3).findFirst().map(StubCertificate::parse);
        FetcherConfig config = new FetcherConfig(
                URI.create(args[0]), "", 1, Duration.parse(args[1]), certificate, Boolean.parseBoolean(args[2]));
        Worker worker = new Worker(pages, outcomes, new ClassicHttp(config));
        new Outcome(null, 0, 0, 0, "", 0).write(outcomes);
        for (int i = 0; i < TURNS; i++) {
            int index = i;
            new Thread(() -> worker.work(index), "worker-" + i).start();
        }
    }

    private void work(int index) {
        try {
            while (true) {
                Page page;
                turn.lock();
                try {
                    page = Outcome.readPage(pages);
                } finally {
                    turn.unlock();
                }
                http.fetch(page, new Completion() {
                    @Override
                    public void done(int status, long bytes, long head) {
                        write(new Outcome(null, status, bytes, head, "", allocated(index)));
                    }

                    @Override
                    public void failed(Throwable cause) {
                        write(Outcome.failed(cause, allocated(index)));
                    }
                });
            }
        } catch (IOException inputClosed) {
            Runtime.getRuntime().halt(0);
        } catch (Throwable e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private void write(Outcome outcome) {
        try {
            synchronized (outcomes) {
                outcome.write(outcomes);
            }
        } catch (IOException parentGone) {
            Runtime.getRuntime().halt(0);
        }
    }

    private long allocated(int index) {
        allocatedBytes.set(
                index, threads.getThreadAllocatedBytes(Thread.currentThread().getId()));
        long sum = 0;
        for (int i = 0; i < TURNS; i++) sum += allocatedBytes.get(i);
        return sum;
    }
}
