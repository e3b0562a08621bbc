package io.github.sim52xx.net;

/** How connections to a server are secured underneath a modem that speaks plain (RFC 8314, RFC 3207, RFC 2595). */
public enum TlsMode {
    /** As the device does it: not at all. */
    OFF,
    /** As {@link #IMPLICIT} on the ports for that, otherwise as {@link #STARTTLS} if the server offers it. */
    AUTO,
    /** The session begins in the clear and asks for TLS; without it, it ends. */
    STARTTLS,
    /** TLS from the first byte on. */
    IMPLICIT
}
