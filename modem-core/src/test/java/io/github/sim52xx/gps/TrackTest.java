package io.github.sim52xx.gps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Between the points of a track, and how positions are printed (SIM5320 manual 21.2, 21.17). */
class TrackTest {

    private static final LocalDateTime TIME = LocalDateTime.parse("2011-03-25T07:28:09.300");

    @Test
    void movesEvenlyBetweenTwoPoints() {
        Track north = track(false, 0, Position.at(10, 20, 100), 60, Position.at(10.01, 20, 160));
        Position half = north.at(Duration.ofSeconds(30));
        assertThat(half.latitude()).isCloseTo(10.005, within(1e-9));
        assertThat(half.altitude()).isCloseTo(130, within(1e-9));
        // 0.6 minutes of arc in a minute: 36 knots.
        assertThat(half.speed()).isCloseTo(36, within(1e-6));
        assertThat(half.course()).isCloseTo(0, within(1e-9));
    }

    @Test
    void standsAtTheEndOrBeginsAnew() {
        Position last = Position.at(1, 1, 0);
        assertThat(track(false, 0, Position.at(0, 0, 0), 9, last).at(Duration.ofHours(1)))
                .isEqualTo(last);
        Track loop = track(true, 0, Position.at(0, 0, 0), 9, last);
        assertThat(loop.at(Duration.ofMillis(9500))).isEqualTo(last);
        assertThat(loop.at(Duration.ofSeconds(13))).isEqualTo(loop.at(Duration.ofSeconds(3)));
        Track still = Track.standing(last);
        assertThat(still.at(Duration.ofDays(3))).isEqualTo(last);
    }

    @Test
    void crossesTheDateLineTheShortWay() {
        Position half = track(false, 0, Position.at(0, 179.9, 0), 10, Position.at(0, -179.7, 0))
                .at(Duration.ofSeconds(5));
        assertThat(half.longitude()).isCloseTo(-179.9, within(1e-9));
        assertThat(half.course()).isCloseTo(90, within(1e-9));
    }

    @Test
    void aPlaceOffTheEarthIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Position.at(90.1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Position.at(0, Double.NaN, 0));
    }

    @Test
    void printedAsTheManualDoes() {
        Fix fix = new Fix(Position.at(31 + 13.343286 / 60, 121 + 21.234064 / 60, 44.1), TIME);
        assertThat(fix.info()).isEqualTo("+CGPSINFO:3113.343286,N,12121.234064,E,250311,072809.3,44.1,0.0,0");
        assertThat(fix.assistedInfo()).isEqualTo("+CAGPSINFO:3122238810,12135390107,44.1,25032011,072809.3");
    }

    @Test
    void minutesNeverReachSixty() {
        assertThat(new Fix(Position.at(-0.999999999999, -9.9999999999, 0), TIME).info())
                .startsWith("+CGPSINFO:0100.000000,S,01000.000000,W,");
    }

    @Test
    void sentencesInTheOrderOfTheDeviceWithChecksums() {
        Fix moving = new Fix(new Position(-31, -121, 44.1, 10, 123.44), TIME);
        assertThat(Sentences.of(moving, Sentences.ALL))
                .containsExactly(
                        "$GPGSV,2,1,08,03,21,048,36,06,64,291,45,09,12,133,31,14,47,082,42*77",
                        "$GPGSV,2,2,08,17,33,207,39,19,71,160,46,22,08,319,28,28,52,244,43*72",
                        "$GPGGA,072809.3,3100.000000,S,12100.000000,W,1,08,0.9,44.1,M,0,M,,*4A",
                        "$GPVTG,123.4,T,,M,10.0,N,18.5,K,A*04",
                        "$GPRMC,072809.3,A,3100.000000,S,12100.000000,W,10.0,123.4,250311,,,A*57",
                        "$GPGSA,A,3,03,06,09,14,17,19,22,28,,,,,1.5,0.9,1.2*31");
        Fix standing = new Fix(Position.at(31, 121, 0), TIME);
        assertThat(Sentences.of(standing, Sentences.VTG)).containsExactly("$GPVTG,NaN,T,,M,0.0,N,0.0,K,A*42");
        assertThat(Sentences.of(null, Sentences.ALL))
                .containsExactly(
                        "$GPGSV,1,1,00*79",
                        "$GPGGA,,,,,,0,,,,,,,,*66",
                        "$GPVTG,,T,,M,,N,,K,N*2C",
                        "$GPRMC,,V,,,,,,,,,,N*53",
                        "$GPGSA,A,1,,,,,,,,,,,,,,,*1E");
        assertThat(Sentences.of(standing, 0)).isEmpty();
    }

    private static Track track(boolean loop, int from, Position first, int to, Position second) {
        return new Track(Map.of(Duration.ofSeconds(from), first, Duration.ofSeconds(to), second), loop);
    }
}
