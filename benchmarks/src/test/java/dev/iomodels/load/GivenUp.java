package dev.iomodels.load;

/** A load that was given up, as nobody but a load can say. */
public final class GivenUp {
    private GivenUp() {}

    /** With these rates, in pages per second. */
    public static Saturated at(double offered, double achieved) {
        return new Saturated(offered, achieved, 5.2, "all 2 places in flight were taken for 5 s");
    }
}
