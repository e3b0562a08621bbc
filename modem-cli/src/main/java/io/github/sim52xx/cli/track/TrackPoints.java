package io.github.sim52xx.cli.track;

import io.github.sim52xx.gps.Position;
import io.github.sim52xx.gps.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/**
 * Collects the points of a track in order. A point without a time comes one second after the one before it. Not
 * thread-safe.
 */
final class TrackPoints {

    private static final Duration USUAL_DISTANCE = Duration.ofSeconds(1);

    private final TreeMap<Duration, Position> points = new TreeMap<>();
    private Instant first;

    /** @param time null if it is not known */
    void add(int line, Instant time, double latitude, double longitude, double altitude) throws TrackSyntaxException {
        Duration at = points.isEmpty() ? Duration.ZERO : points.lastKey().plus(USUAL_DISTANCE);
        if (time != null) {
            first = first == null ? time.minus(at) : first;
            at = Duration.between(first, time);
        }
        if (!points.isEmpty() && at.compareTo(points.lastKey()) < 0) {
            throw new TrackSyntaxException(line, "earlier than the point before");
        }
        try {
            // Two points at one time: the later one counts.
            points.put(at, Position.at(latitude, longitude, altitude));
        } catch (IllegalArgumentException e) {
            throw new TrackSyntaxException(line, e.getMessage());
        }
    }

    Track track(boolean loop) throws TrackSyntaxException {
        if (points.isEmpty()) {
            throw new TrackSyntaxException(0, "no GPX track and no NMEA sentences with a position");
        }
        return new Track(points, loop);
    }
}
