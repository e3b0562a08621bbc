/**
 * Where the modem is: a {@link io.github.sim52xx.gps.Track} that is played, and how the receiver prints positions. Values
 * only; the receiver itself is in {@code command}. Start with {@link io.github.sim52xx.gps.Reception}.
 */
package io.github.sim52xx.gps;
