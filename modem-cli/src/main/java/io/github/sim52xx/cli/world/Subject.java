package io.github.sim52xx.cli.world;

import java.util.List;

/**
 * A part of the world, one small class each: what can be done to it, and how it is. Named in {@link Subjects}. Without
 * state of its own; modems are told apart by the {@link Surroundings}.
 */
public interface Subject {

    /** {@code radio}. */
    String name();

    /** What it is, a few words for a list. */
    String purpose();

    /** Rows; their names begin with this subject's. */
    default List<Action> actions() {
        return List.of();
    }

    /** How it is, in a telling order; never a password. Values are found on the modem's thread. */
    Members<Surroundings> state();
}
