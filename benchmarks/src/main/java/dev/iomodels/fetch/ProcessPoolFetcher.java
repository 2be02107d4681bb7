package dev.iomodels.fetch;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The parent's side of a process pool: one queue, and for each worker a thread that takes a page, hands it over and waits.
 *
 * <p>A worker that dies fails the page that it had, if any, and is replaced once. When its replacement dies too, its place
 * stays empty and the other workers go on; when all places are empty, every page fails.
 */
final class ProcessPoolFetcher implements Fetcher {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int START_SECONDS = 30;

    private final FetcherConfig config;
    private final BlockingQueue<Ask> line = new LinkedBlockingQueue<>();
    private final Ask end = new Ask(null, null);
    private final Daemons threads;
    private final List<Place> places;
    private final AtomicInteger inService;

    private volatile boolean closed;

    ProcessPoolFetcher(String name, FetcherConfig config, int workers) {
        this.config = config;
        threads = new Daemons(name);
        inService = new AtomicInteger(workers);
        places = IntStream.rangeClosed(1, workers).mapToObj(Place::new).toList();
        for (Place place : places) threads.newThread(place::run).start();
    }

    /** Waits until every worker is ready; as they start on the same cores, many may take longer. */
    void awaitReady() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS + places.size());
        for (Place place : places) {
            try {
                place.ready.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException(place + " did not become ready", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while workers started", e);
            }
        }
    }

    @Override
    public void fetch(Page page, Completion done) {
        if (!closed) line.add(new Ask(page, done));
    }

    @Override
    public int limit() {
        return Math.max(1, inService.get());
    }

    @Override
    public String limits() {
        String losses = places.stream().map(place -> place.losses).collect(Collectors.joining());
        return places.size() + " worker JVMs of " + WorkerProcess.HEAP
                + ", each with HttpClient classic and 1 connection" + losses;
    }

    @Override
    public long workerAllocatedBytes() {
        return places.stream().mapToLong(Place::allocatedBytes).sum();
    }

    @Override
    public void close() {
        closed = true;
        line.clear();
        for (Place place : places) {
            line.add(end);
            place.kill();
        }
        threads.join(System.nanoTime() + PATIENCE_NANOS);
    }

    /** A worker's place: its thread runs here, and replaces it when it dies. */
    private final class Place {
        private final int number;
        private final CompletableFuture<Void> ready = new CompletableFuture<>();

        private WorkerProcess worker;
        private long allocatedByDead;
        private boolean replaced;
        private boolean empty;

        private volatile String losses = "";

        Place(int number) {
            this.number = number;
        }

        void run() {
            try {
                start();
                ready.complete(null);
                Ask ask = line.take();
                while (ask != end && serve(ask)) ask = line.take();
            } catch (IOException | RuntimeException e) {
                ready.completeExceptionally(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                if (worker != null) worker.close();
            }
        }

        private void start() throws IOException {
            synchronized (this) {
                if (closed) throw new IOException("closed");
                if (worker != null) allocatedByDead += worker.allocatedBytes();
                worker = WorkerProcess.start(config);
            }
            try {
                worker.awaitReady();
            } catch (IOException e) {
                worker.close();
                throw new IOException(this + " died before it was ready", e);
            }
        }

        /** Whether this place's thread goes on. */
        private boolean serve(Ask ask) {
            if (!empty && !worker.isAlive()) {
                boolean stay = replace(this + " died while it was idle");
                if (empty && !stay) {
                    line.add(ask);
                    return false;
                }
            }
            if (empty) {
                tell(ask, failure("no worker is left" + losses));
                return true;
            }
            Outcome outcome;
            try {
                outcome = worker.fetch(ask.page());
            } catch (IOException e) {
                worker.close();
                String loss = this + " died";
                tell(ask, failure(loss + " while it fetched " + ask.page().target()));
                return replace(loss);
            }
            tell(ask, outcome);
            return true;
        }

        private boolean replace(String loss) {
            losses += "; " + loss;
            if (!replaced) {
                replaced = true;
                try {
                    start();
                    losses += " and was replaced";
                    return true;
                } catch (IOException e) {
                    losses += "; " + e.getMessage();
                }
            }
            losses += " and is out of service";
            empty = true;
            // The last one out stays, to say so to whoever still asks.
            return inService.decrementAndGet() == 0;
        }

        private void tell(Ask ask, Outcome outcome) {
            if (!closed) outcome.tell(ask.done());
        }

        private static Outcome failure(String message) {
            return Outcome.failed(new FetchException(Failure.OTHER, message), 0);
        }

        synchronized long allocatedBytes() {
            return allocatedByDead + (worker == null ? 0 : worker.allocatedBytes());
        }

        synchronized void kill() {
            if (worker != null) worker.kill();
        }

        @Override
        public String toString() {
            return "worker " + number + (worker == null ? "" : " (" + worker + ")");
        }
    }
}
