package io.github.sim52xx.fs.command;

import static io.github.sim52xx.fs.command.Xmodem.ACK;
import static io.github.sim52xx.fs.command.Xmodem.CAN;
import static io.github.sim52xx.fs.command.Xmodem.CANCEL;
import static io.github.sim52xx.fs.command.Xmodem.EOT;
import static io.github.sim52xx.fs.command.Xmodem.ETB;
import static io.github.sim52xx.fs.command.Xmodem.NAK;
import static io.github.sim52xx.fs.command.Xmodem.crcBlock;
import static io.github.sim52xx.fs.command.Xmodem.padded;
import static io.github.sim52xx.fs.command.Xmodem.sumBlock;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.testing.AtDialogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** +CRXFILE against a peer that does what the test says, on manual time (manual 15.2). */
class XmodemReceiveTest {

    private static final String OK = "\r\nOK\r\n";

    private final StorageModem device = new StorageModem(Firmware.V2010);
    private final AtDialogue dte = device.dte();

    @Test
    void aFileComesInBlocksOfBothSizes() throws IOException {
        start("C:/a");
        String all = IntStream.range(0, 256).mapToObj(Character::toString).collect(Collectors.joining());
        assertThat(dte.type(crcBlock(1, all.substring(0, 128)))).isEqualTo(ACK);
        assertThat(dte.type(crcBlock(2, all.repeat(4)))).isEqualTo(ACK);
        assertThat(dte.type(crcBlock(3, "end"))).isEqualTo(ACK);
        assertThat(device.files("C:/")).isEmpty();
        assertThat(dte.type(EOT)).isEqualTo(ACK);
        assertThat(content("C:/a")).isEqualTo(all.substring(0, 128) + all.repeat(4) + padded("end"));
        assertBackInCommandMode();
        assertThat(device.events()).isEmpty();
    }

    @Test
    void theDteHasTimeToPrepare() {
        dte.line("AT+CMWAIT=5");
        assertThat(dte.type("AT+CRXFILE=\"a\"\r\n")).isEqualTo(OK);
        device.pass(4);
        assertThat(dte.type("AT\r\u0001\u0001\u00fe")).isEmpty();
        device.pass(1);
        assertThat(dte.taken()).isEqualTo("C");
        dte.type(CANCEL);
        dte.line("AT+CMWAIT=0");
        dte.type("AT+CRXFILE=\"a\"\r");
        device.pass(0);
        assertThat(dte.taken()).endsWith("C");
        dte.type(CANCEL);
        dte.line("AT+CMWAIT");
        dte.type("AT+CRXFILE=\"a\"\r");
        device.pass(9);
        assertThat(dte.taken()).isEmpty();
        device.pass(1);
        assertThat(dte.taken()).isEqualTo("C");
    }

    @Test
    void askingEndsAfterTenRequests() {
        start("a");
        device.pass(9);
        assertThat(dte.taken()).isEqualTo("CCC");
        device.pass(3);
        assertThat(dte.taken()).isEqualTo(NAK);
        device.pass(50);
        assertThat(dte.taken()).isEqualTo(NAK.repeat(5));
        device.pass(10);
        assertThat(dte.taken()).isEqualTo(CANCEL);
        assertNoFile();
        assertThat(device.events())
                .containsExactly("Xmodem: C:/a has not been received: the DTE has not begun to send");
    }

    @Test
    void aSenderThatKnowsNoCrcIsAskedForChecksums() throws IOException {
        start("a");
        device.pass(12);
        assertThat(dte.taken()).endsWith(NAK);
        assertThat(dte.type(sumBlock(1, "one"))).isEqualTo(ACK);
        assertThat(dte.type(sumBlock(2, "two".repeat(100)))).isEqualTo(ACK);
        assertThat(dte.type(EOT)).isEqualTo(ACK);
        assertThat(content("C:/a")).isEqualTo(padded("one") + padded("two".repeat(100)));
    }

