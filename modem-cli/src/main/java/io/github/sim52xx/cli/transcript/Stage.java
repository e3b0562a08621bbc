package io.github.sim52xx.cli.transcript;

import java.io.IOException;
import java.time.Duration;

/** Where a transcript is played: the terminals of one modem and what is around it. Used by one thread. */
public interface Stage {

    /** Brings about what the transcript presupposes, or at least says that it is needed. */
    void given(Fixture fixture) throws IOException;

    /**
     * The wire to a terminal; connects it when it is asked for first.
     *
     * @param terminal from 1
     */
    Wire terminal(int terminal) throws IOException;

    /** Puts the storage card into its slot, or pulls it. */
    void card(boolean inserted) throws IOException;

    /** Connects to a server of the modem, by the port as the modem's DTE calls it. */
    Wire client(int port) throws IOException;

    /** Lets modem time pass at once. False if that is not possible: then one has to wait. */
    boolean skip(Duration time);
}
