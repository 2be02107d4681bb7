package dev.iomodels.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** Six digits of a number: the last ones of a logarithm are another JDK's or processor's own, and files have to come out the same. */
final class Digits {
    private static final MathContext SIX = new MathContext(6);
    private static final MathContext THREE = new MathContext(3);

    private Digits() {}

    /** Null if it is no number: files that were edited have such, and a page leaves out what cannot be told. */
    static Double six(double value) {
        return Double.isFinite(value)
                ? (Double) new BigDecimal(value).round(SIX).doubleValue()
                : null;
    }

    /** Three of them, which is what a histogram has, and all that a curve can show. */
    static double three(double value) {
        return new BigDecimal(value).round(THREE).doubleValue();
    }
}
