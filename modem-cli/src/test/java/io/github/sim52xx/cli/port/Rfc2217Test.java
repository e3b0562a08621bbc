package io.github.sim52xx.cli.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.testing.TestModem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 2217 to the byte, and the raw clients beside it, over a real connection. */
class Rfc2217Test {

    private static final String WILL = "\u00ff\u00fb";
    private static final String WONT = "\u00ff\u00fc";
    private static final String DO = "\u00ff\u00fd";
    private static final String DONT = "\u00ff\u00fe";
    private static final String SB = "\u00ff\u00fa,";
    private static final String SE = "\u00ff\u00f0";
    private static final String COM_PORT = ",";
    private static final String BAUD_9600 = "\u0000\u0000\u0025\u0080";
    private static final String BAUD_115200 = "\u0000\u0001\u00c2\u0000";
    private static final String ALL_ON = SB + "k\u00b0" + SE;

    private final TestModem device =
            new TestModem(List.of(new EchoCommands()), blueprint -> blueprint.firmware(Firmware.V2014));
    private TcpPort port;
    private TcpClient client;

    @BeforeEach
    void connect() throws IOException {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        port = new TcpPort(any, ModemSource.one(device.modem()), 1);
        client = new TcpClient(port.address());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        port.close();
    }

    @Test
    void aClientThatOffersComPortIsServed() throws IOException {
        client.send(DO + "\u0001" + WILL + "\u0003" + WILL + COM_PORT + DO + COM_PORT + WILL + "\u0018");
        assertThat(client.readTo(DONT + "\u0018"))
                .isEqualTo(WILL + "\u0000" + DO + "\u0000" + WILL + "\u0003" + DO + "\u0003" + WILL + "\u0001" + DO
                        + COM_PORT + ALL_ON + WILL + COM_PORT + ALL_ON + DONT + "\u0018");
        client.send("ATE0\r");
        assertThat(client.readTo("OK\r\n")).isEqualTo("ATE0\r\r\nOK\r\n");
        client.send(WONT + "\u0000" + WONT + "\u0000" + DONT + "\u0000" + DO + "\u0018");
        assertThat(client.readTo(WONT + "\u0018")).isEqualTo(DONT + "\u0000" + WONT + "\u0000" + WONT + "\u0018");
    }

    @Test
    void theOfferMayComeBitByBit() throws IOException {
        String offer = DO + "\u0001" + WILL + COM_PORT;
        for (char c : offer.toCharArray()) {
            client.send(String.valueOf(c));
        }
        client.readTo(ALL_ON);
        assertThat(client.ok("AT")).isEqualTo("AT\r\r\nOK\r\n");
    }

    @ParameterizedTest
    @CsvSource({"'',''", "IAC WILL 24,'\u00ff\u00fb\u0018'", "IAC DO 1,'\u00ff\u00fd\u0001'"})
    void everyOtherClientIsRaw(String name, String first) throws IOException {
        client.send(first);
        assertThat(client.ok("AT")).isEqualTo("AT\r\r\nOK\r\n");
        // A late offer is telnet negotiation in command mode: it passes unseen, and is not answered.
        assertThat(client.ok(WILL + COM_PORT + "ATE0")).isEqualTo("ATE0\r\r\nOK\r\n");
        client.send("AT+TESTECHO\r");
        client.readTo("CONNECT 115200\r\n");
        String bytes = "\u00ff\u00ff\u00ff\u00fb,\u0000\u00ff\r\u0000end";
        client.send(bytes);
        assertThat(client.readTo("end")).isEqualTo(bytes);
    }

    @Test
    void ff255IsDoubledBothWays() throws IOException {
        begin();
        client.send("AT+TESTECHO\r");
        client.readTo("CONNECT 115200\r\n");
        client.send("a\u00ff\u00ff");
        client.send("\u00ff");
        client.send("\u00ffb\r\u0000\nend");
        assertThat(client.readTo("end")).isEqualTo("a\u00ff\u00ff\u00ff\u00ffb\r\u0000\nend");
    }

