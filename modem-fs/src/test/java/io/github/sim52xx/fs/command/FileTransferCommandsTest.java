package io.github.sim52xx.fs.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.dce.DteLink;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.modem.Connection;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.testing.AtDialogue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** +CFTRANRX and +CFTRANTX (manual 15.4, 15.5). */
class FileTransferCommandsTest {

    private static final StorageOptions LARGE = new StorageOptions(16 << 20, 8 << 20, true);

    private final StorageModem device = new StorageModem(Firmware.V2010);
    private final AtDialogue dte = device.dte();

    @Test
    void receivingIsLaidOutToTheByte() throws IOException {
        dte.line("AT+FSMKDIR=MyDir");
        assertThat(dte.type("AT+CFTRANRX=\"c:\\MyDir\\t1.txt\",10\r")).isEqualTo("\r\n>");
        assertThat(dte.type("testconten")).isEqualTo("\r\nOK\r\n");
        assertThat(device.content("C:/MyDir/t1.txt")).asString().isEqualTo("testconten");
        assertThat(dte.type("AT+CFTRANRX=?\r")).isEqualTo("\r\n+CFTRANRX: [{non-ascii}]\"FILEPATH\"\r\n\r\nOK\r\n");
    }

    @Test
    void sendingIsLaidOutToTheByte() {
        device.put("C:/Picture/t1.txt", "Testconten");
        assertThat(dte.type("AT+CFTRANTX=\"c:\\Picture\\t1.txt\"\r"))
                .isEqualTo("\r\n+CFTRANTX: DATA,10\r\nTestconten\r\n+CFTRANTX: 0\r\n\r\nOK\r\n");
        device.put("D:/empty", "");
        assertThat(dte.type("AT+CFTRANTX=\"d:/Empty\"\r")).isEqualTo("\r\n+CFTRANTX: 0\r\n\r\nOK\r\n");
        assertThat(dte.type("AT+CFTRANTX=?\r")).isEqualTo("\r\n+CFTRANTX: [{non-ascii}]\"FILEPATH\"\r\n\r\nOK\r\n");
    }

    @Test
    void anyByteCanBeCarried() throws IOException {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        String typed = new String(all, StandardCharsets.ISO_8859_1);
        assertThat(dte.type("AT+CFTRANRX=\"C:/all\",256\r")).isEqualTo("\r\n>");
        assertThat(dte.type(typed)).isEqualTo("\r\nOK\r\n");
        assertThat(device.content("C:/all")).isEqualTo(all);
        assertThat(dte.type("AT+CFTRANTX=\"C:/all\"\r"))
                .isEqualTo("\r\n+CFTRANTX: DATA,256\r\n" + typed + "\r\n+CFTRANTX: 0\r\n\r\nOK\r\n");
    }

    @Test
    void namesMayBeGivenInHexadecimal() {
        assertThat(dte.type("AT+CFTRANRX={non-ascii}\"433A2FE4B8AD2E747874\",1\rx"))
                .endsWith("\r\nOK\r\n");
        assertThat(device.files("C:/")).containsExactly("\u4e2d.txt");
        assertThat(dte.line("AT+CFTRANTX={non-ascii}\"433A2FE4B8AD2E747874\"")).contains("x");
    }

    @Test
    void dataIsEchoedLikeLines() {
        AtDialogue echoing = AtDialogue.on(device.modem());
        assertThat(echoing.type("AT+CFTRANRX=\"C:/a\",6\r")).isEqualTo("AT+CFTRANRX=\"C:/a\",6\r\r\n>");
        assertThat(echoing.type("ab\b")).isEqualTo("ab\b");
        assertThat(echoing.type("\u001a\u001bz")).isEqualTo("\u001a\u001bz\r\nOK\r\n");
    }

