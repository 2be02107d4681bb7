package dev.iomodels.plan;

import dev.iomodels.fetch.OwnModels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * What a run will measure, all decided before the first fork.
 *
 * @param seed fixes the order of the forks and the page table
 * @param blocks how many forks each cell gets
 * @param delta the smallest difference that matters, as a share: 0.03
 * @param terms what is equal for all forks
 * @param cells in the order in which reports show them; of a search, one for each contender
 * @param search what is looked for; empty if the cells themselves are what is measured
 */
public record Plan(
        Preset preset, long seed, int blocks, double delta, Terms terms, List<Cell> cells, Optional<Search> search) {
    /** The smallest difference that matters unless a plan says otherwise. */
    public static final double DELTA = 0.03;

    public Plan {
        Objects.requireNonNull(preset, "no preset");
        Objects.requireNonNull(terms, "no terms");
        Objects.requireNonNull(cells, "no cells");
        if (search == null) search = Optional.empty();
    }

    /** One whose cells are what is measured. */
    public Plan(Preset preset, long seed, int blocks, double delta, Terms terms, List<Cell> cells) {
        this(preset, seed, blocks, delta, terms, cells, Optional.empty());
    }

    /** One fork to run: {@code cell} for the {@code block}th time, counted from 1; or {@link #PINNED}, and no measurement. */
    public record Fork(Cell cell, int block) {
        /** Stands for the block of a fork that only counts pinned events. */
        public static final int PINNED = 0;

        /** What its files are called, without an ending: {@code 1}, {@code pinned}. */
        public static String name(int block) {
            return block == PINNED ? "pinned" : Integer.toString(block);
        }

        /** Whether it only counts pinned events. */
        public boolean pinned() {
            return block == PINNED;
        }

        /** Where its files are, below {@code forks/} and without an ending: {@code wait/virtual-thread@25/1}. */
        public String path() {
            return cell.path() + "/" + name(block);
        }
    }

    /** The same on other terms. */
    public Plan on(Terms others) {
        return new Plan(preset, seed, blocks, delta, others, cells, search);
    }

    /** The same with other cells. */
    public Plan of(List<Cell> others) {
        return new Plan(preset, seed, blocks, delta, terms, List.copyOf(others), search);
    }

    /** The same, looking for the highest rate at which each of its contenders keeps a target. */
    public Plan searching(Search what) {
        return new Plan(preset, seed, blocks, delta, terms, cells, Optional.of(what));
    }

    /** The same with a fork more for each contender that needs virtual threads: it counts how often they were pinned. */
    public Plan withPinned() {
        try (OwnModels known = OwnModels.on(terms.ownModels())) {
            return of(cells.stream().map(cell -> cell.withPinned(known)).toList());
        }
    }

    /** The forks that only count pinned events. */
    public List<Fork> pinned() {
        return cells.stream()
                .filter(Cell::pinned)
                .map(cell -> new Fork(cell, Fork.PINNED))
                .toList();
    }

    /**
     * All forks of one that is no search: block by block, each block in a shuffled order of its own that the seed fixes; at the
     * end those that measure nothing.
     */
    public List<Fork> forks() {
        List<Fork> forks = new ArrayList<>();
        for (int block = 1; block <= blocks; block++) {
            List<Cell> shuffled = new ArrayList<>(cells);
            Collections.shuffle(shuffled, new Random(seed * 1_000_003 + block));
            for (Cell cell : shuffled) forks.add(new Fork(cell, block));
        }
        forks.addAll(pinned());
        return forks;
    }

    /** What its numbers may be used for at the best: with fewer forks than a talk takes, no preset makes them citable. */
    public String badge() {
        boolean few = preset == Preset.PUBLISH && blocks < Preset.PUBLISH.blocks();
        return few ? Preset.STANDARD.badge() : preset.badge();
    }

    /** What its run's directory is called, behind the time: its preset, or what it looks for. */
    public String label() {
        return search.isPresent() ? "capacity" : preset.label();
    }

    /** The scenarios, in the order in which reports show them. */
    public List<Scenario> scenarios() {
        return cells.stream().map(Cell::scenario).distinct().toList();
    }

    /** The JDKs that it is measured on, in the order in which reports show them. */
    public List<Jdk> jdks() {
        return cells.stream().map(cell -> cell.contender().jdk()).distinct().toList();
    }

    /** The same with another number of blocks. */
    public Plan inBlocks(int number) {
        return new Plan(preset, seed, number, delta, terms, cells, search);
    }

    /** About how long the forks that are left take. */
    public Duration estimate(List<Fork> left) {
        return left.stream()
                .filter(fork -> fork.cell().skip().isEmpty())
                .map(this::estimate)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Duration estimate(Fork fork) {
        Scenario scenario = fork.cell().scenario();
        int limit = scenario.list() ? fork.cell().contender().limit() : Integer.MAX_VALUE;
        return timing(fork).estimate(scenario, limit);
    }

    /** How long {@code fork} does what. */
    public Timing timing(Fork fork) {
        Timing timing = preset.timing(fork.cell().scenario());
        return fork.pinned() ? timing.once() : timing;
    }

    /** The most fetches that any cell has in flight. */
    public int mostInFlight() {
        return scenarios().stream()
                .mapToInt(scenario -> scenario.load().inFlight())
                .max()
                .orElse(0);
    }
}