    @Test
    void theLineIsTheModems() throws IOException {
        begin();
        assertThat(ask("\u0001" + "\u0000".repeat(4))).isEqualTo("e" + BAUD_115200);
        client.ok("AT+IPR=9600;+ICF=3,1");
        assertThat(ask("\u0001" + "\u0000".repeat(4))).isEqualTo("e" + BAUD_9600);
        assertThat(ask("\u0002\u0007")).isEqualTo("f\u0008");
        assertThat(ask("\u0003\u0001")).isEqualTo("g\u0003");
        assertThat(ask("\u0004\u0002")).isEqualTo("h\u0001");
        assertThat(ask("\u0000")).isEqualTo("dsim52xx");
    }

    @Test
    void atAnotherSpeedTheModemUnderstandsNothing() throws IOException {
        begin();
        client.ok("ATE0");
        assertThat(ask("\u0001" + BAUD_9600)).isEqualTo("e" + BAUD_9600);
        assertThat(ask("\u0001")).isEqualTo("e" + BAUD_9600);
        client.send("AT+CSQ\rAT+CSQ\r");
        assertThat(ask("\u0001" + BAUD_115200)).isEqualTo("e" + BAUD_115200);
        // Its answer comes before it listens at the new speed.
        assertThat(client.ok("AT+IPR=9600")).isEqualTo("\r\nOK\r\n");
        client.send("AT+CSQ\r");
        assertThat(ask("\u0001" + BAUD_9600)).isEqualTo("e" + BAUD_9600);
        assertThat(client.ok("AT+IPR?")).isEqualTo("\r\n+IPR: 9600\r\n\r\nOK\r\n");
        assertThat(device.events())
                .containsExactly(
                        "terminal 1 sends at 9600 baud; the device is set to 115200 by AT+IPR and understands nothing",
                        "terminal 1 sends at 115200 baud; the device is set to 9600 by AT+IPR and understands nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "0,1", "2,2", "3,3", "4,6", "5,5", "6,6", "7,8", "8,8", "9,9", "10,11", "11,11", "12,12", "13,14", "15,15",
        "16,16", "17,1", "18,14", "19,1"
    })
    void controlsAreConfirmed(int asked, int answered) throws IOException {
        begin();
        assertThat(ask("\u0005" + (char) asked)).isEqualTo("i" + (char) answered);
    }

    @Test
    void purgeMasksAndNonsense() throws IOException {
        begin();
        assertThat(ask("\u000c\u0003")).isEqualTo("p\u0003");
        assertThat(ask("\n\u00ff")).isEqualTo("n\u00ff");
        // No such code, no such control, too long, without a code: no answer, no harm.
        client.send(SB + "\u0063\u0001" + SE + SB + "\u0005\u0050" + SE + SB + "x".repeat(500) + SE + SB + SE);
        assertThat(client.ok("AT")).isEqualTo("AT\r\r\nOK\r\n");
    }

    @Test
    void dtrHangsUp() throws IOException {
        begin();
        client.ok("ATE0");
        assertThat(client.ok("AT&C1")).isEqualTo(SB + "k\u0038" + SE + "\r\nOK\r\n");
        client.send("AT+TESTECHO\r");
        assertThat(client.readTo(SB + "k\u00b8" + SE)).startsWith("\r\nCONNECT 115200\r\n");
        client.send(subnegotiation("\u0005\u0009"));
        assertThat(client.readTo("i\u0009" + SE)).isEqualTo(SB + "k\u0038" + SE + "\r\nOK\r\n" + SB + "i\u0009" + SE);
    }

    @Test
    void dtrHoldsAfterD1() throws IOException {
        begin();
        client.ok("ATE0&D1");
        client.send("AT+TESTECHO\r");
        client.readTo("CONNECT 115200\r\n");
        client.send(subnegotiation("\u0005\u0009"));
        client.readTo("OK\r\n");
        client.send("ATO\r");
        client.readTo("CONNECT 115200\r\n");
    }

