package io.github.sim52xx.fs.command;

import static io.github.sim52xx.fs.command.Xmodem.ACK;
import static io.github.sim52xx.fs.command.Xmodem.CAN;
import static io.github.sim52xx.fs.command.Xmodem.CANCEL;
import static io.github.sim52xx.fs.command.Xmodem.EOT;
import static io.github.sim52xx.fs.command.Xmodem.NAK;
import static io.github.sim52xx.fs.command.Xmodem.crcBlock;
import static io.github.sim52xx.fs.command.Xmodem.sumBlock;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.testing.AtDialogue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** +CTXFILE against a peer that does what the test says, on manual time (manual 15.1). */
class XmodemSendTest {

    private static final String OK = "\r\nOK\r\n";
    private static final String C = "C";

    private final StorageModem device = new StorageModem(Firmware.V2010);
    private final AtDialogue dte = device.dte();

    @Test
    void aReceiverThatAsksWithCGetsACrc() {
        start("x".repeat(128) + "y".repeat(128) + "z", "");
        assertThat(answer(C)).isEqualTo(crcBlock(1, "x".repeat(128)));
        assertThat(answer(ACK)).isEqualTo(crcBlock(2, "y".repeat(128)));
        assertThat(answer(ACK)).isEqualTo(crcBlock(3, "z"));
        assertThat(answer(ACK)).isEqualTo(EOT);
        assertThat(answer(ACK)).isEmpty();
        assertBackInCommandMode();
        assertThat(device.events()).isEmpty();
    }

    @Test
    void aReceiverThatAsksWithNakGetsAChecksum() {
        start("\u00ff".repeat(128), "");
        assertThat(answer(NAK)).isEqualTo(sumBlock(1, "\u00ff".repeat(128)));
        assertThat(answer(ACK)).isEqualTo(EOT);
        assertThat(answer(ACK)).isEmpty();
        assertBackInCommandMode();
    }

    @Test
    void longBlocksAreSentWhereTheyDoNotWaste() {
        start("x".repeat(1024) + "y".repeat(897), ",0,1");
        assertThat(answer(C)).isEqualTo(crcBlock(1, "x".repeat(1024)));
        assertThat(answer(ACK)).isEqualTo(crcBlock(2, "y".repeat(897)));
        assertThat(answer(ACK)).isEqualTo(EOT);
        answer(ACK);
        dte.line("AT+FSDEL=a");
        start("x".repeat(896), ",0,1");
        assertThat(answer(C)).isEqualTo(crcBlock(1, "x".repeat(128)));
    }

    @Test
    void whoAsksWithNakDoesNotKnowLongBlocks() {
        start("x".repeat(2000), ",,1");
        assertThat(answer(NAK)).isEqualTo(sumBlock(1, "x".repeat(128)));
    }

    @Test
    void anEmptyFileIsAnEnd() {
        start("", "");
        assertThat(answer(C)).isEqualTo(EOT);
        assertThat(answer(ACK)).isEmpty();
        assertBackInCommandMode();
    }

    @Test
    void theNumberOfABlockGoesRound() {
        start("x".repeat(128 * 300), "");
        String request = C;
        for (int i = 1; i <= 300; i++) {
            assertThat(answer(request)).isEqualTo(crcBlock(i, "x".repeat(128)));
            request = ACK;
        }
        assertThat(answer(ACK)).isEqualTo(EOT);
    }

    @Test
    void whatIsRefusedIsSentAgain() {
        start("x", "");
        String block = crcBlock(1, "x");
        assertThat(answer("\r\nAT\r\n" + C)).isEqualTo(block);
        assertThat(answer(C)).isEqualTo(block);
        assertThat(answer(NAK)).isEqualTo(block);
        assertThat(after(10)).isEqualTo(block);
        assertThat(answer("?")).isEmpty();
        assertThat(answer(ACK)).isEqualTo(EOT);
        assertThat(answer(NAK)).isEqualTo(EOT);
        assertThat(after(10)).isEqualTo(EOT);
        assertThat(answer(ACK)).isEmpty();
        assertBackInCommandMode();
    }

    @Test
    void whatHasQueuedUpIsOneRequest() {
        start("x".repeat(128) + "y", "");
        assertThat(answer(C + C + C)).isEqualTo(crcBlock(1, "x".repeat(128)));
        assertThat(answer(ACK + ACK)).isEqualTo(crcBlock(2, "y"));
        assertThat(answer(C)).isEmpty();
        assertThat(answer(ACK)).isEqualTo(EOT);
    }

    @Test
    void theNextLineMayFollowAtOnce() {
        start("x", "");
        answer(C);
        answer(ACK);
        assertThat(dte.type(ACK + "AT\r")).isEqualTo(OK);
    }

