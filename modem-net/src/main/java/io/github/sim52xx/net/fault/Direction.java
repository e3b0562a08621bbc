package io.github.sim52xx.net.fault;

/** Where bytes go, seen from the modem. */
public enum Direction {
    /** To the network. */
    UPLINK,
    /** From the network. */
    DOWNLINK
}