    @Test
    void aBreakInterruptsNothing() throws IOException {
        begin();
        client.ok("ATE0");
        client.send("AT+CM" + subnegotiation("\u0005\u0005") + subnegotiation("\u0005\u0006"));
        client.readTo("i\u0006" + SE);
        client.send("EE?\r");
        assertThat(client.readTo("OK\r\n")).isEqualTo("\r\n+CMEE: 0\r\n\r\nOK\r\n");
        client.send("AT+TESTECHO\r");
        client.readTo("CONNECT 115200\r\n");
        client.send("a" + subnegotiation("\u0005\u0005") + "b" + subnegotiation("\u0005\u0006") + "end");
        assertThat(client.readTo("end").replace(SB + "i\u0005" + SE, "").replace(SB + "i\u0006" + SE, ""))
                .isEqualTo("abend");
    }

    @Test
    void unsolicitedCodesRing() throws IOException {
        begin();
        client.ok("AT+CFGRI=1");
        CompletableFuture.runAsync(() -> device.modem().terminals().unsolicited("+CREG: 1"), device.modem()::execute)
                .join();
        assertThat(client.readTo("+CREG: 1\r\n")).isEqualTo(SB + "k\u00f0" + SE + "\r\n+CREG: 1\r\n");
        device.time().advance(Duration.ofMillis(60));
        assertThat(client.readTo(SE)).isEqualTo(SB + "k\u00b4" + SE);
    }

    @Test
    void theMaskSaysWhatIsTold() throws IOException {
        begin();
        client.send(subnegotiation("\u000b\u0020"));
        assertThat(client.readTo("k\u0020" + SE)).isEqualTo(SB + "o\u0020" + SE + SB + "k\u0020" + SE);
        client.ok("ATE0&C1");
        assertThat(client.ok("AT")).isEqualTo("\r\nOK\r\n");
        client.send(subnegotiation("\u0007"));
        assertThat(client.readTo(SE)).isEqualTo(SB + "k\u0020" + SE);
    }

    @Test
    void rtsStopsTheModem() throws IOException {
        begin();
        client.ok("ATE0+IFC=2,2");
        assertThat(ask("\u0005\u000c")).isEqualTo("i\u000c");
        client.send("AT\r");
        client.send(subnegotiation("\u0005\u000b"));
        assertThat(client.readTo("OK\r\n")).isEqualTo("\r\nOK\r\n");
        client.readTo("i\u000b" + SE);
    }

    @Test
    void aClientMaySuspendTheOutput() throws IOException {
        begin();
        client.ok("ATE0");
        client.send(subnegotiation("\u0008") + "AT\r" + subnegotiation("\u0000"));
        assertThat(client.readTo(SE)).isEqualTo(SB + "dsim52xx" + SE);
        client.send("AT+CSQ\r" + subnegotiation("\u0009"));
        assertThat(client.readTo("0\r\n\r\nOK\r\n")).isEqualTo("\r\nOK\r\n\r\n+CSQ: 22,0\r\n\r\nOK\r\n");
        client.send(subnegotiation("\u0008") + "AT\r" + subnegotiation("\u000c\u0001") + subnegotiation("\u0009"));
        client.readTo("p\u0001" + SE);
        assertThat(client.ok("AT+CMEE?")).isEqualTo("\r\n+CMEE: 0\r\n\r\nOK\r\n");
    }

    private void begin() throws IOException {
        client.send(WILL + COM_PORT);
        client.readTo(ALL_ON);
    }

    private String ask(String content) throws IOException {
        client.send(subnegotiation(content));
        String answer = client.readTo(SE);
        return answer.substring(SB.length(), answer.length() - SE.length()).replace("\u00ff\u00ff", "\u00ff");
    }

    private static String subnegotiation(String content) {
        return SB + content.replace("\u00ff", "\u00ff\u00ff") + SE;
    }
}
