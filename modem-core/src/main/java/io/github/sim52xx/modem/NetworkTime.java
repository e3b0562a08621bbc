package io.github.sim52xx.modem;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The time that the network tells: the clock shows it, and a zone that is new to the modem is reported after AT+CTZR=1
 * (manual 9.25), {@code +CTZV: 32,08/12/09,17:00:00}. Confined to the modem's thread.
 */
public final class NetworkTime {

    /** The command that asks for reports. */
    public static final String REPORTS = "+CTZR";

    private static final int QUARTER_HOUR = 900;
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yy/MM/dd,HH:mm:ss");

    private NetworkTime() {}

    /** The network tells it. */
    public static void tell(Modem modem, OffsetDateTime time) {
        Integer zone = time.getOffset().getTotalSeconds() / QUARTER_HOUR;
        boolean isNew = !zone.equals(modem.clock().zone());
        modem.clock().set(time.toLocalDateTime(), zone);
        if (isNew && modem.settings().integer(REPORTS, 0) == 1) {
            modem.terminals()
                    .unsolicited("+CTZV: " + zone + "," + UTC.format(time.withOffsetSameInstant(ZoneOffset.UTC)));
        }
    }
}
