/** Reads the track that a modem is moved along: GPX or NMEA 0183. Start with {@link io.github.sim52xx.cli.track.TrackFile}. */
package io.github.sim52xx.cli.track;
