package io.github.sim52xx.net.socket;

/** How a connection ended. */
public enum Closing {
    /** By the modem. */
    LOCAL,
    /** The remote side closed it first. */
    REMOTE,
    /** The remote side reset it, or it broke. */
    RESET,
    /** What was sent was not taken in time. */
    SEND_TIMEOUT,
    /** The bearer went away under it. */
    NETWORK_LOST
}
