package io.github.sim52xx.cli.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.world.Intervention;
import io.github.sim52xx.cli.world.Witness;
import io.github.sim52xx.modem.ManualTime;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is written down, and in which order. */
class RecordingTest {

    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Recording recording = new Recording(out, time, () -> List.of("# at " + time.now()), Set.of("pwd"));

    @Test
    void theHeadIsMadeWhenTheFirstStepComes() {
        recording.attached(1);
        time.advance(Duration.ofMinutes(5));
        says("AT\r");
        assertThat(written()).isEqualTo("# at 1970-01-01T00:05:00Z\n\n> AT\n");
    }

    @Test
    void aRecordingThatStartsAtOnceHasThePauseBeforeTheFirstStep() {
        recording.start();
        time.advance(Duration.ofMinutes(1));
        says("AT\r");
        assertThat(written()).isEqualTo("# at 1970-01-01T00:00:00Z\n\nwait 60s\n> AT\n");
    }

    @Test
    void whatIsDoneToTheWorldStandsBeforeWhatComesOfIt() throws Exception {
        says("AT\r");
        hears("\r\nOK\r\n");
        time.advance(Duration.ofMillis(1500));
        Witness witness = recording.witness();
        witness.begins(Intervention.parse("radio registration denied"));
        hears("\r\n+CREG: 3\r\n");
        witness.ended(true);
        witness.begins(Intervention.parse("card pull"));
        witness.ended(true);
        assertThat(steps())
                .containsExactly(
                        "> AT", "< OK", "wait 1500ms", "ctl radio registration denied", "< +CREG: 3", "ctl card pull");
    }

    @Test
    void whatTurnedOutToBeImpossibleIsNotWritten() throws Exception {
        says("AT\r");
        Witness witness = recording.witness();
        witness.begins(Intervention.parse("card insert"));
        witness.ended(false);
        hears("\r\nOK\r\n");
        assertThat(steps()).containsExactly("> AT", "< OK");
    }

    @Test
    void bytesThatComeLateAreWaitedFor() {
        says("AT+CRXFILE=\"C:/x\"\r");
        hears("\r\nOK\r\n");
        time.advance(Duration.ofSeconds(10));
        hears("C");
        says("\u0001\u0002");
        says("AT\r");
        assertThat(steps())
                .containsExactly("> AT+CRXFILE=\"C:/x\"", "< OK", "wait 10s", "<! C", ">! \\x01\\x02", "> AT");
    }

    @Test
    void shortPausesAreOwed() {
        for (int i = 0; i < 25; i++) {
            says("AT\r");
            hears("\r\nOK\r\n");
            time.advance(Duration.ofMillis(400));
        }
        says("AT\r");
        assertThat(steps().stream().filter(step -> step.startsWith("wait"))).containsExactly("wait 10s");
    }

    @Test
    void whatTheModemCallsByItsClockGetsAName() {
        says("AT+POP3GET=1\r");
        hears("\r\nOK\r\n\r\n+POP3: SUCCESS\r\nC:/Email/100202110457/, EMAIL100202110457.TXT\r\n");
        says("AT+FSCD=C:/Email/100202110457\r");
        hears("\r\n+FSCD: C:/Email/100202110457/\r\n\r\nOK\r\n");
        assertThat(steps())
                .containsSequence(
                        "</ C:/Email/(?<stamp1>\\d{12})/, EMAIL\\d{12}\\.TXT",
                        "> AT+FSCD=C:/Email/${stamp1}",
                        "< +FSCD: C:/Email/${stamp1}/");
    }

    @Test
    void portsOfClientsAndEchoesVary() {
        says("AT\r");
        hears("\r\n+CLIENT: 0,0,127.0.0.1:53236\r\n\r\nRECV FROM:127.0.0.1:7001\r\n");
        hears("\r\n+CPING: 1,127.0.0.1,64,3,255\r\n\r\n+CPING: 3,2,2,0,1,12,6\r\n");
        assertThat(steps())
                .containsExactly(
                        "> AT",
                        "</ \\+CLIENT: 0,0,127\\.0\\.0\\.1:\\d\\d\\d\\d\\d",
                        "< RECV FROM:127.0.0.1:7001",
                        "</ \\+CPING: 1,127\\.0\\.0\\.1,64,\\d+,255",
                        "</ \\+CPING: 3,2,2,0,\\d+,\\d+,\\d+");
    }

    @Test
    void whatGoesThroughAConnectionIsBytes() {
        says("ATO\r");
        hears("\r\nCONNECT 115200\r\n");
        says("AT\r\n");
        hears("AT\r\n");
        time.advance(Duration.ofSeconds(2));
        says("+++");
        time.advance(Duration.ofSeconds(1));
        hears("\r\nOK\r\n");
        says("AT\r");
        assertThat(steps())
                .containsExactly(
                        "> ATO",
                        "< CONNECT 115200",
                        ">! AT\\r\\n",
                        "<! AT\\r\\n",
                        "wait 2000ms",
                        ">! +++",
                        "<~ 2s OK",
                        "> AT");
    }

    @Test
    void whatComesWhenItHasEndedIsNobodysBusiness() {
        recording.attached(1);
        recording.attached(2);
        recording.attached(3);
        recording.gone(2);
        says("AT\r");
        recording.gone(3);
        recording.close();
        assertThat(steps()).containsExactly("> AT", "gone 3", "gone");
    }

    @Test
    void aPasswordThatEverybodyKnowsIsWritten() {
        says("AT+SMTPAUTH=1,\"un\",\"pwd\"\r");
        says("AT+SMTPAUTH=1,\"un\",\"mine\"\r");
        assertThat(steps())
                .containsExactly("> AT+SMTPAUTH=1,\"un\",\"pwd\"", "> AT+SMTPAUTH=1,\"un\",\"${PASSWORD_1}\"");
    }

    private void says(String bytes) {
        recording.sent(1, bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void hears(String bytes) {
        recording.came(1, bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Without the head. */
    private List<String> steps() {
        return written().lines().skip(2).toList();
    }
}
