package dev.iomodels.stats;

/**
 * Where a ratio lies, in all likelihood: 1 is no difference, 1.1 is 10 % more.
 *
 * @param low its lower end, above 0
 * @param high its upper end
 */
public record Range(double low, double high) {

    /** Whether all of it is above {@code ratio}, its ends too. */
    public boolean isAbove(double ratio) {
        return low > ratio;
    }

    /** Whether all of it is below {@code ratio}, its ends too. */
    public boolean isBelow(double ratio) {
        return high < ratio;
    }

    /** Whether it says that there is a difference: 1 is outside. */
    public boolean excludesOne() {
        return isAbove(1) || isBelow(1);
    }

    /**
     * Whether nothing of it is further from 1 than {@code delta}, on a scale of logarithms: from 1 ÷ (1 + δ) to 1 + δ, its
     * ends too. So it makes no difference which of two contenders is the baseline.
     */
    public boolean isWithin(double delta) {
        return low >= 1 / (1 + delta) && high <= 1 + delta;
    }
}