    @Test
    void aLineIsAsGoodAsTheLastAck() {
        start("x", "");
        answer(C);
        assertThat(answer(ACK)).isEqualTo(EOT);
        assertThat(dte.type("AT\r")).isEqualTo(OK);
        assertThat(device.events()).isEmpty();
    }

    @Test
    void anEotWithoutAnyAnswerIsRepeatedTenTimes() {
        start("x", "");
        answer(C);
        answer(ACK);
        assertThat(after(101)).isEqualTo(EOT.repeat(10));
        device.pass(10);
        assertBackInCommandMode();
        assertThat(device.events()).isEmpty();
    }

    @Test
    void tooManyRefusalsCancel() {
        start("x", "");
        answer(C);
        for (int i = 0; i < 10; i++) {
            assertThat(answer(NAK)).isEqualTo(crcBlock(1, "x"));
        }
        assertThat(answer(NAK)).isEqualTo(CANCEL);
        assertBackInCommandMode();
        assertThat(device.events())
                .containsExactly("Xmodem: C:/a has not been sent: the DTE has fallen silent or takes no block");
    }

    @Test
    void aHostThatFallsSilentIsGivenUp() {
        start("x", "");
        answer(C);
        assertThat(after(101)).isEqualTo(crcBlock(1, "x").repeat(10));
        assertThat(after(10)).isEqualTo(CANCEL);
        assertBackInCommandMode();
    }

    @Test
    void aHostThatNeverBeginsIsGivenUp() {
        start("x", "");
        device.pass(59);
        assertThat(dte.type("AT\r")).isEmpty();
        device.pass(1);
        assertThat(dte.taken()).isEqualTo(CANCEL);
        assertBackInCommandMode();
    }

    @Test
    void theDteCancels() {
        start("x", "");
        assertThat(answer(CANCEL)).isEmpty();
        assertBackInCommandMode();
        dte.type("AT+CTXFILE=\"a\"\r");
        answer(C);
        assertThat(answer(CAN)).isEmpty();
        assertThat(dte.type(CAN.repeat(9) + "\b".repeat(10) + "AT\r")).isEqualTo(OK);
        dte.type("AT+CTXFILE=\"a\"\r");
        answer(C);
        answer(ACK);
        assertThat(answer(CANCEL)).isEmpty();
        device.pass(1);
        assertBackInCommandMode();
    }

    @Test
    void aPulledCardCancels() {
        device.put("D:/b", "x".repeat(200));
        dte.type("AT+CTXFILE=\"D:/b\"\r");
        answer(C);
        device.modem().execute(() -> device.storage().removeCard());
        assertThat(answer(ACK)).isEqualTo(CANCEL);
        assertBackInCommandMode();
        assertThat(device.events()).containsExactly("Xmodem: D:/b has not been sent: SD CARD NOT PLUGGED IN");
    }

    @Test
    void nothingIsSentAnyMoreWhenTheTerminalOrThePowerGoes() {
        start("x", "");
        answer(C);
        device.modem().execute(() -> device.modem().power().restart());
        device.pass(200);
        assertThat(dte.taken()).doesNotContain("x").doesNotContain(CAN);
        AtDialogue leaving = AtDialogue.quiet(device.modem());
        leaving.type("AT+CTXFILE=\"a\"\rC");
        leaving.taken();
        leaving.hangUp();
        device.pass(200);
        assertThat(leaving.taken()).isEmpty();
    }

    @Test
    void nothingIsEchoed() {
        device.put("C:/a", "\u0018\u001a");
        AtDialogue echoing = AtDialogue.on(device.modem());
        echoing.type("AT+CTXFILE=\"a\"\r");
        echoing.type(C);
        device.turn();
        assertThat(echoing.taken()).isEqualTo(crcBlock(1, "\u0018\u001a"));
        echoing.type(ACK);
        device.turn();
        assertThat(echoing.taken()).isEqualTo(EOT);
        assertThat(echoing.type(ACK + "AT\r")).isEqualTo("AT\r\r\nOK\r\n");
    }

    /** What comes back, after a moment. */
    private String answer(String bytes) {
        String atOnce = dte.type(bytes);
        device.turn();
        return atOnce + dte.taken();
    }

    private String after(int seconds) {
        device.pass(seconds);
        device.turn();
        return dte.taken();
    }

    private void start(String content, String parameters) {
        device.put("C:/a", content.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(dte.type("AT+CTXFILE=\"a\"" + parameters + "\r")).isEqualTo(OK);
    }

    private void assertBackInCommandMode() {
        assertThat(dte.type("AT\r")).isEqualTo(OK);
    }
}
