package io.github.sim52xx.gps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * NMEA 0183 sentences as the device prints them, in its order: GSV, GGA, VTG, RMC, GSA (SIM5320 manual 21.17). They are
 * chosen by the sum of their numbers.
 */
public final class Sentences {

    public static final int GGA = 1;
    public static final int RMC = 2;
    public static final int GSV = 4;
    public static final int GSA = 8;
    public static final int VTG = 16;
    public static final int ALL = 31;

    private static final int PER_GSV = 4;
    private static final int GSA_CHANNELS = 12;
    private static final String NO_SATELLITES = ",".repeat(GSA_CHANNELS);

    private Sentences() {}

    /**
     * The chosen sentences, checksums included.
     *
     * @param fix null if there is none
     * @param chosen the sum of {@link #GGA} and the others
     */
    public static List<String> of(Fix fix, int chosen) {
        List<String> bodies = new ArrayList<>();
        if ((chosen & GSV) != 0) {
            bodies.addAll(fix == null ? List.of("GPGSV,1,1,00") : satellitesInView());
        }
        if ((chosen & GGA) != 0) {
            bodies.add(fix == null ? "GPGGA,,,,,,0,,,,,,,," : gga(fix));
        }
        if ((chosen & VTG) != 0) {
            bodies.add(fix == null ? "GPVTG,,T,,M,,N,,K,N" : vtg(fix));
        }
        if ((chosen & RMC) != 0) {
            bodies.add(fix == null ? "GPRMC,,V,,,,,,,,,,N" : rmc(fix));
        }
        if ((chosen & GSA) != 0) {
            bodies.add(fix == null ? "GPGSA,A,1," + NO_SATELLITES + ",," : gsa());
        }
        return bodies.stream().map(Sentences::withChecksum).toList();
    }

    /** What test mode prints of the signals: {@code $GPGSV,3,44.5,13,45.6}, without a checksum. */
    public static String strengths(boolean fixed) {
        return "$GPGSV"
                + (fixed ? Satellite.SKY : List.<Satellite>of())
                        .stream()
                                .map(seen -> "," + seen.number() + "," + seen.strength() + ".0")
                                .collect(Collectors.joining());
    }

    /** The exclusive or of everything between $ and *, two hexadecimal digits (NMEA 0183 5.3). */
    public static int checksum(String body) {
        return body.chars().reduce(0, (sum, c) -> sum ^ c);
    }

    private static String withChecksum(String body) {
        return String.format(Locale.ROOT, "$%s*%02X", body, checksum(body));
    }

    private static List<String> satellitesInView() {
        List<Satellite> sky = Satellite.SKY;
        int sentences = (sky.size() + PER_GSV - 1) / PER_GSV;
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < sentences; i++) {
            bodies.add(String.format(Locale.ROOT, "GPGSV,%d,%d,%02d", sentences, i + 1, sky.size())
                    + sky.subList(i * PER_GSV, Math.min(sky.size(), (i + 1) * PER_GSV)).stream()
                            .map(seen -> String.format(
                                    Locale.ROOT,
                                    ",%02d,%02d,%03d,%02d",
                                    seen.number(),
                                    seen.elevation(),
                                    seen.azimuth(),
                                    seen.strength()))
                            .collect(Collectors.joining()));
        }
        return bodies;
    }

    private static String gga(Fix fix) {
        return "GPGGA," + fix.clock() + "," + fix.place() + ",1,"
                + String.format(Locale.ROOT, "%02d", Satellite.SKY.size()) + ",0.9," + fix.altitude() + ",M,0,M,,";
    }

    /** The device prints NaN for the course at standstill. */
    private static String vtg(Fix fix) {
        String course = fix.position().stands() ? "NaN" : fix.course();
        return "GPVTG," + course + ",T,,M," + fix.speed() + ",N,"
                + Fix.decimal(fix.position().speed() * 1.852) + ",K,A";
    }

    private static String rmc(Fix fix) {
        String course = fix.position().stands() ? "" : fix.course();
        return "GPRMC," + fix.clock() + ",A," + fix.place() + "," + fix.speed() + "," + course + "," + fix.date()
                + ",,,A";
    }

    private static String gsa() {
        String used = Satellite.SKY.stream()
                .map(seen -> String.format(Locale.ROOT, "%02d", seen.number()))
                .collect(Collectors.joining(","));
        return "GPGSA,A,3," + used + ",".repeat(GSA_CHANNELS - Satellite.SKY.size()) + ",1.5,0.9,1.2";
    }
}
