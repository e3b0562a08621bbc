package io.github.sim52xx.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.fs.FileName;
import io.github.sim52xx.it.mail.MailBench;
import io.github.sim52xx.net.HostPort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What goes out by AT+SMTPSEND comes back by AT+POP3GET as it was, whatever it is and whichever server lies between.
 * Files to the byte; of bodies, every CR, LF or CRLF becomes CRLF, the last line may get its end, and text that is not
 * UTF-8 is taken as ISO 8859-1.
 */
public abstract class RoundTripContract {

    private static final int MEGABYTE = 1 << 20;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long PAUSE_NANOS = 50_000_000;

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    /** Takes mails to john@server.com from everybody. */
    protected abstract HostPort smtp();

    /** Opens the maildrop where they come to lie to {@code un}, {@code pwd}; it is empty before and after a test. */
    protected abstract HostPort pop3();

    @AfterEach
    void deleteMail() {
        if (!bench.line("AT+POP3IN?").contains("+POP3IN: NULL")) {
            assertThat(bench.line("AT+POP3DEL=1")).containsExactly("+POP3: SUCCESS", "OK");
            assertThat(bench.line("AT+POP3OUT")).containsExactly("+POP3: SUCCESS", "OK");
        }
    }

    @Test
    void filesWithAnything() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("dots.txt", latin1(".\r\n..\r\n...\r\n.QUIT\r\n\r\n.\r\n.a\n.\n"));
        files.put("bare-cr.txt", latin1("\ra\rb\r\rc\r"));
        files.put("bare-lf.txt", latin1("\na\nb\n\n.\nDATA\n"));
        files.put("nul.bin", latin1("\0".repeat(1000) + "a\0\r\n\0"));
        files.put("eight-bit.bin", latin1(everyByte()));
        files.put("998.txt", latin1("x".repeat(998) + "\r\n" + "y".repeat(999) + "\r\n" + ".".repeat(5000)));
        files.put("100000.txt", latin1("z".repeat(100_000)));
        files.put("empty.txt", new byte[0]);
        files.put(
                "boundary.eml", latin1("--\r\n----=_SIM52xx_100202110457_0--\r\n\r\nFrom me\r\n>From me\r\n=3D=\r\n"));
        files.put("uuencoded.txt", latin1("begin 644 cat.txt\n#0V%T\n`\nend\n"));
        thereAndBack(files);
    }

    @Test
    void tenMegabytes() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Random random = new Random(10);
        for (int i = 0; i < 10; i++) {
            byte[] noise = new byte[MEGABYTE];
            random.nextBytes(noise);
            files.put(i + ".bin", noise);
        }
        thereAndBack(files);
    }

    @Test
    void filesOfAnyName() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : new String[] {
            "\u6d4b\u8bd5 gr\u00fc\u00df.pdf",
            "two  blanks and one.txt",
            "\ud83d\ude00.txt",
            "e\u0301\u05d0\u0628.txt",
            "x=utf-8'en'%41.txt",
            "it's (a) [name] {of} #1 & 100%=@!$+^~`.txt",
            "no extension",
            "many..dots...tar.gz",
            "UPPER.TXT"
        }) {
            files.put(name, latin1("content of " + name.length()));
        }
        thereAndBack(files);
    }

    /** As long as the modem's file system takes them (manual 14); where they come back they are shortened. */
    @Test
    void longNames() {
        String longest = "n".repeat(254 - "/MultiMedia/".length() - 4) + ".txt";
        byte[] content = latin1("long");
        bench.put("C:/" + longest, content);
        bench.error("AT+SMTPFILE=1,\"n" + longest + "\"", "AT+SMTPFILE=1,\"" + "n".repeat(300) + "\"");
        write();
        bench.ok("AT+SMTPFILE=1,\"" + longest + "\"");
        bench.sendMail();
        Map<String, byte[]> files = fetch();
        assertThat(files).containsOnlyKeys("EMAIL000.TXT", "n".repeat(96) + ".txt");
        assertThat(files.get("n".repeat(96) + ".txt")).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../secret.txt", "C:/secret.txt", "a:b", "a*", "a?b", "a<b", "a>b", "a|b", "a,b", "a;b", "a\\5Cb"
            })
    void namesThatCannotBeSent(String name) {
        bench.put("C:/secret.txt", latin1("secret"));
        assertThat(bench.line("AT+FSCD=C:/Picture")).contains("OK");
        bench.error("AT+SMTPFILE=1,\"" + name + "\"");
    }

    /** What other mailers call their files stays in the directory of the mail. */
    @Test
    void namesOfOthers() throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("../../../secret.txt", "secret.txt");
        names.put("/etc/passwd", "passwd");
        names.put("C:/Windows/a.dll", "a.dll");
        names.put("..\\..\\\\b.txt", "b.txt");
        names.put("a:b*c?d<e>f|g,h;i.txt", "a_b_c_d_e_f_g_h_i.txt");
        names.put("...hidden", "hidden");
        names.put("EMAIL000.TXT", "EMAIL000.TXT");
        names.put("same.txt", "same.txt");
        names.put("x/same.txt", "same_1.txt");
        names.put("n".repeat(300) + ".txt", "n".repeat(96) + ".txt");
        names.put("\u00e4".repeat(300) + ".txt", "\u00e4".repeat(88) + ".txt");
        StringBuilder mail = new StringBuilder("From: mike@server.com\r\nSubject: names\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\ntext\r\n");
        names.keySet()
                .forEach(name -> mail.append("--b\r\nContent-Type: application/octet-stream\r\n")
                        .append("Content-Disposition: attachment;\r\n filename=\"=?utf-8?B?")
                        .append(base64(name))
                        .append("?=\"\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                        .append(base64(name))
                        .append("\r\n"));
        Submission.send(smtp(), mail + "--b--\r\n");
        Map<String, byte[]> files = fetch();
        names.forEach((name, saved) -> assertThat(files.get(saved))
                .as(name)
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(name));
        assertThat(files).hasSize(names.size() + 1).containsKey("EMAIL001.TXT");
        assertThat(bench.files("C:/")).isEmpty();
    }

    /** Bodies as they are typed behind {@code >>}, a character a byte. */
    enum Body {
        EMPTY(""),
        DOT("."),
        DOTS(".\r\n..\r\n.\r\n\r\n...QUIT\r\n.\r\n"),
        BARE_CR("one\rtwo\r\rthree\r"),
        /** A line feed at the very start would belong to the command line before it. */
        BARE_LF("zero\n\none\ntwo\n.\n\nthree"),
        MIXED("a\r\r\nb\n\r\nc\n\r.\r."),
        NUL("a\0b\0\r\n\0"),
        CONTROLS("\1\2\t\u000b\u000c\u007f\u001f end"),
        UTF_8(new String(
                "gr\u00fc\u00df \u6d4b \ud83d\ude00\r\n".getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1)),
        LATIN_1("gr\u00fc\u00df \u00ff\u0080\r\n\u00a0"),
        LONG_LINE("x".repeat(5120)),
        LONG_LINES(("y".repeat(998) + "\r\n").repeat(4) + "z".repeat(999)),
        LONG_EIGHT_BIT("\u00e9".repeat(5120)),
        ENCODED("=20=\r\n=3D =?utf-8?Q?x?= \r\n\t\r\n"),
        FROM("From me\r\n>From me\r\n--\r\n-- \r\nbegin 644 a\r\nContent-Type: text/html\r\n\r\n");

        private final String typed;

        Body(String typed) {
            this.typed = typed;
        }
    }

    @ParameterizedTest
    @EnumSource
    void bodiesOfAnything(Body body) {
        write();
        type(body.typed);
        bench.sendMail();
        String text = text(fetch());
        assertThat(text).isIn(received(body.typed), received(body.typed) + "\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void bodiesBesideAFile(Body body) {
        bench.put("C:/dot.txt", latin1(".\r\n"));
        write();
        type(body.typed);
        bench.ok("AT+SMTPFILE=1,\"dot.txt\"");
        bench.sendMail();
        Map<String, byte[]> files = fetch();
        assertThat(text(files)).isEqualTo(received(body.typed));
        assertThat(files.get("dot.txt")).asString().isEqualTo(".\r\n");
    }

    private void thereAndBack(Map<String, byte[]> files) {
        write();
        int index = 1;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            bench.put("C:/" + file.getKey(), file.getValue());
            bench.ok("AT+SMTPFILE=" + index + ",\"" + FileName.encode(file.getKey()) + "\"");
            index++;
        }
        bench.sendMail();
        Map<String, byte[]> fetched = fetch();
        files.forEach((name, content) -> assertThat(fetched).as(name).containsKey(name));
        files.forEach((name, content) ->
                assertThat(Sha256.of(fetched.get(name))).as(name).isEqualTo(Sha256.of(content)));
        assertThat(fetched).hasSize(files.size() + 1);
    }

    private void write() {
        bench.ok(
                "AT+SMTPSRV=\"" + smtp().host() + "\"," + smtp().port(),
                "AT+SMTPFROM=\"mike@server.com\",\"mike\"",
                "AT+SMTPRCPT=0,0,\"john@server.com\",\"john\"");
    }

    private void type(String body) {
        bench.dte().send("AT+SMTPBODY\r");
        bench.dte().await(">>");
        bench.dte().send(body + "\u001a");
        assertThat(bench.dte().awaitResult()).endsWith("\r\nOK\r\n");
    }

    /** Fetches the only mail when it has been delivered, and stays logged in. */
    private Map<String, byte[]> fetch() {
        bench.ok("AT+POP3SRV=\"" + pop3().host() + "\",\"un\",\"pwd\"," + pop3().port());
        long end = System.nanoTime() + PATIENCE_NANOS;
        assertThat(bench.line("AT+POP3IN")).containsExactly("+POP3: SUCCESS", "OK");
        while (bench.line("AT+POP3NUM").get(0).startsWith("+POP3: 0, ")) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            assertThat(bench.line("AT+POP3OUT")).containsExactly("+POP3: SUCCESS", "OK");
            LockSupport.parkNanos(PAUSE_NANOS);
            assertThat(bench.line("AT+POP3IN")).containsExactly("+POP3: SUCCESS", "OK");
        }
        assertThat(bench.line("AT+POP3NUM").get(0)).startsWith("+POP3: 1, ");
        String text = bench.fetch("1");
        String directory = text.substring(0, text.lastIndexOf('/') + 1);
        Map<String, byte[]> files = new LinkedHashMap<>();
        bench.files(directory).forEach(name -> files.put(name, bench.read(directory + name)));
        return files;
    }

    /** The text file of a mail without its header lines. */
    private static String text(Map<String, byte[]> files) {
        String text = new String(files.get("EMAIL000.TXT"), StandardCharsets.UTF_8);
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }

    private static String received(String typed) {
        return FileName.decode(typed).replaceAll("\r\n|\r|\n", "\r\n");
    }

    private static String everyByte() {
        StringBuilder bytes = new StringBuilder();
        for (int i = 0; i < 512; i++) {
            bytes.append((char) (i & 0xff));
        }
        return bytes.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
