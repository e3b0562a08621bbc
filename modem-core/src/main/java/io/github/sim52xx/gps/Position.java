package io.github.sim52xx.gps;

/**
 * A place on the earth and the movement through it (WGS 84).
 *
 * @param latitude degrees, north of the equator positive
 * @param longitude degrees, east of Greenwich positive
 * @param altitude metres above sea level
 * @param speed knots
 * @param course degrees from north clockwise; of no meaning at standstill
 */
public record Position(double latitude, double longitude, double altitude, double speed, double course) {

    private static final double METRES_PER_DEGREE = 60 * 1852;
    private static final double KNOTS_PER_METRE_PER_SECOND = 3600.0 / 1852;
    private static final double STANDSTILL = 0.05;

    public Position {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180) || !Double.isFinite(altitude)) {
            throw new IllegalArgumentException("no place on earth: " + latitude + ", " + longitude);
        }
    }

    /** A place where nothing moves. */
    public static Position at(double latitude, double longitude, double altitude) {
        return new Position(latitude, longitude, altitude, 0, 0);
    }

    /** True if there is no movement that the receiver would notice. */
    public boolean stands() {
        return speed < STANDSTILL;
    }

    /**
     * Part of the way to {@code next}, moving as it takes to be there in time. Points of a track are so close together
     * that the earth is flat between them.
     *
     * @param share 0 for here, 1 for there
     * @param seconds what the whole way takes
     */
    Position towards(Position next, double share, double seconds) {
        double north = next.latitude - latitude;
        double east = eastwards(next);
        double latitudeThere = latitude + share * north;
        double metresNorth = north * METRES_PER_DEGREE;
        double metresEast = east * METRES_PER_DEGREE * Math.cos(Math.toRadians(latitudeThere));
        double bearing = (Math.toDegrees(Math.atan2(metresEast, metresNorth)) + 360) % 360;
        double knots = Math.hypot(metresNorth, metresEast) / seconds * KNOTS_PER_METRE_PER_SECOND;
        return new Position(
                latitudeThere,
                normal(longitude + share * east),
                altitude + share * (next.altitude - altitude),
                knots,
                bearing);
    }

    /** The shorter way round. */
    private double eastwards(Position next) {
        return normal(next.longitude - longitude);
    }

    private static double normal(double degrees) {
        return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
    }
}
