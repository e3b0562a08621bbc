package io.github.sim52xx.cli.world;

/** What an action does. Runs on the modem's thread and does not block. */
@FunctionalInterface
public interface Effect {

    /** @throws WorldException if it cannot be now, with nothing changed */
    void on(Surroundings around, Arguments given) throws WorldException;
}
