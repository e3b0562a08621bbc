package io.github.sim52xx.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sim52xx.gps.Reception;
import io.github.sim52xx.modem.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Profiles, and what is wrong with them. */
class ProfileFileTest {

    @TempDir
    private Path directory;

    @Test
    void textsAreUtf8OnTheLine() throws IOException {
        Path file = Files.writeString(directory.resolve("p.yaml"), "network: {operator: \"\u4e2d\u56fd\", rssi: 31}\n");
        Profile profile = ProfileFile.read(file);
        assertThat(profile.network().operator().getBytes(StandardCharsets.ISO_8859_1))
                .isEqualTo("\u4e2d\u56fd".getBytes(StandardCharsets.UTF_8));
        assertThat(profile.network().rssi()).isEqualTo(31);
    }

    @Test
    void aFileThatCannotBeReadIsNamedOnceWithTheReason() throws IOException {
        Path missing = directory.resolve("missing.yaml");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> ProfileFile.read(missing))
                .withMessage("cannot read " + missing + ": no such file or directory");
        Path binary = Files.write(directory.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> ProfileFile.read(binary))
                .withMessage("cannot read " + binary + ": not UTF-8");
    }

    @Test
    void whatAProfileDoesNotHaveIsNamedWithWhatItHas() throws IOException {
        Path file = Files.writeString(directory.resolve("p.yaml"), "model: SIM5320E\n");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> ProfileFile.read(file))
                .withMessageStartingWith(file + ": there is no model; there are identity, sim, ");
    }

    @Test
    void theTrackStandsBesideTheProfile() throws IOException {
        Files.writeString(directory.resolve("drive.gpx"), "<gpx><trkpt lat='1.5' lon='2'/></gpx>");
        Path file = Files.writeString(directory.resolve("p.yaml"), "gps: {track: drive.gpx, coldStart: 2.5}\n");
        Reception gps = ProfileFile.read(file).gps();
        assertThat(gps.track().at(Duration.ZERO).latitude()).isEqualTo(1.5);
        assertThat(gps.coldStart()).isEqualTo(Duration.ofMillis(2500));
        assertThat(gps.hotStart()).isEqualTo(Reception.HOT_START);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gps: {track: none.gpx} | %s:1: gps: %s/none.gpx: no such file or directory",
                "gps: {loop: true} | %s:1: gps: no track",
                "gps: {track: bad.gpx} | %s:1: gps: %s/bad.gpx: no GPX track and no NMEA sentences with a position",
            })
    void whatIsWrongWithATrack(String yaml, String message) throws IOException {
        Files.writeString(directory.resolve("bad.gpx"), "");
        Path file = Files.writeString(directory.resolve("p.yaml"), yaml);
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> ProfileFile.read(file))
                .withMessage(message, file, directory);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "identity: 5 | %s:1: identity: expected keys and values",
                "[a] | %s:1: expected keys and values",
                "sim: {pin: [1]} | %s:1: sim.pin: expected a text",
                "sim: {pin: 123} | %s:1: sim: a PIN is not 4 to 8 digits",
                "network: {rssi: high} | %s:1: network.rssi: expected a number",
                "network: {rssi: 32} | %s:1: network: rssi is neither 0-31 nor 99: 32",
                "gps: {tack: x} | %s: there is no gps.tack; there are track, loop, coldStart, hotStart",
                "settings: {a: b} | %s:1: settings: expected a list",
                "settings: [{command: +X}] | %s:1: settings[0]: a setting needs a command and fields",
                "settings: [{command: +X, fields: [{name: <n>, min: 0}]}] | %s:1: settings[0].fields[0]:"
                        + " a field needs a name, and min and max or maxLength",
                "settings: [{command: +X, fields: [{name: <n>, min: 0, max: 9, initial: x}]}] | %s:1:"
                        + " settings[0].fields[0]: initial of <n> is no number: x",
                "replies: [{lines: x}] | %s:1: replies[0].lines: expected a list",
                "replies: [{error: true}] | %s:1: replies[0]: a reply needs a line",
            })
    void whatIsWrongIsNamedByItsKeyAndNotInJavasWords(String yaml, String message) throws IOException {
        Path file = Files.writeString(directory.resolve("p.yaml"), yaml);
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> ProfileFile.read(file))
                .withMessage(message, file);
    }
}