    @Test
    void whatComesEarlyIsDataAndThenTheNextLine() throws IOException {
        assertThat(dte.type("AT+CFTRANRX=\"C:/a\",5\rAT+CI\r\nAT+CSQ\rAT"))
                .isEqualTo("\r\n>\r\nOK\r\n\r\n+CSQ: 22,0\r\n\r\nOK\r\n");
        assertThat(dte.type("\r\n")).isEqualTo("\r\nOK\r\n");
        assertThat(device.content("C:/a")).asString().isEqualTo("AT+CI");
    }

    @Test
    void theLineFeedOfTheCommandIsNoData() throws IOException {
        assertThat(dte.type("AT+CFTRANRX=\"C:/a\",2\r\n")).isEqualTo("\r\n>");
        assertThat(dte.type("\nx\r\n")).isEqualTo("\r\nOK\r\n");
        assertThat(device.content("C:/a")).asString().isEqualTo("\nx");
    }

    @Test
    void aLineFeedOnItsOwnIsDataUnlessThisDteAlwaysSendsOne() throws IOException {
        dte.type("AT+CFTRANRX=\"C:/a\",2\r");
        dte.type("\n");
        assertThat(dte.type("x")).isEqualTo("\r\nOK\r\n");
        assertThat(device.content("C:/a")).asString().isEqualTo("\nx");
        dte.type("AT\r");
        dte.type("\n");
        dte.type("AT+CFTRANRX=\"C:/b\",2\r");
        dte.type("\n");
        assertThat(dte.type("\nx")).isEqualTo("\r\nOK\r\n");
        assertThat(device.content("C:/b")).asString().isEqualTo("\nx");
    }

    @Test
    void anEmptyFileTakesNoData() throws IOException {
        assertThat(dte.type("AT+CFTRANRX=\"C:/empty\",0\r")).isEqualTo("\r\n>\r\n\r\nOK\r\n");
        assertThat(device.content("C:/empty")).isEmpty();
    }

    @Test
    void theLineGoesOnBehindATransfer() {
        assertThat(dte.type("AT+CFTRANRX=\"C:/a\",1;+CFTRANTX=\"C:/a\";+CSQ\rx"))
                .isEqualTo("\r\n>\r\n+CFTRANTX: DATA,1\r\nx\r\n+CFTRANTX: 0\r\n\r\n+CSQ: 22,0\r\n\r\nOK\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AT+CFTRANRX=\"C:/a\",1",
                "AT+CFTRANRX=\"C:/Audio\",1",
                "AT+CFTRANRX=\"C:/none/a\",1",
                "AT+CFTRANRX=\"C:/b*\",1",
                "AT+CFTRANRX=\"C:/b/\",1",
                "AT+CFTRANRX=\"C:/\",1",
                "AT+CFTRANRX=\"C:\",1",
                "AT+CFTRANRX=\"C:b\",1",
                "AT+CFTRANRX=\"b\",1",
                "AT+CFTRANRX=\"E:/b\",1",
                "AT+CFTRANRX=C:/b,1",
                "AT+CFTRANRX=\"C:/b\"",
                "AT+CFTRANRX=\"C:/b\",-1",
                "AT+CFTRANRX=\"C:/b\",2147483648",
                "AT+CFTRANRX=\"C:/b\",1,2",
                "AT+CFTRANRX",
                "AT+CFTRANRX?",
                "AT+CFTRANTX=\"C:/none\"",
                "AT+CFTRANTX=\"C:/Audio\"",
                "AT+CFTRANTX=\"a\"",
                "AT+CFTRANTX=C:/a",
                "AT+CFTRANTX=\"C:/a\",1",
                "AT+CFTRANTX",
            })
    void whatCannotBeIsErrorAtOnce(String line) throws IOException {
        device.put("C:/a", "1");
        dte.line("AT+CMEE=2");
        assertThat(dte.line(line)).containsExactly("ERROR");
        assertThat(dte.line("AT")).containsExactly("OK");
        assertThat(device.files("C:/")).containsExactly("a");
        assertThat(device.content("C:/a")).asString().isEqualTo("1");
    }

