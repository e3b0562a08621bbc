package io.github.sim52xx.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.gps.Position;
import io.github.sim52xx.gps.Reception;
import io.github.sim52xx.gps.Track;
import io.github.sim52xx.modem.Conflicts;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.modem.Profile;
import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When there is a fix, and where (SIM5320 manual 21). */
class GpsReceiverTest {

    private static final String NO_FIX = "+CGPSINFO:,,,,,,,,";
    private static final List<CommandSet<Modem>> NO_MORE = List.of();
    private static final Profile MOVING = new Profile(
            null,
            null,
            null,
            null,
            null,
            new Reception(
                    new Track(
                            Map.of(
                                    Duration.ZERO,
                                    Position.at(31, 121, 10),
                                    Duration.ofSeconds(60),
                                    Position.at(31.01, 121, 70)),
                            false),
                    Duration.ofSeconds(35),
                    Duration.ofSeconds(1)));

    private final Map<String, String> memory = new HashMap<>();
    private TestModem device = modem();
    private AtDialogue dte = AtDialogue.quiet(device.modem());

    @Test
    void theTrackBeginsWithTheFirstFix() {
        dte.line("AT+CGPS=1");
        device.time().advance(Duration.ofSeconds(34));
        assertThat(dte.line("AT+CGPSINFO")).containsExactly(NO_FIX, "OK");
        device.time().advance(Duration.ofSeconds(1));
        assertThat(dte.line("AT+CGPSINFO"))
                .containsExactly(
                        "+CGPSINFO:3100.000000,N,12100.000000,E,020210,030532.0,10.0,36.0,0.0",
                        "AmpI/AmpQ: 421/423",
                        "OK");
        device.time().advance(Duration.ofSeconds(30));
        assertThat(dte.line("AT+CGPSINFO"))
                .contains("+CGPSINFO:3100.300000,N,12100.000000,E,020210,030602.0,40.0,36.0,0.0");
        device.time().advance(Duration.ofHours(1));
        assertThat(dte.line("AT+CGPSINFO"))
                .contains("+CGPSINFO:3100.600000,N,12100.000000,E,020210,040602.0,70.0,0.0,0");
    }

    @Test
    void anXtraFileIsGoneWithThePowerAndDownloadsToo() {
        dte.line("AT+CGPSXE=1");
        dte.line("AT+CGPSXD=0");
        device.time().advance(Duration.ofSeconds(3));
        assertThat(dte.takenLines()).containsExactly("+CGPSXD: 0");
        dte.line("AT+CGPSXD=2");
        dte.line("AT+CRESET");
        device.time().advance(Duration.ofSeconds(10));
        assertThat(dte.takenLines()).doesNotContain("+CGPSXD: 0");
        dte.line("ATE0");
        dte.line("AT+CGPS=1");
        device.time().advance(Duration.ofSeconds(34));
        assertThat(dte.line("AT+CGPSINFO")).containsExactly(NO_FIX, "OK");
    }

    @Test
    void theSecondStartIsHotUnlessTheSkyIsForgotten() {
        fix();
        stop();
        dte.line("AT+CGPS=1");
        device.time().advance(Duration.ofSeconds(1));
        assertThat(dte.line("AT+CGPSINFO").get(0)).startsWith("+CGPSINFO:3100.0");
        assertThat(dte.line("AT+CGPSDEL")).containsExactly("ERROR");
        stop();
        assertThat(dte.line("AT+CGPSDEL")).containsExactly("OK");
        dte.line("AT+CGPS=1");
        device.time().advance(Duration.ofSeconds(1));
        assertThat(dte.line("AT+CGPSINFO")).contains(NO_FIX);
        stop();
        dte.line("AT+CGPSHOT");
        device.time().advance(Duration.ofSeconds(1));
        assertThat(dte.line("AT+CGPSINFO").get(0)).startsWith("+CGPSINFO:3100.0");
        stop();
        dte.line("AT+CGPSCOLD");
        device.time().advance(Duration.ofSeconds(1));
        assertThat(dte.line("AT+CGPSINFO")).contains(NO_FIX);
    }

    @Test
    void stoppedWhileItSearchesThereIsNoFixAfterwards() {
        dte.line("AT+CGPS=1");
        device.time().advance(Duration.ofSeconds(34));
        stop();
        device.time().advance(Duration.ofSeconds(60));
        assertThat(dte.line("AT+CGPSINFO")).containsExactly(NO_FIX, "OK");
    }

