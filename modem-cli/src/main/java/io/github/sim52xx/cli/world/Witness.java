package io.github.sim52xx.cli.world;

/** Sees what is done to the world of a modem, before what comes of it. Called on the modem's thread; does not block. */
public interface Witness {

    /** Nobody. */
    Witness NONE = new Witness() {};

    /** This is being done, unless it turns out to be impossible. */
    default void begins(Intervention intervention) {}

    /**
     * That was it.
     *
     * @param happened false if it was impossible, and nothing has changed
     */
    default void ended(boolean happened) {}
}
