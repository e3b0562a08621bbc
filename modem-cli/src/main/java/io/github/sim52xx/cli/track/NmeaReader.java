package io.github.sim52xx.cli.track;

import io.github.sim52xx.gps.Sentences;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * Reads the positions of NMEA 0183 sentences: place and time of RMC and GGA of any talker, the altitude of GGA. Other
 * sentences, those without a fix, and lines whose checksum is wrong are passed over, as a receiver does. Not thread-safe.
 */
final class NmeaReader {

    private static final double HALF_A_DAY = 12 * 3600;
    private static final double DAY = 24 * 3600;

    private final TrackPoints points;
    /** Seconds since the first midnight, so that a night does not count backwards. */
    private double time = Double.NEGATIVE_INFINITY;

    private double latitude;
    private double longitude;
    private double altitude;
    private int line;

    private NmeaReader(TrackPoints points) {
        this.points = points;
    }

    static void read(byte[] content, TrackPoints points) throws TrackSyntaxException {
        NmeaReader reader = new NmeaReader(points);
        int line = 0;
        for (String text : (Iterable<String>) new String(content, StandardCharsets.ISO_8859_1).lines()::iterator) {
            reader.sentence(++line, text.strip());
        }
        reader.end();
    }

    private void sentence(int number, String text) throws TrackSyntaxException {
        int star = text.indexOf('*');
        if (!text.startsWith("$") || star >= 0 && !isRight(text.substring(1, star), text.substring(star + 1))) {
            return;
        }
        String[] fields = text.substring(1, star < 0 ? text.length() : star).split(",", -1);
        boolean rmc = fields[0].endsWith("RMC") && fields.length > 6 && fields[2].equals("A");
        boolean gga = fields[0].endsWith("GGA") && fields.length > 9 && !fields[6].isEmpty() && !fields[6].equals("0");
        if (!rmc && !gga) {
            return;
        }
        try {
            int place = rmc ? 3 : 2;
            double north = degrees(fields[place], fields[place + 1].equals("S"));
            double east = degrees(fields[place + 2], fields[place + 3].equals("W"));
            moment(number, seconds(fields[1]));
            latitude = north;
            longitude = east;
            if (gga && !fields[9].isEmpty()) {
                altitude = Double.parseDouble(fields[9]);
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new TrackSyntaxException(number, "not the fields of " + fields[0]);
        }
    }

    /** A sentence of another moment than the one before completes the point of that. */
    private void moment(int number, double ofDay) throws TrackSyntaxException {
        double days = line == 0 ? 0 : Math.floor(time / DAY) * DAY;
        double next = days + ofDay;
        if (next < time - HALF_A_DAY) {
            next += DAY;
        }
        if (next != time) {
            end();
        }
        time = next;
        line = number;
    }

    private void end() throws TrackSyntaxException {
        if (line > 0) {
            Instant at = Instant.EPOCH.plus(Duration.ofMillis(Math.round(time * 1000)));
            points.add(line, at, latitude, longitude, altitude);
        }
    }

    private static boolean isRight(String body, String checksum) {
        return checksum.strip().equalsIgnoreCase(String.format("%02X", Sentences.checksum(body)));
    }

    /** {@code 065130.5} as seconds. */
    private static double seconds(String text) {
        return Integer.parseInt(text.substring(0, 2)) * 3600
                + Integer.parseInt(text.substring(2, 4)) * 60
                + Double.parseDouble(text.substring(4));
    }

    /** {@code 3113.343286} as degrees. */
    private static double degrees(String text, boolean negative) {
        int point = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
        double value =
                Integer.parseInt(text.substring(0, point - 2)) + Double.parseDouble(text.substring(point - 2)) / 60;
        return negative ? -value : value;
    }
}
