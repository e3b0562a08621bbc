package io.github.sim52xx.modem;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The modem's real-time clock: local time and, once it is known, the time zone in quarters of an hour (+CCLK, manual
 * 10.12). It runs on through resets and power-off. Confined to the modem's thread, but for {@link #local}.
 */
public final class ModemClock {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyMMddHHmmss");
    private static final String DRIFT_KEY = "clock.drift";
    private static final String ZONE_KEY = "clock.zone";
    private static final long UNKNOWN = Long.MAX_VALUE;
    /** Eighteen hours, what java.time can express. */
    private static final long FARTHEST_ZONE = 72;

    private final InstantSource world;
    private final NonVolatile memory;
    /** What the clock shows, taken as UTC, minus world time. */
    private volatile Duration drift;

    private Integer zone;

    /**
     * @param world what makes it run
     * @param start what the clock shows at power-on; null: what it was set to before, or else the host's time
     */
    ModemClock(InstantSource world, NonVolatile memory, OffsetDateTime start) {
        this.world = world;
        this.memory = memory;
        if (start != null) {
            show(start.toLocalDateTime());
            zone = start.getOffset().getTotalSeconds() / 900;
        } else if (memory.load(DRIFT_KEY) != null) {
            drift = Duration.ofMillis(memory.loadNumber(DRIFT_KEY, 0));
            long quarters = memory.loadNumber(ZONE_KEY, -FARTHEST_ZONE, FARTHEST_ZONE, UNKNOWN);
            zone = quarters == UNKNOWN ? null : (int) quarters;
        } else {
            OffsetDateTime host = world.instant().atZone(ZoneId.systemDefault()).toOffsetDateTime();
            show(host.toLocalDateTime());
            zone = host.getOffset().getTotalSeconds() / 900;
        }
    }

    /** What the clock shows; from any thread. */
    public LocalDateTime local() {
        return LocalDateTime.ofInstant(world.instant().plus(drift), ZoneOffset.UTC);
    }

    /** East of Greenwich in quarters of an hour, -47 to 48; null if nobody has told the modem. */
    public Integer zone() {
        return zone;
    }

    /** What the clock shows, with its zone; an unknown zone counts as UTC. */
    public OffsetDateTime dateTime() {
        return local().atOffset(ZoneOffset.ofTotalSeconds(zone == null ? 0 : zone * 900));
    }

    /** {@code yyMMddHHmmss}, as in the names of mail directories. */
    public String stamp() {
        return STAMP.format(local());
    }

    /** Sets the clock; a null zone leaves the zone as it is. */
    public void set(LocalDateTime local, Integer newZone) {
        Integer inZone = newZone == null ? zone : newZone;
        memory.together(() -> {
            if (inZone != null) {
                memory.save(ZONE_KEY, Integer.toString(inZone));
            }
            memory.save(DRIFT_KEY, Long.toString(driftTo(local).toMillis()));
        });
        zone = inZone;
        show(local);
    }

    private void show(LocalDateTime local) {
        drift = driftTo(local);
    }

    private Duration driftTo(LocalDateTime local) {
        return Duration.between(world.instant(), local.toInstant(ZoneOffset.UTC));
    }
}
