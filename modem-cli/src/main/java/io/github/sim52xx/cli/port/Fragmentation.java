package io.github.sim52xx.cli.port;

import java.time.Duration;

/**
 * How output is cut up, as a UART or a USB bridge does it. Immutable.
 *
 * @param bytes the most that one write carries
 * @param delay between one write and the next, zero for none
 */
public record Fragmentation(int bytes, Duration delay) {}
