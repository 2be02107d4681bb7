package dev.iomodels.stub;

import java.math.BigDecimal;

/**
 * How long pages are held back: a distribution of delays, all of them from 0 to 60 s. Its {@code toString} is the text that
 * {@link #parse} makes it of again. Immutable.
 */
public sealed interface Delay {
    /** The longest delay there is: 60 s, in nanoseconds. */
    long MAX_NANOS = 60_000_000_000L;

    /** The delay below which a share {@code p} (more than 0, less than 1) of the pages lie, in whole nanoseconds. */
    long quantileNanos(double p);

    /** The mean of the distribution, in nanoseconds. */
    double meanNanos();

    /** The longest delay that a page can have, in nanoseconds. */
    long maxNanos();

    /**
     * Reads {@code 50ms}, {@code 0}, {@code fixed:50ms}, {@code uniform:10ms..90ms}, {@code lognormal:MEDIAN..P99} or
     * {@code bimodal:FAST/SLOW@SHARE%}.
     *
     * @throws IllegalArgumentException with the text, what is wrong with it and an example
     */
    static Delay parse(String text) {
        return DelaySyntax.parse(text);
    }

    /** Every page is held back as long. */
    record Fixed(long nanos) implements Delay {
        public Fixed {
            DelaySyntax.check(nanos);
        }

        @Override
        public long quantileNanos(double p) {
            DelaySyntax.checkShare(p);
            return nanos;
        }

        @Override
        public double meanNanos() {
            return nanos;
        }

        @Override
        public long maxNanos() {
            return nanos;
        }

        @Override
        public String toString() {
            return "fixed:" + Units.duration(nanos);
        }
    }

    /** Every delay between the two is as likely. */
    record Uniform(long fromNanos, long toNanos) implements Delay {
        public Uniform {
            DelaySyntax.check(fromNanos);
            DelaySyntax.check(toNanos);
            DelaySyntax.checkOrder(fromNanos, toNanos, "uniform:10ms..90ms");
        }

        @Override
        public long quantileNanos(double p) {
            DelaySyntax.checkShare(p);
            return fromNanos + Math.round(p * (toNanos - fromNanos));
        }

        @Override
        public double meanNanos() {
            return (fromNanos + toNanos) / 2.0;
        }

        @Override
        public long maxNanos() {
            return toNanos;
        }

        @Override
        public String toString() {
            return "uniform:" + Units.duration(fromNanos) + ".." + Units.duration(toNanos);
        }
    }

    /**
     * The logarithms of the delays are normally distributed: most are near the median, a few are very long. What would be
     * longer than 60 s is 60 s.
     */
    record LogNormal(long medianNanos, long p99Nanos) implements Delay {
        private static final double Z99 = Normal.quantile(0.99);

        public LogNormal {
            DelaySyntax.check(medianNanos);
            DelaySyntax.check(p99Nanos);
            if (medianNanos == 0)
                throw new IllegalArgumentException("the median is 0; more than that, such as lognormal:20ms..200ms");
            DelaySyntax.checkOrder(medianNanos, p99Nanos, "lognormal:20ms..200ms");
        }

        private double sigma() {
            return Math.log((double) p99Nanos / medianNanos) / Z99;
        }

        @Override
        public long quantileNanos(double p) {
            return Math.min(MAX_NANOS, Math.round(medianNanos * Math.exp(sigma() * Normal.quantile(p))));
        }

        /**
         * {@inheritDoc} Of the capped one: with c = 60 s, μ = ln median and σ = ln(p99 ÷ median) ÷ z(0.99) it is
         * exp(μ + σ²/2) Φ((ln c − μ)/σ − σ) + c (1 − Φ((ln c − μ)/σ)), the limited expected value of the lognormal
         * distribution (Klugman, Panjer and Willmot, Loss Models, appendix A).
         */
        @Override
        public double meanNanos() {
            double sigma = sigma();
            double cap = Math.log((double) MAX_NANOS / medianNanos) / sigma;
            return medianNanos * Math.exp(sigma * sigma / 2) * Normal.cdf(cap - sigma) + MAX_NANOS * Normal.cdf(-cap);
        }

        @Override
        public long maxNanos() {
            return MAX_NANOS;
        }

        @Override
        public String toString() {
            return "lognormal:" + Units.duration(medianNanos) + ".." + Units.duration(p99Nanos);
        }
    }

    /** Most pages are fast; a share of them (more than 0, less than 1) is slow. */
    record Bimodal(long fastNanos, long slowNanos, double slowShare) implements Delay {
        public Bimodal {
            DelaySyntax.check(fastNanos);
            DelaySyntax.check(slowNanos);
            DelaySyntax.checkOrder(fastNanos, slowNanos, "bimodal:20ms/1s@1%");
            if (!(slowShare > 0 && slowShare < 1))
                throw new IllegalArgumentException("the slow share is " + slowShare * 100
                        + "%; more than 0% and less than 100%, such as bimodal:20ms/1s@1%");
        }

        @Override
        public long quantileNanos(double p) {
            DelaySyntax.checkShare(p);
            return p < 1 - slowShare ? fastNanos : slowNanos;
        }

        @Override
        public double meanNanos() {
            return fastNanos * (1 - slowShare) + slowNanos * slowShare;
        }

        @Override
        public long maxNanos() {
            return slowNanos;
        }

        @Override
        public String toString() {
            String percent = new BigDecimal(Double.toString(slowShare))
                    .movePointRight(2)
                    .stripTrailingZeros()
                    .toPlainString();
            return "bimodal:" + Units.duration(fastNanos) + "/" + Units.duration(slowNanos) + "@" + percent + "%";
        }
    }
}
