package io.github.sim52xx.cli.dte;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a modem sends is the same in whatever pieces it comes. */
class DceOutputTest {

    private final DceOutput output = new DceOutput();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 1000})
    void anAnswerWithEcho(int piece) {
        output.lineSent("AT+CSQ");
        assertThat(hear("AT+CSQ\r\r\n+CSQ: 22,0\r\n\r\nOK\r\n", piece)).containsExactly("+CSQ: 22,0", "=OK");
        assertThat(output.echoes()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void anAnswerWithoutEcho(int piece) {
        output.lineSent("AT+CSQ");
        assertThat(hear("\r\n+CSQ: 22,0\r\n\r\nOK\r\n", piece)).containsExactly("+CSQ: 22,0", "=OK");
        assertThat(output.echoes()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void aReportInFrontOfTheEchoIsNoPartOfIt(int piece) {
        output.lineSent("AT");
        assertThat(hear("\r\n+CREG: 1\r\nAT\r\r\nOK\r\n", piece)).containsExactly("+CREG: 1", "=OK");
        assertThat(output.echoes()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void okInTheMiddleOfATextIsText(int piece) {
        output.lineSent("AT+POP3READ");
        assertThat(hear("\r\nSubject: x\r\nOK\r\nERROR\r\nbye\r\n\r\nOK\r\n", piece))
                .containsExactly("Subject: x", "OK", "ERROR", "bye", "=OK");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void everyKindOfResult(int piece) {
        for (String result : List.of("OK", "ERROR", "NO CARRIER", "CONNECT", "CONNECT 115200", "+CME ERROR: 11")) {
            output.lineSent("AT");
            assertThat(hear("AT\r\r\n" + result + "\r\n", piece)).containsExactly("=" + result);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void numbersAfterV0(int piece) {
        output.lineSent("AT+CSQ");
        assertThat(hear("AT+CSQ\r+CSQ: 22,0\r\n0\r", piece)).containsExactly("+CSQ: 22,0");
        assertThat(output.mayBeComplete()).isTrue();
        assertThat(shown(output.complete())).isEqualTo("=0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void aPromptIsOneWhenNothingFollows(int piece) {
        output.lineSent("AT+SMTPBODY");
        assertThat(hear("AT+SMTPBODY\r\r\n>> ", piece)).isEmpty();
        assertThat(output.mayBeComplete()).isTrue();
        assertThat(shown(output.complete())).isEqualTo("?>> ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void aLineThatBeginsLikeAPromptIsNone(int piece) {
        output.lineSent("AT+POP3READ");
        assertThat(hear("\r\n> quoted\r\n\r\nOK\r\n", piece)).containsExactly("> quoted", "=OK");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void theEchoOfDataIsLeftOut(int piece) {
        output.lineSent("AT+SMTPBODY");
        hear("AT+SMTPBODY\r\r\n>> ", piece);
        output.complete();
        output.dataSent("Dear all\r\nOK\r\n\u001a".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(hear("Dear all\r\nOK\r\n\r\nOK\r\n", piece)).containsExactly("=OK");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void bytesBehindALineAreCopiedAsTheyAre(int piece) throws IOException {
        output.lineSent("AT+CFTRANTX=\"C:/a\"");
        String data = "\r\nOK\r\n\u0000\u00ff";
        List<String> heard = new ArrayList<>();
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        for (byte[] part : pieces("\r\n+CFTRANTX: DATA,8\r\n" + data + "\r\n+CFTRANTX: 0\r\n\r\nOK\r\n", piece)) {
            output.accept(part);
            if (heard.isEmpty()) {
                drain(heard, 1);
            }
            if (!heard.isEmpty() && copy.size() < data.length()) {
                output.copy(data.length() - copy.size(), copy);
            }
            if (copy.size() == data.length()) {
                drain(heard, Integer.MAX_VALUE);
            }
        }
        assertThat(copy.toString(StandardCharsets.ISO_8859_1)).isEqualTo(data);
        assertThat(heard).containsExactly("+CFTRANTX: DATA,8", "+CFTRANTX: 0", "=OK");
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 100_000})
    void aLineWithoutEndComesInPieces(int piece) {
        output.lineSent("AT");
        List<String> heard = hear("\r\n" + "x".repeat(150_000), piece);
        assertThat(heard).hasSize(2).allMatch(text -> text.length() == 64 * 1024);
    }

    /** What it makes of the text: lines, {@code =result}, {@code ?prompt}; without empty lines. */
    private List<String> hear(String text, int piece) {
        List<String> heard = new ArrayList<>();
        for (byte[] part : pieces(text, piece)) {
            output.accept(part);
            drain(heard, Integer.MAX_VALUE);
        }
        return heard;
    }

    private void drain(List<String> heard, int atMost) {
        for (Saying saying = output.poll(); saying != null; saying = output.poll()) {
            if (!shown(saying).isEmpty()) {
                heard.add(shown(saying));
                if (heard.size() == atMost) {
                    return;
                }
            }
        }
    }

    private static List<byte[]> pieces(String text, int length) {
        List<byte[]> pieces = new ArrayList<>();
        for (int i = 0; i < text.length(); i += length) {
            pieces.add(text.substring(i, Math.min(i + length, text.length())).getBytes(StandardCharsets.ISO_8859_1));
        }
        return pieces;
    }

    private static String shown(Saying saying) {
        if (saying instanceof Saying.Result result) {
            return "=" + result.text();
        }
        return saying instanceof Saying.Prompt prompt ? "?" + prompt.mark() : ((Saying.Line) saying).text();
    }
}
