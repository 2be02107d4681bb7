package dev.iomodels.trial;

import java.util.Collection;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;

/** Something per page as a secondary result: aggregating adds what was spent and the pages, then divides. */
public final class RatioResult extends Result<RatioResult> {
    private static final long serialVersionUID = 1;

    private final double spent;
    private final double pages;

    RatioResult(String label, double spent, double pages, String unit) {
        super(ResultRole.SECONDARY, label, of(pages == 0 ? Double.NaN : spent / pages), unit, AggregationPolicy.AVG);
        this.spent = spent;
        this.pages = pages;
    }

    @Override
    protected Aggregator<RatioResult> getThreadAggregator() {
        return RatioResult::sum;
    }

    @Override
    protected Aggregator<RatioResult> getIterationAggregator() {
        return RatioResult::sum;
    }

    private static RatioResult sum(Collection<RatioResult> parts) {
        RatioResult first = parts.iterator().next();
        return new RatioResult(
                first.getLabel(),
                parts.stream().mapToDouble(part -> part.spent).sum(),
                parts.stream().mapToDouble(part -> part.pages).sum(),
                first.getScoreUnit());
    }
}
