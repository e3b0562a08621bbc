package io.github.sim52xx.gps;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the modem is at which time, from the first fix on. Between two points it moves straight and evenly; after the
 * last one it stands there, or begins anew. Immutable.
 */
public final class Track {

    private final TreeMap<Duration, Position> points;
    private final boolean loop;

    /**
     * @param points by the time since the first of them; at least one
     * @param loop true to begin anew one second after the last
     */
    public Track(Map<Duration, Position> points, boolean loop) {
        this.points = new TreeMap<>(points);
        this.loop = loop;
        if (points.isEmpty() || this.points.firstKey().isNegative()) {
            throw new IllegalArgumentException("a track without a first point");
        }
    }

    /** A modem that does not move. */
    public static Track standing(Position position) {
        return new Track(Map.of(Duration.ZERO, position), false);
    }

    /** Where the modem is {@code elapsed} after its first fix. */
    public Position at(Duration elapsed) {
        Duration last = points.lastKey();
        Duration time = loop
                ? Duration.ofMillis(elapsed.toMillis() % last.plusSeconds(1).toMillis())
                : elapsed;
        Map.Entry<Duration, Position> from = points.floorEntry(time);
        Map.Entry<Duration, Position> to = points.higherEntry(time);
        if (from == null) {
            return still(to.getValue());
        }
        if (to == null) {
            return still(from.getValue());
        }
        Duration whole = to.getKey().minus(from.getKey());
        double share = (double) time.minus(from.getKey()).toMillis() / whole.toMillis();
        return from.getValue().towards(to.getValue(), share, whole.toMillis() / 1000.0);
    }

    private static Position still(Position position) {
        return Position.at(position.latitude(), position.longitude(), position.altitude());
    }
}
