package io.github.sim52xx.gps;

import java.time.Duration;

/**
 * What the receiver gets from the sky: the track that it is moved along, and how long the first fix takes.
 *
 * @param track null under a roof, where there is never a fix
 * @param coldStart from the start to the first fix when nothing is known of the satellites
 * @param hotStart the same shortly after the last fix
 */
public record Reception(Track track, Duration coldStart, Duration hotStart) {

    /** What data sheets promise. */
    public static final Duration COLD_START = Duration.ofSeconds(35);

    public static final Duration HOT_START = Duration.ofSeconds(1);

    /** No satellite is ever seen. */
    public static final Reception NONE = new Reception(null, COLD_START, HOT_START);
}
