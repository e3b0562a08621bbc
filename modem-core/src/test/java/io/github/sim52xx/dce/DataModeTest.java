package io.github.sim52xx.dce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.at.ResultCode;
import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The online command state: {@code +++} to the millisecond, ATO, ATH, DTR, and what the session hears of it. */
class DataModeTest {

    private static final String OK = "\r\nOK\r\n";
    private static final String CONNECT = "\r\nCONNECT 115200\r\n";
    private static final String NO_CARRIER = "\r\nNO CARRIER\r\n";

    private final List<TransparentSession> sessions = new ArrayList<>();
    private final TestModem device = new TestModem(List.of(new TransparentSession.Commands(sessions)), at -> at);
    private final AtDialogue dte = AtDialogue.quiet(device.modem());

    @Test
    void threePlusSignsBetweenSilencesAreAnsweredOk() {
        TransparentSession session = connect();
        pass(1000);
        assertThat(dte.type("+++")).isEmpty();
        pass(999);
        assertThat(dte.taken()).isEmpty();
        pass(1);
        assertThat(dte.taken()).isEqualTo(OK);
        assertThat(session.data()).isEmpty();
        assertThat(session.heard()).containsExactly("begin", "held");
        assertThat(dte.line("AT+CSQ")).containsExactly("+CSQ: 22,0", "OK");
    }

    @Test
    void plusSignsMayComeOneByOne() {
        TransparentSession session = connect();
        pass(1000);
        dte.type("+");
        pass(899);
        dte.type("+");
        pass(899);
        dte.type("+");
        pass(1000);
        assertThat(dte.taken()).isEqualTo(OK);
        assertThat(session.data()).isEmpty();
    }

    @Test
    void theChunksDoNotMatter() {
        connect();
        pass(1000);
        dte.type("++");
        dte.type("+");
        pass(1000);
        assertThat(dte.taken()).isEqualTo(OK);
    }

    @Test
    void tooEarlyAfterDataIsData() {
        TransparentSession session = connect();
        dte.type("x");
        pass(999);
        dte.type("+++");
        pass(5000);
        assertThat(dte.taken()).isEmpty();
        assertThat(session.data()).isEqualTo("x+++");
    }

    @Test
    void tooSoonFollowedByDataIsData() {
        TransparentSession session = connect();
        pass(1000);
        dte.type("+++");
        pass(999);
        dte.type("x");
        assertThat(session.data()).isEqualTo("+++x");
        pass(5000);
        assertThat(dte.taken()).isEmpty();
    }

    @Test
    void tooSlowIsData() {
        TransparentSession session = connect();
        pass(1000);
        dte.type("++");
        pass(900);
        assertThat(session.data()).isEqualTo("++");
        dte.type("+");
        pass(900);
        assertThat(session.data()).isEqualTo("+");
        pass(5000);
        assertThat(dte.taken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"++++", "+++\r", "++x", "x", "+++AT\r"})
    void otherBytesAreDataAtOnce(String bytes) {
        TransparentSession session = connect();
        pass(1000);
        dte.type(bytes);
        assertThat(session.data()).isEqualTo(bytes);
        pass(5000);
        assertThat(dte.taken()).isEmpty();
    }

    @Test
    void aFourthPlusSignMakesDataOfAll() {
        TransparentSession session = connect();
        pass(1000);
        dte.type("+++");
        dte.type("+");
        assertThat(session.data()).isEqualTo("++++");
        pass(5000);
        assertThat(dte.taken()).isEmpty();
    }

    @Test
    void plusSignsOfATransferAreData() {
        TransparentSession session = begin("AT+TESTTRANSFER\r");
        pass(1000);
        dte.type("+++");
        assertThat(session.data()).isEqualTo("+++");
        pass(5000);
        assertThat(dte.taken()).isEmpty();
    }