    @Test
    void theNetworkFindsThePositionOnlyWithItsServer() {
        dte.line("AT+CGPS=1,3");
        device.time().advance(Duration.ofSeconds(60));
        assertThat(dte.takenLines()).isEmpty();
        stop();
        dte.line("AT+CGPSURL=\"agps.server.com:7275\"");
        dte.line("AT+CGPS=1,3");
        device.time().advance(Duration.ofSeconds(35));
        assertThat(dte.takenLines()).containsExactly("+CAGPSINFO:3100000000,12100000000,10.0,02022010,030634.0");
        device.time().advance(Duration.ofSeconds(60));
        assertThat(dte.takenLines()).isEmpty();
        assertThat(dte.line("AT+CGPS?")).contains("+CGPS: 1,3");
    }

    @Test
    void onlyWhatTheEngineMakesIsReported() {
        dte.line("AT+CGPSNMEA=2");
        fix();
        assertThat(dte.line("AT+CGPSNMEA=31")).containsExactly("ERROR");
        dte.line("AT+CGPSINFOCFG=10,31");
        dte.line("AT+CGPSFTM=1");
        device.time().advance(Duration.ofSeconds(10));
        assertThat(dte.takenLines()).hasSize(1).first().asString().startsWith("$GPRMC,030542.0,A,3100.1");
        stop();
        device.time().advance(Duration.ofSeconds(10));
        assertThat(dte.takenLines()).isEmpty();
    }

    @Test
    void testModeEndsWithTheFactorySettings() {
        fix();
        dte.line("AT+CGPSFTM=1");
        device.time().advance(Duration.ofSeconds(2));
        assertThat(dte.takenLines()).hasSize(2).allMatch(line -> line.startsWith("$GPGSV,3,36.0,6,45.0"));
        dte.line("AT&F");
        device.time().advance(Duration.ofSeconds(2));
        assertThat(dte.takenLines()).isEmpty();
    }

    @Test
    void powerOffEndsAllAndTheNextStartIsCold() {
        fix();
        dte.line("AT+CGPSINFO=1");
        device.modem().execute(() -> device.modem().power().restart());
        device.time().advance(Duration.ofSeconds(10));
        dte.taken();
        assertThat(dte.line("AT+CGPS?")).contains("+CGPS: 0,1");
        assertThat(dte.line("AT+CGPSINFO?")).contains("+CGPSINFO: 0");
        dte.line("AT+CGPS=1");
        device.time().advance(Duration.ofSeconds(34));
        assertThat(dte.line("AT+CGPSINFO")).contains(NO_FIX);
    }

    @Test
    void startsByItselfAtPowerOn() {
        dte.line("AT+CGPSAUTO=1");
        assertThat(dte.line("AT+CGPS?")).contains("+CGPS: 0,1");
        device.modem().execute(() -> device.modem().power().restart());
        device.time().advance(Duration.ofSeconds(10));
        assertThat(dte.line("AT+CGPS?")).contains("+CGPS: 1,1");
        device = modem();
        dte = AtDialogue.quiet(device.modem());
        device.time().advance(Duration.ofSeconds(35));
        assertThat(dte.line("AT+CGPSINFO").get(0)).startsWith("+CGPSINFO:3100.000000,N");
        assertThat(device.modem().part(Conflicts.class).forbid(Conflicts.Service.SMTP))
                .isTrue();
    }

    private void fix() {
        dte.line("AT+CGPS=1");
        device.time().advance(Duration.ofSeconds(35));
    }

    private void stop() {
        dte.line("AT+CGPS=0");
        device.time().advance(Duration.ofSeconds(2));
        assertThat(dte.takenLines()).containsExactly("+CGPS: 0");
    }

    private TestModem modem() {
        NonVolatile.Medium medium = new NonVolatile.Medium() {
            @Override
            public Map<String, String> load() {
                return memory;
            }

            @Override
            public void keep(Map<String, String> texts) {
                memory.clear();
                memory.putAll(texts);
            }
        };
        return new TestModem(medium, NO_MORE, blueprint -> blueprint.profile(MOVING));
    }
}
