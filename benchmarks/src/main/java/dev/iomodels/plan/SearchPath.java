package dev.iomodels.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;

/**
 * The way that a search takes, and how far it has come: nothing but a function of the plan and of what came out of the forks
 * that are done. So a search that was interrupted goes on where it was.
 *
 * <p>Block by block every contender is searched on its own. In a block they take turns, in rounds of one fork each, in an
 * order that the seed shuffles anew for each round: drift of the machine hits them alike. The first block halves the whole
 * range; later ones begin about where the one before ended, but up to a fifth off, as the seed has it, so that none leans on
 * another.
 */
public final class SearchPath {
    /** How far from the last block's end a block may begin. */
    private static final double OFF = 0.2;

    private final Plan plan;
    private final Search search;
    private final List<Double> rates;
    private final Function<Plan.Fork, Optional<Outcome>> known;
    private final List<Plan.Fork> done = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private final Map<Cell, Integer> ends = new LinkedHashMap<>();
    private Optional<Plan.Fork> next = Optional.empty();

    /** What came out of a fork. */
    public enum Outcome {
        /** The target was kept. */
        KEPT,
        /** It was not. */
        MISSED,
        /** The fork failed, and tells neither. */
        BROKEN
    }

    /**
     * How far the search for one contender has come in one block.
     *
     * @param contender its cell in the plan
     * @param kept the highest rate at which it kept the target; empty if there is none
     * @param missed the lowest at which it missed it; empty if there is none
     * @param state whether it is over, and how
     */
    public record Found(Cell contender, int block, OptionalDouble kept, OptionalDouble missed, State state) {}

    /** Whether a search is over, and how. */
    public enum State {
        GOING_ON,
        OVER,
        /** A fork failed: what lies between kept and missed is not known. */
        BROKEN
    }

    private SearchPath(Plan plan, Function<Plan.Fork, Optional<Outcome>> known) {
        this.plan = plan;
        this.search = plan.search().orElseThrow();
        this.rates = search.rates();
        this.known = known;
    }

    /** The way through {@code plan}, as far as it is {@code known} what came out of its forks. */
    public static SearchPath of(Plan plan, Function<Plan.Fork, Optional<Outcome>> known) {
        SearchPath path = new SearchPath(plan, known);
        for (int block = 1; block <= plan.blocks() && path.next.isEmpty(); block++) path.block(block);
        return path;
    }

    /** One contender in one block, on its way. */
    private static final class Turn {
        private final Cell contender;
        private Bracket bracket;
        private boolean broken;

        Turn(Cell contender, Bracket bracket) {
            this.contender = contender;
            this.bracket = bracket;
        }

        boolean over() {
            return broken || bracket.next().isEmpty();
        }
    }

    private void block(int block) {
        List<Turn> turns = new ArrayList<>();
        for (Cell cell : plan.cells()) if (cell.skip().isEmpty()) turns.add(new Turn(cell, begin(cell, block)));
        for (int round = 0; next.isEmpty() && turns.stream().anyMatch(turn -> !turn.over()); round++) {
            List<Turn> left =
                    new ArrayList<>(turns.stream().filter(turn -> !turn.over()).toList());
            Collections.shuffle(left, new Random((plan.seed() * 1_000_003 + block) * 1_009 + round));
            for (Turn turn : left) if (next.isEmpty()) take(turn, block);
        }
        for (Turn turn : turns) found.add(found(turn, block));
    }

    private Bracket begin(Cell cell, int block) {
        Integer end = ends.get(cell);
        if (end == null) return Bracket.of(rates.size());
        int most = mostOff(search);
        Random random = new Random(
                (plan.seed() * 1_000_003 + block) * 1_009 + plan.cells().indexOf(cell) + 500);
        return Bracket.near(rates.size(), end + random.nextInt(2 * most + 1) - most, most);
    }

    /** The same in rates. */
    static int mostOff(Search search) {
        return (int) Math.max(1, Math.round(Math.log1p(OFF) / Math.log1p(search.resolution())));
    }

    private void take(Turn turn, int block) {
        double rate = rates.get(turn.bracket.next().orElseThrow());
        Plan.Fork fork = new Plan.Fork(probe(turn.contender, rate), block);
        Optional<Outcome> outcome = known.apply(fork);
        if (outcome.isEmpty()) {
            next = Optional.of(fork);
            return;
        }
        done.add(fork);
        if (outcome.get() == Outcome.BROKEN) turn.broken = true;
        else turn.bracket = turn.bracket.after(outcome.get() == Outcome.KEPT);
        if (turn.over() && !turn.broken) ends.put(turn.contender, Math.max(0, turn.bracket.kept()));
    }

    private Cell probe(Cell contender, double rate) {
        return new Cell(search.at(rate, contender.scenario(), plan.preset().iterations()), contender.contender(), "");
    }

    private Found found(Turn turn, int block) {
        Bracket bracket = turn.bracket;
        return new Found(
                turn.contender,
                block,
                bracket.kept() < 0 ? OptionalDouble.empty() : OptionalDouble.of(rates.get(bracket.kept())),
                bracket.missed() == rates.size()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(rates.get(bracket.missed())),
                turn.broken ? State.BROKEN : turn.over() ? State.OVER : State.GOING_ON);
    }

    /** The forks that are done, in the order in which they were asked for. */
    public List<Plan.Fork> done() {
        return List.copyOf(done);
    }

    /** The fork to run next; empty if the search is over. */
    public Optional<Plan.Fork> next() {
        return next;
    }

    /** What was found, block by block, in each in the plan's order; blocks that have not begun are left out. */
    public List<Found> found() {
        return List.copyOf(found);
    }
}
