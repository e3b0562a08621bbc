package io.github.sim52xx.cli.transcript;

import io.github.sim52xx.cli.world.Intervention;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

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

    /** Pulls the plug of a terminal; asked for again, it is another connection. */
    void unplug(int terminal) throws IOException;

    /** Does that to the world around the modem. */
    void intervene(Intervention intervention) throws IOException;

    /** Connects to a server of the modem, by the port as the modem's DTE calls it. */
    Wire client(int port) throws IOException;

    /** Waits for the modem to connect to a peer, which has been given; a peer that speaks UDP is there at once. */
    Wire peer(Fixture.Peer there) throws IOException;

    /** Modem time if it can be known, else the host's. */
    Instant now();

    /** Lets modem time pass at once. False if that is not possible: then one has to wait. */
    boolean skip(Duration time);
}