    @Test
    void theNumberOfABlockGoesRound() throws IOException {
        start("a");
        for (int i = 1; i <= 600; i++) {
            assertThat(dte.type(crcBlock(i, "block " + i))).isEqualTo(ACK);
        }
        dte.type(EOT);
        assertThat(content("C:/a")).hasSize(600 * 128).endsWith(padded("block 600"));
    }

    @Test
    void blocksComeInPieces() throws IOException {
        start("a");
        String answers = "";
        for (char c : (crcBlock(1, "x") + crcBlock(2, "y".repeat(500)) + EOT).toCharArray()) {
            answers += dte.type(String.valueOf(c));
        }
        assertThat(answers).isEqualTo(ACK + ACK + ACK);
        assertThat(content("C:/a")).isEqualTo(padded("x") + padded("y".repeat(500)));
    }

    @Test
    void aDamagedBlockIsWaitedOutAndAskedForAgain() throws IOException {
        start("a");
        dte.type(crcBlock(1, "one"));
        assertThat(dte.type(damaged(crcBlock(2, "two")))).isEmpty();
        assertThat(dte.type(crcBlock(2, "two"))).isEmpty();
        device.pass(1);
        assertThat(dte.taken()).isEqualTo(NAK);
        String wrongComplement = crcBlock(2, "two");
        dte.type("\u0001\u0002\u0002" + wrongComplement.substring(3));
        device.pass(1);
        assertThat(dte.taken()).isEqualTo(NAK);
        assertThat(dte.type("?" + crcBlock(2, "two"))).isEmpty();
        device.pass(1);
        assertThat(dte.taken()).isEqualTo(NAK);
        assertThat(dte.type(crcBlock(2, "two").substring(0, 50))).isEmpty();
        device.pass(3);
        assertThat(dte.taken()).isEqualTo(NAK);
        assertThat(dte.type(crcBlock(2, "two"))).isEqualTo(ACK);
        dte.type(EOT);
        assertThat(content("C:/a")).isEqualTo(padded("one") + padded("two"));
    }

    @Test
    void tooManyDamagedBlocksCancel() {
        start("a");
        for (int i = 0; i < 10; i++) {
            dte.type(damaged(crcBlock(1, "one")));
            device.pass(1);
            assertThat(dte.taken()).isEqualTo(NAK);
        }
        dte.type(damaged(crcBlock(1, "one")));
        device.pass(1);
        assertThat(dte.taken()).isEqualTo(CANCEL);
        assertNoFile();
    }

    @Test
    void errorsAreCountedAnewWithEveryBlock() {
        start("a");
        for (int i = 1; i <= 30; i++) {
            dte.type(damaged(crcBlock(i, "x")));
            device.pass(1);
            assertThat(dte.taken()).isEqualTo(NAK);
            assertThat(dte.type(crcBlock(i, "x"))).isEqualTo(ACK);
        }
        assertThat(dte.type(EOT)).isEqualTo(ACK);
    }

    @Test
    void aBlockThatComesTwiceIsAcknowledgedTwiceAndWrittenOnce() throws IOException {
        start("a");
        assertThat(dte.type(crcBlock(1, "one"))).isEqualTo(ACK);
        assertThat(dte.type(crcBlock(1, "one"))).isEqualTo(ACK);
        assertThat(dte.type(crcBlock(2, "two"))).isEqualTo(ACK);
        assertThat(dte.type(crcBlock(2, "two"))).isEqualTo(ACK);
        dte.type(EOT);
        assertThat(content("C:/a")).isEqualTo(padded("one") + padded("two"));
    }

