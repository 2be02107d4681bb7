package dev.iomodels.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A straight line through points, by least squares: is there a drift, and how much of one?
 *
 * @param n how many points
 * @param slope of the line, units of y per unit of x
 * @param slopeError standard error of the slope
 * @param p how often a slope this far from 0, to either side, comes of points without a trend: Student's t with n − 2
 *     degrees of freedom; 1 where nothing can be told (fewer than three points, or all at one x)
 * @param change what the line rises by between the smallest and the largest x, in units of y
 * @param meanY mean of y
 */
public record Trend(int n, double slope, double slopeError, double p, double change, double meanY) {
    private static final int TOLD_FROM = 3;

    /** The line through points that know nothing of each other. @throws IllegalArgumentException if there are none, or not as many x as y */
    public static Trend of(double[] x, double[] y) {
        return of(x, y, false);
    }

    /**
     * The line through a series, each point the next one's neighbour in time. Neighbours resemble each other, so n of them
     * tell less than n points would: as much as n (1 − r) ÷ (1 + r), with r the correlation of the residuals with their
     * neighbours, where it is above 0 (B. D. Santer and others, "Statistical significance of trends and trend differences in
     * layer-average atmospheric temperature time series", Journal of Geophysical Research 105, 2000).
     */
    public static Trend ofSeries(double[] x, double[] y) {
        return of(x, y, true);
    }

    private static Trend of(double[] x, double[] y, boolean neighbours) {
        if (x.length != y.length || x.length == 0)
            throw new IllegalArgumentException(x.length + " x for " + y.length + " y");
        int n = x.length;
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        if (n < TOLD_FROM || xx == 0) return new Trend(n, 0, 0, 1, 0, meanY);
        double slope = xy / xx;
        double[] residuals = new double[n];
        for (int i = 0; i < n; i++) residuals[i] = y[i] - meanY - slope * (x[i] - meanX);
        double told = neighbours ? n * independent(residuals) : n;

        double error = told <= 2 ? Double.POSITIVE_INFINITY : Math.sqrt(Math.max(0, yy - slope * xy) / (told - 2) / xx);
        double range =
                Arrays.stream(x).max().orElseThrow() - Arrays.stream(x).min().orElseThrow();
        return new Trend(n, slope, error, p(slope, error, told - 2), slope * range, meanY);
    }

    /** Which share of the points counts, given how much each residual resembles the one before. */
    private static double independent(double[] residuals) {
        double squares = 0;
        double products = 0;
        for (int i = 0; i < residuals.length; i++) {
            squares += residuals[i] * residuals[i];
            if (i > 0) products += residuals[i] * residuals[i - 1];
        }
        double r = squares == 0 ? 0 : Math.max(0, products / squares);
        return (1 - r) / (1 + r);
    }

    private static double p(double slope, double error, double degreesOfFreedom) {
        if (slope == 0 || error == Double.POSITIVE_INFINITY) return 1;
        if (error == 0) return 0;
        return 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(slope) / error);
    }

    /** What the line rises by over the range of x, relative to the mean of y: 0.05 is 5 %; negative where it falls. */
    public double changeOverRange() {
        return meanY == 0 ? 0 : change / Math.abs(meanY);
    }
}
