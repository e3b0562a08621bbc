package io.github.sim52xx.gps;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A position with its time, as the device prints it (SIM5320 manual 21.2, NMEA 0183): degrees and minutes in one
 * number, six places.
 *
 * @param time UTC
 */
public record Fix(Position position, LocalDateTime time) {

    /** What +CGPSINFO prints while there is no fix. */
    public static final String NO_INFO = "+CGPSINFO:,,,,,,,,";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("ddMMyy");
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("ddMMyyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss.S");
    private static final long MICRO_MINUTES = 60_000_000;

    /** {@code +CGPSINFO:3113.343286,N,12121.234064,E,250311,072809.3,44.1,0.0,0}. */
    public String info() {
        return "+CGPSINFO:" + place() + "," + date() + "," + clock() + "," + altitude() + "," + speed() + ","
                + (position.stands() ? "0" : course());
    }

    /** {@code +CAGPSINFO:3122238820,12135390107,44.1,25032011,072809.3}: degrees times 100,000,000. */
    public String assistedInfo() {
        return "+CAGPSINFO:" + Math.round(position.latitude() * 1e8) + "," + Math.round(position.longitude() * 1e8)
                + "," + altitude() + "," + LONG_DATE.format(time) + "," + clock();
    }

    /** {@code 3113.343286,N,12121.234064,E}. */
    String place() {
        return angle(position.latitude(), 2)
                + (position.latitude() < 0 ? ",S," : ",N,")
                + angle(position.longitude(), 3)
                + (position.longitude() < 0 ? ",W" : ",E");
    }

    String date() {
        return DATE.format(time);
    }

    String clock() {
        return TIME.format(time);
    }

    String altitude() {
        return decimal(position.altitude());
    }

    String speed() {
        return decimal(position.speed());
    }

    String course() {
        return decimal(position.course());
    }

    /** One place behind the point. */
    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Rounded as a whole, so that there are never sixty minutes. */
    private static String angle(double degrees, int digits) {
        long microMinutes = Math.round(Math.abs(degrees) * MICRO_MINUTES);
        return String.format(
                Locale.ROOT,
                "%0" + digits + "d%02d.%06d",
                microMinutes / MICRO_MINUTES,
                microMinutes % MICRO_MINUTES / 1_000_000,
                microMinutes % 1_000_000);
    }
}
