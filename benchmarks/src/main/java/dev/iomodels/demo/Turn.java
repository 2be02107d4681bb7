package dev.iomodels.demo;

import dev.iomodels.fetch.IoModel;
import java.util.List;
import java.util.stream.LongStream;

/** What became of one model in one round. */
sealed interface Turn {
    /** The model. */
    IoModel model();

    /** The model with its argument, as reports write it: {@code thread-pool-10}. */
    String label();

    /** How many pages failed; where it could not even begin, all. */
    long failed();

    /** It took its turn: a fetch for each page, in the order of the pages. */
    record Taken(IoModel model, String label, List<Fetch> fetches) implements Turn {
        public Taken {
            fetches = List.copyOf(fetches);
        }

        /** From the first page asked for to the last one's end. */
        long wallNanos() {
            return fetches.stream().mapToLong(Fetch::endNanos).max().orElse(0);
        }

        /** The page that was waited for longest. */
        long longestNanos() {
            return fetches.stream().mapToLong(Fetch::nanos).max().orElse(0);
        }

        /** How many pages were waited for at once, at the most. */
        int mostInFlight() {
            long[] ends = sorted(fetches.stream().mapToLong(Fetch::endNanos));
            long[] begins = sorted(fetches.stream().mapToLong(Fetch::askedNanos));
            int most = 0;
            int ended = 0;
            for (int begun = 0; begun < begins.length; begun++) {
                while (ends[ended] <= begins[begun]) ended++;
                most = Math.max(most, begun + 1 - ended);
            }
            return most;
        }

        private static long[] sorted(LongStream times) {
            return times.sorted().toArray();
        }

        @Override
        public long failed() {
            return fetches.stream().filter(Fetch::failed).count();
        }
    }

    /**
     * It did not.
     *
     * @param why what it lacks, or what went wrong
     * @param failed how many pages that failed; 0 if it was only skipped
     */
    record Missed(IoModel model, String label, String why, long failed) implements Turn {
        /** {@code skipped: …} or {@code failed: …}. */
        String text() {
            return (failed > 0 ? "failed: " : "skipped: ") + why;
        }
    }
}