    @Test
    void theSameBlockForEverCancels() {
        start("a");
        dte.type(crcBlock(1, "one"));
        for (int i = 0; i < 10; i++) {
            assertThat(dte.type(crcBlock(1, "one"))).isEqualTo(ACK);
        }
        assertThat(dte.type(crcBlock(1, "one"))).isEqualTo(CANCEL);
        assertNoFile();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 255})
    void aSequenceThatDoesNotBeginWithOneCancels(int number) {
        start("a");
        assertThat(dte.type(crcBlock(number, "x"))).isEqualTo(CANCEL);
        assertNoFile();
    }

    @Test
    void aGapCancels() {
        start("a");
        dte.type(crcBlock(1, "x"));
        assertThat(dte.type(crcBlock(3, "x"))).isEqualTo(CANCEL);
        assertNoFile();
        assertThat(device.events()).containsExactly("Xmodem: C:/a has not been received: block 3 instead of 2");
    }

    @Test
    void theDteCancels() {
        start("a");
        assertThat(dte.type(CANCEL)).isEmpty();
        assertNoFile();
        start("a");
        dte.type(crcBlock(1, "x"));
        assertThat(dte.type(CAN)).isEmpty();
        assertThat(dte.type(crcBlock(2, "x"))).isEqualTo(ACK);
        assertThat(dte.type(CAN + CAN.repeat(8) + "\b".repeat(10))).isEmpty();
        assertNoFile();
    }

    @Test
    void aDteThatCancelsInTheMidstOfABlockFallsSilent() {
        start("a");
        dte.type(crcBlock(1, "x"));
        dte.type(crcBlock(2, "x").substring(0, 70) + CAN.repeat(8) + "\b".repeat(10));
        device.pass(3);
        assertThat(dte.taken()).isEmpty();
        assertNoFile();
        start("a");
        dte.type(damaged(crcBlock(1, "x")) + CAN.repeat(8) + "\b".repeat(10));
        device.pass(1);
        assertThat(dte.taken()).isEmpty();
        assertNoFile();
    }

    @Test
    void cansInTheDataAreData() throws IOException {
        start("a");
        String data = CAN.repeat(128);
        assertThat(dte.type(crcBlock(1, data))).isEqualTo(ACK);
        assertThat(dte.type(CAN + crcBlock(2, data))).isEqualTo(ACK);
        dte.type(EOT);
        assertThat(content("C:/a")).isEqualTo(data + data);
    }

    @Test
    void aHostThatFallsSilentIsGivenUp() {
        start("a");
        dte.type(crcBlock(1, "x"));
        device.pass(100);
        assertThat(dte.taken()).isEqualTo(NAK.repeat(10));
        device.pass(10);
        assertThat(dte.taken()).isEqualTo(CANCEL);
        assertNoFile();
    }

    @Test
    void noiseWithoutAnEndIsGivenUp() {
        start("a");
        dte.type(crcBlock(1, "x"));
        String answers = "";
        for (int i = 0; i < 20; i++) {
            answers += dte.type("?".repeat(1024));
        }
        assertThat(answers).isEqualTo(CANCEL);
        assertNoFile();
    }

    @Test
    void anEmptyFileHasNoBlock() throws IOException {
        start("a");
        assertThat(dte.type(EOT)).isEqualTo(ACK);
        assertThat(content("C:/a")).isEmpty();
    }

    @Test
    void anEtbIsAcknowledgedButNotWaitedFor() {
        start("a");
        assertThat(dte.type(EOT)).isEqualTo(ACK);
        assertThat(device.files("C:/")).containsExactly("a");
        assertThat(dte.type(ETB)).isEqualTo(ACK);
        assertThat(dte.type("AT\r")).isEqualTo(OK);
        start("b");
        assertThat(dte.type(EOT + "AT\r")).isEqualTo(ACK + OK);
        start("c");
        assertThat(dte.type(EOT)).isEqualTo(ACK);
        assertThat(dte.type("AT\r")).isEqualTo(OK);
    }

    @Test
    void someSendersPutANulBehindEveryBlock() throws IOException {
        start("a");
        assertThat(dte.type(crcBlock(1, "one") + "\0")).isEqualTo(ACK);
        assertThat(dte.type(crcBlock(2, "two"))).isEqualTo(ACK);
        assertThat(dte.type("\0")).isEmpty();
        assertThat(dte.type(EOT)).isEqualTo(ACK);
        assertThat(content("C:/a")).isEqualTo(padded("one") + padded("two"));
    }

    @Test
    void aFullVolumeCancels() {
        device.put("C:/large", new byte[(1 << 20) - 4096]);
        start("a");
        for (int i = 1; i <= 4; i++) {
            assertThat(dte.type(crcBlock(i, "x".repeat(1000)))).isEqualTo(ACK);
        }
        assertThat(dte.type(crcBlock(5, "x"))).isEqualTo(CANCEL);
        assertBackInCommandMode();
        assertThat(device.files("C:/")).containsExactly("large");
        assertThat(dte.line("AT+FSMEM")).first().asString().startsWith("+FSMEM: C:(1048576, 1044480)");
    }

    @Test
    void aPulledCardCancels() {
        start("D:/a");
        dte.type(crcBlock(1, "x"));
        device.modem().execute(() -> device.storage().removeCard());
        assertThat(dte.type(crcBlock(2, "x"))).isEqualTo(CANCEL);
        device.modem().execute(() -> device.storage().insertCard());
        assertThat(device.files("D:/")).isEmpty();
        assertBackInCommandMode();
        start("D:/a");
        dte.type(crcBlock(1, "x"));
        device.modem().execute(() -> device.storage().removeCard());
        assertThat(dte.type(EOT)).isEqualTo(CANCEL);
        device.modem().execute(() -> device.storage().insertCard());
        assertThat(device.files("D:/")).isEmpty();
    }

    @Test
    void aNameThatIsTakenMeanwhileCancels() throws IOException {
        start("a");
        dte.type(crcBlock(1, "x"));
        device.put("C:/a", "other");
        assertThat(dte.type(EOT)).isEqualTo(CANCEL);
        assertThat(content("C:/a")).isEqualTo("other");
        assertBackInCommandMode();
    }

    @Test
    void nothingIsLeftWhenTheTerminalOrThePowerGoes() {
        AtDialogue leaving = AtDialogue.quiet(device.modem());
        startOn(leaving, "a");
        leaving.type(crcBlock(1, "x"));
        leaving.hangUp();
        AtDialogue closing = AtDialogue.quiet(device.modem());
        startOn(closing, "a");
        closing.type(crcBlock(1, "x"));
        closing.endInput();
        assertThat(closing.isClosed()).isTrue();
        start("a");
        dte.type(crcBlock(1, "x"));
        device.modem().execute(() -> device.modem().power().restart());
        device.pass(200);
        assertThat(dte.taken()).doesNotContain(NAK).doesNotContain(CAN);
        dte.line("ATE0");
        assertThat(dte.line("AT+FSLS=2")).containsExactly("OK");
        assertThat(dte.line("AT+FSMEM")).first().asString().startsWith("+FSMEM: C:(1048576, 0)");
    }

    @Test
    void nothingIsEchoedAndCodesWait() {
        AtDialogue echoing = AtDialogue.on(device.modem());
        echoing.type("AT+CRXFILE=\"a\"\r");
        device.pass(10);
        assertThat(echoing.taken()).isEqualTo("C");
        device.modem().execute(() -> device.modem().terminals().unsolicited("+TEST: 1"));
        String telnet = "\u00ff\u00fb\u0001\u00ff\u00ff";
        assertThat(echoing.type(crcBlock(1, telnet))).isEqualTo(ACK);
        assertThat(echoing.type(EOT)).isEqualTo(ACK);
        device.pass(1);
        assertThat(echoing.taken()).isEqualTo("\r\n+TEST: 1\r\n");
        assertThat(echoing.type("AT\r")).isEqualTo("AT\r\r\nOK\r\n");
    }

    private void start(String name) {
        startOn(dte, name);
    }

    private void startOn(AtDialogue terminal, String name) {
        assertThat(terminal.type("AT+CRXFILE=\"" + name + "\"\r")).isEqualTo(OK);
        device.pass(10);
        assertThat(terminal.taken()).isEqualTo("C");
    }

    private void assertNoFile() {
        assertBackInCommandMode();
        assertThat(device.files("C:/")).isEmpty();
    }

    private void assertBackInCommandMode() {
        assertThat(dte.type("AT\r")).isEqualTo(OK);
    }

    private String content(String file) throws IOException {
        return new String(device.content(file), StandardCharsets.ISO_8859_1);
    }

    /** With another byte in the midst. */
    private static String damaged(String block) {
        return block.substring(0, 60) + (char) (block.charAt(60) ^ 1) + block.substring(61);
    }
}
