package io.github.sim52xx.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that stand uuencoded in a text. */
class UuBlocksTest {

    private static final String BLOCK = "begin 644 cat.txt\n#0V%T\n`\nend\n";

    @Test
    void aBlockBecomesAnAttachmentAndLeavesTheText() {
        Received mail = Received.mail("Subject: s\n\nLook:\n" + BLOCK + "and\n" + BLOCK + "Bye\n");
        assertThat(mail.body()).isEqualTo("Look:\nand\nBye\n");
        assertThat(mail.names()).containsExactly("cat.txt", "cat_1.txt");
        assertThat(mail.attachment("cat.txt")).isEqualTo("Cat");
        assertThat(mail.attachment("cat_1.txt")).isEqualTo("Cat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin 644 cat.txt\n#0V%T\nend\n",
                "begin 0644 cat.txt\n#0V%T \n`\nend\n",
                "begin 644 cat.txt  \n#0V%T\n \nend  \n",
                "begin 644 cat.txt\n#0V%T\n\nend\n",
                "begin 644 cat.txt\n\"0V$ \n!=\n`\nend"
            })
    void variantsThatOccur(String block) {
        Received mail = Received.mail("Subject: s\n\n" + block);
        assertThat(mail.body()).isEmpty();
        assertThat(mail.attachment("cat.txt")).startsWith("Ca");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin 644 cat.txt\n#0V%T\n`\n",
                "begin 644 cat.txt\n#0V%T\n`\nend of story\n",
                "begin 644 cat.txt\nlower case\nend\n",
                "begin 644 cat.txt\n#0V%T%%%%%%%\nend\n",
                "begin 644 cat.txt\n#0V%T\n`\n#0V%T\nend\n",
                "begin 644 \n#0V%T\nend\n",
                "begin 64 cat.txt\n#0V%T\nend\n",
                "begin 999 cat.txt\n#0V%T\nend\n",
                "begin the day\nend\n",
                " begin 644 cat.txt\n#0V%T\n`\nend\n",
                "begin 644 cat.txt"
            })
    void whatIsNoBlockStaysInTheText(String text) {
        Received mail = Received.mail("Subject: s\n\n" + text);
        assertThat(mail.body()).isEqualTo(text);
        assertThat(mail.names()).isEmpty();
        assertThat(mail.files().contents()).containsOnlyKeys("EMAIL000.TXT");
    }

    @Test
    void aBlockMayBeginInsideOneThatIsNone() {
        Received mail = Received.mail("Subject: s\n\nbegin 644 dog\n" + BLOCK);
        assertThat(mail.body()).isEqualTo("begin 644 dog\n");
        assertThat(mail.names()).containsExactly("cat.txt");
    }

    @Test
    void largeBlocksAreWrittenOrTakenBack() {
        String lines = ("M" + "0V%T".repeat(15) + "\n").repeat(20_000);
        Received mail = Received.mail("Subject: s\n\nbegin 644 cats\n" + lines + "`\nend\n");
        assertThat(mail.attachment("cats")).isEqualTo("Cat".repeat(15 * 20_000));
        Received broken = Received.mail("Subject: s\n\nbegin 644 cats\n" + lines + "That was it\nend\n");
        assertThat(broken.body()).isEqualTo("begin 644 cats\n" + lines + "That was it\nend\n");
        assertThat(broken.files().contents()).containsOnlyKeys("EMAIL000.TXT");
    }

    @Test
    void linesThatAreTooLongEndABlock() {
        String text = "begin 644 cat.txt\n#0V%T\n" + "M".repeat(5000) + "\nend\n";
        assertThat(Received.mail("Subject: s\n\n" + text).body()).isEqualTo(text);
    }

    @Test
    void onlyPlainTextIsSearched() {
        Received html = Received.mail("Content-Type: text/html\n\n" + BLOCK);
        assertThat(html.body()).isEqualTo(BLOCK);
        Received attached = Received.mail("Content-Type: text/plain; name=x\n\n" + BLOCK);
        assertThat(attached.names()).containsExactly("x");
    }

    @Test
    void theTransferEncodingIsDecodedFirst() {
        Received mail = Received.mail(
                "Content-Transfer-Encoding: quoted-printable\n\nbegin 644 caf=C3=A9.txt\n#0V%T\n`\nend\n");
        assertThat(mail.names()).containsExactly("caf\u00e9.txt");
    }
}
