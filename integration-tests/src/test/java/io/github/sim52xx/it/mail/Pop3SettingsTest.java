package io.github.sim52xx.it.mail;

import static io.github.sim52xx.cli.mail.Protocol.POP3;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Server and account of the POP3 client, and the forms of all its commands (manual 20.2). */
class Pop3SettingsTest {

    private static final String DEFAULT = "\r\n+POP3SRV: \"\", \"\", \"\", 110\r\n\r\nOK\r\n";

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    @Test
    void testFormsAndReadFormsAtPowerOn() {
        assertThat(bench.exact("AT+POP3SRV=?")).isEqualTo("\r\n+POP3SRV: (1-65535)\r\n\r\nOK\r\n");
        assertThat(bench.exact("AT+POP3SRV?")).isEqualTo(DEFAULT);
        assertThat(bench.exact("AT+POP3IN?")).isEqualTo("\r\n+POP3IN: NULL\r\n\r\nOK\r\n");
        bench.ok("AT+POP3IN=?", "AT+POP3NUM=?", "AT+POP3LIST=?", "AT+POP3HDR=?", "AT+POP3GET=?", "AT+POP3DEL=?");
        bench.ok("AT+POP3OUT=?", "AT+POP3STOP=?", "AT+POP3READ=?");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "=\"pop3.server.com\",\"un\",\"pwd\",1110 | +POP3SRV: \"pop3.server.com\", \"un\", \"pwd\", 1110",
                "=\"pop3.server.com\",\"un\",\"pwd\"      | +POP3SRV: \"pop3.server.com\", \"un\", \"pwd\", 110",
                "=\"10.0.0.1\",\"un\",\"\",1              | +POP3SRV: \"10.0.0.1\", \"un\", \"\", 1",
                " = \"a.b\" , \"u n\" , \"p w\" , 65535   | +POP3SRV: \"a.b\", \"u n\", \"p w\", 65535",
                "=\"a.b\",\"u\\22n\",\"\\5C22\"           | +POP3SRV: \"a.b\", \"u\\22n\", \"\\5C22\", 110",
            })
    void whatIsWrittenIsReadTypedAgainAndCleared(String write, String read) {
        bench.ok("AT+POP3SRV" + write);
        assertThat(bench.exact("AT+POP3SRV?")).isEqualTo("\r\n" + read + "\r\n\r\nOK\r\n");
        bench.ok("AT" + read.replaceFirst(": ", "="));
        assertThat(bench.exact("AT+POP3SRV?")).isEqualTo("\r\n" + read + "\r\n\r\nOK\r\n");
        bench.ok("AT+POP3SRV");
        assertThat(bench.exact("AT+POP3SRV?")).isEqualTo(DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"\"",
                "\"a.b\"",
                "\"a.b\",\"u\"",
                "\"a.b\",\"\",\"p\"",
                "\"\",\"u\",\"p\"",
                ",\"u\",\"p\"",
                "\"a.b\",,\"p\"",
                "\"a.b\",\"u\",",
                "a.b,u,p",
                "\"a.b\",\"u\",\"p\",0",
                "\"a.b\",\"u\",\"p\",65536",
                "\"a.b\",\"u\",\"p\",-1",
                "\"a.b\",\"u\",\"p\",\"110\"",
                "\"a.b\",\"u\",\"p\",110,1",
                "\"a.b\",\"u\",\"p",
                "\"a b\",\"u\",\"p\"",
                "\"a\\0D\\0Ab\",\"u\",\"p\"",
                "\"a.b\",\"u\\0D\\0ADELE 1\",\"p\"",
                "\"a.b\",\"u\",\"p\\0D\\0ADELE 1\"",
                "\"a.b\",\"u\",\"p\\00\"",
            })
    void wrongParametersAreRefusedAndChangeNothing(String parameters) {
        bench.ok("AT+POP3SRV=\"kept.example\",\"kept\",\"secret\",1100");
        bench.error("AT+POP3SRV=" + parameters);
        assertThat(bench.line("AT+POP3SRV?"))
                .containsExactly("+POP3SRV: \"kept.example\", \"kept\", \"secret\", 1100", "OK");
    }

    @ParameterizedTest
    @CsvSource({
        "128, 1, 1, true",
        "129, 1, 1, false",
        "1, 128, 1, true",
        "1, 129, 1, false",
        "1, 1, 128, true",
        "1, 1, 129, false"
    })
    void lengths(int server, int user, int password, boolean accepted) {
        String line = "AT+POP3SRV=\"" + "s".repeat(server) + "\",\"" + "u".repeat(user) + "\",\"" + "p".repeat(password)
                + "\"";
        assertThat(bench.line(line)).containsExactly(accepted ? "OK" : "ERROR");
    }

    /** With a session that stands, so that it is not its lack that is complained about. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+POP3IN=1",
                "+POP3NUM?",
                "+POP3NUM=1",
                "+POP3LIST?",
                "+POP3LIST=",
                "+POP3LIST=\"1\"",
                "+POP3LIST=-1",
                "+POP3LIST=1,1",
                "+POP3LIST=99999999999",
                "+POP3HDR",
                "+POP3HDR?",
                "+POP3HDR=",
                "+POP3HDR=a",
                "+POP3HDR=1,2",
                "+POP3HDR=-1",
                "+POP3GET",
                "+POP3GET?",
                "+POP3GET=",
                "+POP3GET=,1",
                "+POP3GET=1,1",
                "+POP3GET=1,",
                "+POP3GET=\"1\"",
                "+POP3GET=-1",
                "+POP3DEL",
                "+POP3DEL?",
                "+POP3DEL=",
                "+POP3DEL=1,1",
                "+POP3DEL=*",
                "+POP3OUT?",
                "+POP3OUT=1",
                "+POP3STOP?",
                "+POP3STOP=1",
                "+POP3READ?",
                "+POP3READ=",
                "+POP3READ=0",
                "+POP3READ=0,",
                "+POP3READ=0,\"\"",
                "+POP3READ=2,\"1/EMAIL000.TXT\"",
                "+POP3READ=0,1/E",
                "+POP3READ=0,\"1/EMAIL000.TXT\",1",
                "+POP3UIDL",
                "+POP3TOP=1"
            })
    void formsAndParametersThatDoNotExist(String command) {
        bench.deliver(Mails.plain("hello"));
        bench.logIn();
        int before = bench.session(POP3).commands().size();
        bench.error("AT" + command);
        assertThat(bench.line("AT+POP3IN?")).containsExactly("+POP3IN: \"pop3.server.com\"", "OK");
        assertThat(bench.session(POP3).commands()).hasSize(before);
    }

    @Test
    void errorsStayPlainWhateverCmeeSays() {
        bench.ok("AT+CMEE=2");
        bench.error("AT+POP3SRV=\"\"", "AT+POP3IN", "AT+POP3NUM", "AT+POP3STOP", "AT+POP3HDR=x");
    }

    @Test
    void theServerSurvivesTheSessionAndIsForgottenAtARestart() {
        bench.logIn();
        bench.line("AT+POP3OUT");
        assertThat(bench.line("AT+POP3SRV?"))
                .containsExactly("+POP3SRV: \"pop3.server.com\", \"un\", \"pwd\", 110", "OK");
        bench.restart(bench.dte());
        assertThat(bench.exact("AT+POP3SRV?")).isEqualTo(DEFAULT);
    }
}
