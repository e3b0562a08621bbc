package io.github.sim52xx.cli.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.sim52xx.gps.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GPX and NMEA files, and what is wrong with them. */
class TrackFileTest {

    @TempDir
    private Path directory;

    @Test
    void gpxWithTimes() throws IOException {
        Track track = read("""
                <?xml version="1.0"?>
                <gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>one &amp; two</name><trkseg>
                <trkpt lat="52.5" lon="13.4"><ele>34</ele><time>2010-02-02T03:04:57Z</time>
                <extensions><hr>70</hr></extensions></trkpt>
                <trkpt lat="52.6" lon="13.4"><ele>44</ele><time>2010-02-02T04:05:07.000+01:00</time></trkpt>
                </trkseg></trk></gpx>""");
        assertThat(track.at(Duration.ZERO).latitude()).isEqualTo(52.5);
        assertThat(track.at(Duration.ofSeconds(5)).latitude()).isCloseTo(52.55, within(1e-9));
        assertThat(track.at(Duration.ofSeconds(5)).altitude()).isCloseTo(39, within(1e-9));
        assertThat(track.at(Duration.ofSeconds(10)).latitude()).isEqualTo(52.6);
    }

    @Test
    void aRouteWithoutTimesTakesASecondAPoint() throws IOException {
        Track track =
                read("<gpx><rte><rtept lat='1' lon='2'/><rtept lat='2' lon='2'/><rtept lat='3' lon='2'/></rte></gpx>");
        assertThat(track.at(Duration.ofSeconds(2)).latitude()).isEqualTo(3);
    }

    @Test
    void sentencesOverMidnight() throws IOException {
        Track track = read("""
                $GPGSV,1,1,00*79\r
                $GPGGA,235959.0,3100.000000,N,12100.000000,E,1,08,0.9,44.1,M,0,M,,\r
                $GPRMC,235959.0,A,3100.000000,N,12100.000000,E,10.0,0.0,250311,,,A\r
                $GPRMC,,V,,,,,,,,,,N*53\r
                $GPRMC,235959.5,A,9900.000000,N,12100.000000,E,10.0,0.0,250311,,,A*00\r
                $GNRMC,000001.0,A,3100.000000,S,12100.000000,W,10.0,0.0,260311,,,A\r
                """);
        assertThat(track.at(Duration.ZERO).latitude()).isEqualTo(31);
        assertThat(track.at(Duration.ZERO).altitude()).isEqualTo(44.1);
        assertThat(track.at(Duration.ofSeconds(2)).latitude()).isEqualTo(-31);
        assertThat(track.at(Duration.ofSeconds(2)).longitude()).isEqualTo(-121);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | no GPX track and no NMEA sentences with a position",
                "<gpx/> | no GPX track and no NMEA sentences with a position",
                "<gpx><trkpt lat='1' lon='2'> | line 1: not XML as GPX has it",
                "<gpx><trkpt lat='x' lon='2'/></gpx> | line 1: a point without numbers for its place",
                "<gpx><trkpt lat='91' lon='2'/></gpx> | line 1: no place on earth: 91.0, 2.0",
                "<gpx><trkpt lat='1' lon='2'><time>noon</time></trkpt></gpx> | line 1: no time of GPX: noon",
                "$GPRMC,1,A,3100.0,N,12100.0,E | line 1: not the fields of GPRMC"
            })
    void whatIsNoTrack(String content, String why) {
        assertThatExceptionOfType(TrackSyntaxException.class)
                .isThrownBy(() -> read(content))
                .withMessage(why);
    }

    @Test
    void timeDoesNotRunBackwards() {
        assertThatExceptionOfType(TrackSyntaxException.class)
                .isThrownBy(() -> read("""
                        <gpx><trkpt lat="1" lon="2"><time>2010-02-02T03:04:57Z</time></trkpt>
                        <trkpt lat="1" lon="2"><time>2010-02-02T03:04:56Z</time></trkpt></gpx>"""))
                .withMessage("line 2: earlier than the point before");
    }

    /** Neither files of the host nor what entities multiply to. */
    @Test
    void nothingOutsideOfTheFileIsRead() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "1");
        String external = "<!DOCTYPE gpx [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                + "<gpx><trkpt lat='1' lon='2'><ele>&e;</ele></trkpt></gpx>";
        assertThatExceptionOfType(TrackSyntaxException.class).isThrownBy(() -> read(external));
        String bomb = "<!DOCTYPE gpx [<!ENTITY a \"1111111111\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                + "<gpx><trkpt lat='1' lon='2'><ele>&b;</ele></trkpt></gpx>";
        assertThatExceptionOfType(TrackSyntaxException.class).isThrownBy(() -> read(bomb));
    }

    private Track read(String content) throws IOException {
        return TrackFile.read(Files.writeString(directory.resolve("track"), content), false);
    }
}