    @Test
    void atoGoesBack() {
        TransparentSession session = connect();
        escape();
        assertThat(dte.type("ATO\r")).isEqualTo(CONNECT);
        dte.type("again");
        assertThat(session.data()).isEqualTo("again");
        assertThat(session.heard()).containsExactly("begin", "held", "resumed");
        session.line().send("answer".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(dte.taken()).isEqualTo("answer");
        escape();
        assertThat(dte.type("ATO\r")).isEqualTo(CONNECT);
    }

    @Test
    void atoWithoutAConnectionIsNoCarrier() {
        assertThat(dte.type("ATO\r")).isEqualTo(NO_CARRIER);
        connect();
        escape();
        sessions.get(0).line().leave(null);
        assertThat(dte.type("ATO\r")).isEqualTo(NO_CARRIER);
        assertThat(dte.type("ATO0\r")).isEqualTo(NO_CARRIER);
        assertThat(dte.type("ATO1\r")).isEqualTo("\r\nERROR\r\n");
    }

    @Test
    void athGivesTheHeldConnectionUp() {
        TransparentSession session = connect();
        escape();
        assertThat(dte.type("ATH\r")).isEqualTo(OK);
        assertThat(session.heard()).containsExactly("begin", "held", "abandoned");
        assertThat(dte.type("ATO\r")).isEqualTo(NO_CARRIER);
    }

    @Test
    void aHeldConnectionThatEndsSaysSoWhenThereIsRoom() {
        TransparentSession session = connect();
        escape();
        session.line().leave(ResultCode.NO_CARRIER);
        assertThat(dte.taken()).isEqualTo(NO_CARRIER);
        session = connect();
        escape();
        dte.type("AT+COPS=?\r");
        session.line().leave(ResultCode.NO_CARRIER);
        assertThat(dte.taken()).isEmpty();
        pass(2000);
        assertThat(dte.takenLines()).endsWith("OK", "NO CARRIER");
        assertThat(session.heard()).containsExactly("begin", "held");
    }

    @Test
    void unsolicitedCodesWaitForTheOnlineCommandState() {
        connect();
        device.modem().terminals().unsolicited("+CREG: 1");
        assertThat(dte.taken()).isEmpty();
        pass(1000);
        dte.type("+++");
        pass(1000);
        assertThat(dte.taken()).isEqualTo(OK + "\r\n+CREG: 1\r\n");
    }

    @Test
    void whatIsSentWhileHeldIsLost() {
        TransparentSession session = connect();
        escape();
        session.line().send(new byte[] {'x'});
        assertThat(dte.taken()).isEmpty();
    }

    @Test
    void aTransferLeavesTheHeldConnectionAlone() {
        TransparentSession connection = connect();
        escape();
        TransparentSession transfer = begin("AT+TESTTRANSFER\r");
        transfer.line().leave(ResultCode.OK);
        assertThat(dte.taken()).isEqualTo(OK);
        assertThat(dte.type("ATO\r")).isEqualTo(CONNECT);
        assertThat(connection.heard()).containsExactly("begin", "held", "resumed");
    }

    @Test
    void thereIsRoomForOneConnection() {
        TransparentSession first = connect();
        escape();
        TransparentSession second = connect();
        assertThat(first.heard()).containsExactly("begin", "held", "abandoned");
        escape();
        assertThat(dte.type("ATO\r")).isEqualTo(CONNECT);
        assertThat(second.heard()).containsExactly("begin", "held", "resumed");
    }

    @Test
    void dtrHangsUpByDefault() {
        TransparentSession session = connect();
        dte.terminalReady(false);
        assertThat(dte.taken()).isEqualTo(OK);
        assertThat(session.heard()).containsExactly("begin", "abandoned");
        dte.terminalReady(true);
        dte.terminalReady(false);
        assertThat(dte.taken()).isEmpty();
    }

    @Test
    void dtrHangsUpWhatIsHeld() {
        TransparentSession session = connect();
        escape();
        dte.terminalReady(false);
        assertThat(dte.taken()).isEmpty();
        assertThat(session.heard()).endsWith("abandoned");
    }

    @Test
    void dtrHoldsAfterD1() {
        dte.type("AT&D1\r");
        TransparentSession session = connect();
        pass(1000);
        dte.type("++");
        dte.terminalReady(false);
        assertThat(dte.taken()).isEqualTo(OK);
        assertThat(session.data()).isEqualTo("++");
        assertThat(dte.type("ATO\r")).isEqualTo(CONNECT);
    }

    @Test
    void dtrIsIgnoredAfterD0() {
        dte.type("AT&D0\r");
        connect();
        dte.terminalReady(false);
        assertThat(dte.taken()).isEmpty();
        escape();
        TransparentSession transfer = begin("AT+TESTTRANSFER\r");
        dte.terminalReady(false);
        assertThat(transfer.heard()).containsExactly("begin");
        assertThat(sessions.get(0).heard()).containsExactly("begin", "held");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void dtrEndsATransferInSilence(int reaction) {
        dte.type("AT&D" + reaction + "\r");
        TransparentSession transfer = begin("AT+TESTTRANSFER\r");
        dte.terminalReady(false);
        assertThat(transfer.heard()).containsExactly("begin", "abandoned");
        assertThat(dte.type("AT\r")).isEqualTo(OK);
    }

    @Test
    void aTransferThatEndsLeavesTheHeldConnectionAloneAfterD1() {
        dte.type("AT&D1\r");
        TransparentSession connection = connect();
        escape();
        begin("AT+TESTTRANSFER\r");
        dte.terminalReady(false);
        assertThat(connection.heard()).containsExactly("begin", "held");
        dte.type("AT&D2\r");
        begin("AT+TESTTRANSFER\r");
        dte.terminalReady(false);
        assertThat(connection.heard()).endsWith("abandoned");
    }

    @Test
    void dtrLeavesACommandAtWorkAlone() {
        dte.type("AT+COPS=?\r");
        dte.terminalReady(false);
        pass(2000);
        assertThat(dte.takenLines()).endsWith("OK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ATZ\r", "AT&F\r", "AT&F1\r"})
    void aResetGivesTheHeldConnectionUp(String reset) {
        TransparentSession session = connect();
        escape();
        assertThat(dte.type("ATE0Z1\r")).endsWith("\r\nERROR\r\n");
        assertThat(session.heard()).containsExactly("begin", "held");
        assertThat(dte.type(reset)).isEqualTo(OK);
        assertThat(session.heard()).containsExactly("begin", "held", "abandoned");
    }

    @Test
    void theHeldConnectionGoesWithItsTerminalAndWithThePower() {
        TransparentSession session = connect();
        escape();
        dte.hangUp();
        assertThat(session.heard()).endsWith("abandoned");
        AtDialogue other = AtDialogue.quiet(device.modem());
        other.type("AT+TESTCONNECT\r");
        other.type("ATX\r");
        device.modem().power().off();
        assertThat(sessions.get(1).heard()).containsExactly("begin", "abandoned");
        assertThat(sessions.get(1).data()).isEqualTo("ATX\r");
    }

    @Test
    void aHalfClosedDteKeepsNoConnection() {
        TransparentSession session = connect();
        escape();
        dte.endInput();
        assertThat(session.heard()).endsWith("abandoned");
        assertThat(dte.isClosed()).isTrue();
    }

    private TransparentSession connect() {
        return begin("AT+TESTCONNECT\r");
    }

    private TransparentSession begin(String command) {
        assertThat(dte.type(command)).isEqualTo(CONNECT);
        return sessions.get(sessions.size() - 1);
    }

    private void escape() {
        pass(1000);
        dte.type("+++");
        pass(1000);
        assertThat(dte.taken()).isEqualTo(OK);
    }

    private void pass(int millis) {
        device.time().advance(Duration.ofMillis(millis));
    }
}