    @Test
    void noneNeedsTheSimButD_NeedsTheCard() {
        assertThat(StorageModem.withLockedSim().dte().type("AT+CFTRANRX=\"D:/a\",1\rx"))
                .endsWith("\r\nOK\r\n");
        assertThat(StorageModem.withoutCard().dte().line("AT+CFTRANRX=\"D:/a\",1"))
                .containsExactly("ERROR");
    }

    @Test
    void whatCannotFitIsErrorAtOnce() {
        device.put("C:/b", new byte[4096]);
        assertThat(dte.line("AT+CFTRANRX=\"C:/a\"," + ((1 << 20) - 4095))).containsExactly("ERROR");
        assertThat(dte.line("AT+CFTRANRX=\"C:/a\",2147483647")).containsExactly("ERROR");
        assertThat(dte.type("AT+CFTRANRX=\"C:/a\"," + ((1 << 20) - 4096) + "\r"))
                .isEqualTo("\r\n>");
    }

    @Test
    void aVolumeThatFillsUpMeanwhileTakesTheDataButNotTheFile() {
        int length = 512 * 1024;
        dte.type("AT+CFTRANRX=\"C:/large\"," + length + "\r");
        device.put("C:/other", new byte[768 * 1024]);
        String piece = "x".repeat(64 * 1024);
        for (int sent = 0; sent < length - piece.length(); sent += piece.length()) {
            assertThat(dte.type(piece)).isEmpty();
        }
        assertThat(dte.line("AT" + "x".repeat(piece.length() - 2) + "AT+CSQ"))
                .containsExactly("ERROR", "+CSQ: 22,0", "OK");
        assertThat(device.files("C:/")).containsExactly("other");
        dte.line("AT+FSDEL=other");
        assertThat(dte.type("AT+CFTRANRX=\"C:/small\",1\rx")).endsWith("\r\nOK\r\n");
        assertThat(dte.line("AT+FSMEM")).first().asString().startsWith("+FSMEM: C:(1048576, 4096)");
    }

    @Test
    void nothingIsSeenBeforeItIsWhole() {
        AtDialogue other = AtDialogue.quiet(device.modem());
        dte.type("AT+CFTRANRX=\"C:/a\",10\r12345");
        assertThat(other.line("AT+FSLS=2")).containsExactly("OK");
        assertThat(other.type("AT+CFTRANRX=\"C:/a\",1\rx")).endsWith("\r\nOK\r\n");
        assertThat(dte.type("67890")).isEqualTo("\r\nERROR\r\n");
        assertThat(other.line("AT+FSATTRI=a")).first().asString().startsWith("+FSATTRI: 1,");
    }

    @Test
    void nothingIsLeftWhenTheTerminalOrThePowerGoes() {
        AtDialogue leaving = AtDialogue.quiet(device.modem());
        leaving.type("AT+CFTRANRX=\"C:/a\",10000\r" + "x".repeat(9000));
        leaving.hangUp();
        AtDialogue closing = AtDialogue.quiet(device.modem());
        closing.type("AT+CFTRANRX=\"C:/a\",10000\r" + "x".repeat(9000));
        closing.endInput();
        assertThat(closing.isClosed()).isTrue();
        dte.type("AT+CFTRANRX=\"C:/b\",10000\r" + "x".repeat(9000));
        device.modem().execute(() -> device.modem().power().restart());
        device.pass(10);
        dte.line("ATE0");
        assertThat(dte.line("AT+FSLS=2")).containsExactly("OK");
        assertThat(dte.line("AT+FSMEM")).first().asString().startsWith("+FSMEM: C:(1048576, 0)");
    }

    @Test
    void aPulledCardIsErrorAtTheEnd() {
        dte.type("AT+CFTRANRX=\"D:/a\",10\r12345");
        device.modem().execute(() -> device.storage().removeCard());
        assertThat(dte.type("67890")).isEqualTo("\r\nERROR\r\n");
        device.modem().execute(() -> device.storage().insertCard());
        assertThat(device.files("D:/")).isEmpty();
    }

