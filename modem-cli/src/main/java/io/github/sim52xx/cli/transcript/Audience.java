package io.github.sim52xx.cli.transcript;

/** Watches a transcript being played. Called by the thread that plays. */
public interface Audience {

    /** Nobody. */
    Audience NONE = new Audience() {};

    /** A transcript begins; one that another presupposes is told before the other. */
    default void begins(Transcript transcript) {}

    /** A comment within the transcript, without its mark. */
    default void remark(String text) {}

    /** The step is about to be carried out. */
    default void reached(Step step) {}

    /**
     * What the step expected has come.
     *
     * @param text readable
     */
    default void came(Step step, String text) {}
}
