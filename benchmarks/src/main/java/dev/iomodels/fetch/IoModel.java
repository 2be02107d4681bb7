package dev.iomodels.fetch;

/** A way of waiting for the network. Found by {@link java.util.ServiceLoader}: a new model is one file and one line. */
public interface IoModel {

    /** The model's name: {@code thread-pool}. What follows a colon ({@code thread-pool:200}) is its argument. */
    String name();

    /** What it is, in one line for reports. */
    String summary();

    /** The oldest JDK (feature version) that can run it. */
    default int minimumJdk() {
        return 17;
    }

    /**
     * Whether it can fetch over HTTPS, trusting only {@link FetcherConfig#certificate}. Where it cannot, it is skipped in runs
     * over TLS.
     */
    default boolean tls() {
        return true;
    }

    /**
     * Whether it can fetch pages of several hosts, where {@link FetcherConfig#anywhere} says that there are some. Where it cannot, all
     * pages are of {@link FetcherConfig#base}, as they always are in runs.
     */
    default boolean severalHosts() {
        return false;
    }

    /**
     * The argument that a fork will really use, found before the first one starts.
     *
     * @param argument what followed the colon, empty if nothing did
     * @param inFlight as {@link FetcherConfig#inFlight}
     * @return the argument in full ({@code "4"}), empty if the model takes none
     * @throws IllegalArgumentException if the model cannot take it; the message says what it can
     */
    default String resolve(String argument, int inFlight) {
        if (argument.isEmpty()) return "";
        throw new IllegalArgumentException(
                "model \"" + name() + ":" + argument + "\": " + name() + " takes no argument; try " + name());
    }

    /**
     * How many fetches it can have in flight at once, as far as that is known before it is opened: what a plan's time is worked
     * out from.
     *
     * @param argument in full, as {@link #resolve} returns it
     */
    default int limit(String argument) {
        return Integer.MAX_VALUE;
    }

    /** Opens a fetcher on these terms; connections may be opened later, when they are needed. */
    Fetcher open(FetcherConfig config);
}
