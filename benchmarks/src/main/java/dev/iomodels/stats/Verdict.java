package dev.iomodels.stats;

import java.util.Optional;

/**
 * What a comparison shows, in words; the first kind that holds is the one. δ is a distance on the scale of logarithms, from
 * 1 ÷ (1 + δ) to 1 + δ: with A and B exchanged, a verdict says the same the other way round.
 *
 * @param difference that it is about
 * @param family that the comparison belongs to: words and printed interval come from the same, adjusted interval
 * @param delta the smallest difference that matters, as a share: 0.03
 */
public record Verdict(Kind kind, Difference difference, Family family, double delta) {
    /** With three forks, in a family of four, even a true 20 % is found in less than half of the runs: no words below five. */
    public static final int FROM_FORKS = 5;
    /** So many more forks are looked ahead for an answer. */
    static final int LOOK_AHEAD = 100;

    /** What there is to say. */
    public enum Kind {
        /** More than the baseline's, by more than δ. */
        MORE,
        /** Less than the baseline's, by more than δ. */
        LESS,
        /** No further from the baseline's than δ. */
        SAME,
        /** Not the baseline's, but no further from it than δ. */
        SLIGHT,
        /** More than the baseline's, nobody knows whether by δ. */
        MORE_UNSETTLED,
        /** Less than the baseline's, nobody knows whether by δ. */
        LESS_UNSETTLED,
        /** It could be either. */
        INCONCLUSIVE,
        /** Too few forks for words, or nothing that was a measurement. */
        NONE;

        /** The first that holds, of an interval and of the narrower one that decides on sameness. */
        static Kind of(Range range, Range equivalence, double delta) {
            if (range.isAbove(1 + delta)) return MORE;
            if (range.isBelow(1 / (1 + delta))) return LESS;
            if (equivalence.isWithin(delta)) return range.excludesOne() ? SLIGHT : SAME;
            if (range.isAbove(1)) return MORE_UNSETTLED;
            return range.isBelow(1) ? LESS_UNSETTLED : INCONCLUSIVE;
        }

        /** Whether it says that there is a difference, of whatever size. */
        public boolean differs() {
            return this != SAME && this != INCONCLUSIVE && this != NONE;
        }
    }

    /** The verdict on {@code difference}. */
    public static Verdict of(Difference difference, Family family, double delta) {
        Kind kind = difference.n() < FROM_FORKS ? Kind.NONE : kind(difference, family, delta);
        return new Verdict(kind, difference, family, delta);
    }

    /** That nothing is to be said of {@code difference}, because it is of a run that is no measurement. */
    public static Verdict none(Difference difference, Family family, double delta) {
        return new Verdict(Kind.NONE, difference, family, delta);
    }

    private static Kind kind(Difference difference, Family family, double delta) {
        return Kind.of(
                difference.range(family.confidence()).orElseThrow(),
                difference.range(family.equivalence()).orElseThrow(),
                delta);
    }

    /** Confidence of the interval that is printed: the family's; below five forks, where nothing is decided by it, a plain 95 %. */
    public double confidence() {
        return kind == Kind.NONE ? new Family(1).confidence() : family.confidence();
    }

    /** Where the ratio lies, with {@link #confidence}; empty below three forks. */
    public Optional<Range> range() {
        return difference.range(confidence());
    }

    /**
     * The smallest difference that this comparison could have shown, as a share: half the width of its interval. An observed
     * difference smaller than this could not have been told from none. Empty below three forks.
     */
    public Optional<Double> smallestVisible() {
        return range().map(range -> Math.expm1(difference.reach(confidence())));
    }

    /**
     * How many more forks would tell, if mean and spread stayed what they are: the least number with which the verdict is no
     * longer inconclusive. Empty if even a hundred would not be enough.
     */
    Optional<Integer> moreForks() {
        for (int more = 1; more <= LOOK_AHEAD; more++)
            if (kind(difference.at(difference.n() + more), family, delta) != Kind.INCONCLUSIVE)
                return Optional.of(more);
        return Optional.empty();
    }

    /** The verdict in words: {@code faster by 12 % [9, 15]}. */
    public String text(Words words) {
        return switch (kind) {
            case MORE, LESS -> effect().said(words.side(kind == Kind.MORE));
            case SAME -> "same within ±" + percent() + " %";
            case SLIGHT -> "differs, but by less than " + percent() + " %";
            case MORE_UNSETTLED, LESS_UNSETTLED ->
                words.side(kind == Kind.MORE_UNSETTLED) + ", size not settled " + effect().percents();
            case INCONCLUSIVE -> "inconclusive " + effect().signedBounds() + "; " + outlook();
            case NONE ->
                difference.n() < FROM_FORKS
                        ? "F=" + difference.n() + ": no verdict below five forks"
                        : "no verdict: not a measurement";
        };
    }

    private Effect effect() {
        return new Effect(difference.ratio(), range().orElseThrow(), delta);
    }

    private String outlook() {
        return moreForks()
                .map(more -> "about " + more + (more == 1 ? " more fork" : " more forks") + " would tell")
                .orElse("more than " + LOOK_AHEAD + " more forks would tell");
    }

    private String percent() {
        return Effect.plain(100 * delta);
    }
}
