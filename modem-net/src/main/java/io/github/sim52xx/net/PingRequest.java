package io.github.sim52xx.net;

import java.time.Duration;

/**
 * What a ping is to do.
 *
 * @param host a name or an address
 * @param version 4 or 6
 * @param count how many echoes
 * @param size of an echo in bytes
 * @param interval from one echo to the next
 * @param patience how long one may take to come back
 * @param timeToLive of the echoes
 */
public record PingRequest(
        String host, int version, int count, int size, Duration interval, Duration patience, int timeToLive) {}
