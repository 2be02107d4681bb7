package dev.iomodels.demo;

import java.util.List;
import java.util.Optional;

/** A round that is over: what became of each model in it. */
record Played(Round round, List<Turn> turns) {
    Played {
        turns = List.copyOf(turns);
    }

    /** Those that took their turn. */
    List<Turn.Taken> taken() {
        return turns.stream()
                .filter(Turn.Taken.class::isInstance)
                .map(Turn.Taken.class::cast)
                .toList();
    }

    /** The first one that got every page: whom the others are compared with; empty if nobody did. */
    Optional<Turn.Taken> first() {
        return taken().stream().filter(turn -> turn.failed() == 0).findFirst();
    }

    /** The longest wall time of all: what the axis of all models has to hold; at least 1. */
    long scaleNanos() {
        return taken().stream().mapToLong(Turn.Taken::wallNanos).max().stream()
                .map(longest -> Math.max(1, longest))
                .findFirst()
                .orElse(1);
    }

    /** The least time that {@code turn} could have taken: the longest delay that its pages have, or, where that is not known, the longest page. */
    long leastNanos(Turn.Taken turn) {
        return Math.max(1, round.held() ? round.longestNanos() : turn.longestNanos());
    }

    /** Whether every page came, of every model that was not skipped. */
    boolean allCame() {
        return turns.stream().allMatch(turn -> turn.failed() == 0);
    }
}
