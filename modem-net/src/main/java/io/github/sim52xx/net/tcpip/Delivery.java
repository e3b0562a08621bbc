package io.github.sim52xx.net.tcpip;

import java.util.concurrent.CompletableFuture;

/** Bytes on their way into a TCP connection. Confined to the modem's thread. */
interface Delivery {

    /** How many bytes the connection has taken, or -1 if it is over. */
    CompletableFuture<Integer> outcome();

    void begin();

    /** The connection takes something again. */
    void retry();

    /** All that the connection has taken has left, for whom has asked for that. */
    default void sentAll() {}

    /** The connection is over. */
    void fail();
}