    @Test
    void tenMegabytesGoInAndOut() throws IOException {
        StorageModem large = new StorageModem(LARGE, blueprint -> blueprint);
        byte[] content = new byte[10 << 20];
        new Random(1).nextBytes(content);
        Connection connection = large.modem().connect(new SlowLink());
        connection.receive(bytes("ATE0\rAT+CFTRANRX=\"C:/large\"," + content.length + "\r"));
        for (int sent = 0; sent < content.length; sent += 2048) {
            connection.receive(ByteBuffer.wrap(Arrays.copyOfRange(content, sent, sent + 2048)));
        }
        assertThat(large.content("C:/large")).isEqualTo(content);
        String sent = large.dte().type("AT+CFTRANTX=\"C:/large\"\r");
        assertThat(payload(sent)).isEqualTo(content);
    }

    @Test
    void aSlowTerminalHoldsTheFileBack() {
        StorageModem large = new StorageModem(LARGE, blueprint -> blueprint);
        large.put("C:/large", new byte[10 << 20]);
        SlowLink link = new SlowLink();
        Connection connection = large.modem().connect(link);
        connection.receive(bytes("ATE0\rAT+CFTRANTX=\"C:/large\"\rAT+CSQ\r"));
        long all = 0;
        while (link.backlog() > 0) {
            assertThat(link.backlog()).isLessThan(128 * 1024);
            all += link.drain();
        }
        assertThat(all).isBetween(10L << 20, 11L << 20);
        assertThat(link.last).contains("+CFTRANTX: 0\r\n\r\nOK\r\n\r\n+CSQ: 22,0\r\n\r\nOK\r\n");
    }

    @Test
    void aCardPulledWhileSendingEndsInError() {
        StorageModem large = new StorageModem(LARGE, blueprint -> blueprint);
        large.put("D:/large", new byte[1 << 20]);
        SlowLink link = new SlowLink();
        large.modem().connect(link).receive(bytes("ATE0\rAT+CFTRANTX=\"D:/large\"\r"));
        large.modem().execute(() -> large.storage().removeCard());
        while (link.backlog() > 0) {
            link.drain();
        }
        assertThat(link.last).endsWith("\r\nERROR\r\n");
        assertThat(large.events()).singleElement().asString().contains("SD CARD NOT PLUGGED IN");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Takes the blocks apart the way a client does. */
    private static byte[] payload(String answer) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int at = answer.indexOf("+CFTRANTX: DATA,");
        while (at >= 0 && answer.startsWith("+CFTRANTX: DATA,", at)) {
            int lineEnd = answer.indexOf("\r\n", at);
            int length = Integer.parseInt(answer.substring(at + "+CFTRANTX: DATA,".length(), lineEnd));
            content.writeBytes(
                    answer.substring(lineEnd + 2, lineEnd + 2 + length).getBytes(StandardCharsets.ISO_8859_1));
            at = lineEnd + 2 + length + 2;
        }
        assertThat(answer.substring(at)).isEqualTo("+CFTRANTX: 0\r\n\r\nOK\r\n");
        return content.toByteArray();
    }

    /** A terminal that reads only when the test says so. */
    private static final class SlowLink implements DteLink {

        private final ArrayDeque<byte[]> unread = new ArrayDeque<>();
        private long backlog;
        private Runnable drained;
        private String last = "";

        /** Reads everything that waits. */
        long drain() {
            long read = backlog;
            while (!unread.isEmpty()) {
                String text = last + new String(unread.remove(), StandardCharsets.ISO_8859_1);
                last = text.substring(Math.max(0, text.length() - 200));
            }
            backlog = 0;
            Runnable task = drained;
            drained = null;
            if (task != null) {
                task.run();
            }
            return read;
        }

        @Override
        public void send(byte[] bytes) {
            unread.add(bytes);
            backlog += bytes.length;
        }

        @Override
        public long backlog() {
            return backlog;
        }

        @Override
        public void whenDrained(Runnable task) {
            drained = task;
        }

        @Override
        public void holdInput(boolean hold) {}

        @Override
        public void close() {}
    }
}
