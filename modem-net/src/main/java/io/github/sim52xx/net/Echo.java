package io.github.sim52xx.net;

/**
 * Whom a ping asks for an echo.
 *
 * @param address as the modem's DNS gives it
 * @param near true if that is this host, which always answers
 * @param door a host and port that the modem may open there: whoever accepts or refuses that is alive
 */
record Echo(String address, boolean near, HostPort door) {}
