package io.github.sim52xx.email.mime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of attachments: what senders write and what becomes of it. */
class FileNamesTest {

    static String[][] safe() {
        return new String[][] {
            {"a.txt", "a.txt"},
            {"my file (1).txt", "my file (1).txt"},
            {"a:b*c?d\"e<f>g|h,i;j", "a_b_c_d_e_f_g_h_i_j"},
            {"/etc/passwd", "passwd"},
            {"C:\\dir\\a.txt", "a.txt"},
            {"a\\b/c.txt", "c.txt"},
            {"../../x", "x"},
            {"..", ""},
            {"", ""},
            {"dir/", ""},
            {" . .profile", "profile"},
            {"  a.txt  ", "a.txt"},
            {"a\0b\r\nc\u007f\u0085d\u2028", "abcd"},
            {"a\tb", "a b"},
            {"-x", "_x"},
            {"(x)", "_x)"},
            {"_x", "_x"},
            {"\u00e9.txt", "\u00e9.txt"},
            {"\u65e5\u672c.txt", "\u65e5\u672c.txt"},
            {"\ud83d\ude00.txt", "\ud83d\ude00.txt"},
            {"a\ud83d\ude00.txt", "a\ud83d\ude00.txt"},
            {"a\ud83d.txt", "a_.txt"},
            {"name.", "name_"},
            {"name...", "name.._"},
            {"CON", "CON"},
            {"nul.txt", "nul.txt"},
        };
    }

    @ParameterizedTest
    @MethodSource
    void safe(String written, String safe) {
        assertThat(FileNames.safe(written)).isEqualTo(safe);
    }

    @Test
    void namesThatAreTakenGetANumber() {
        FileNames names = new FileNames();
        assertThat(names.claim("a.b.txt")).isEqualTo("a.b.txt");
        assertThat(names.claim("A.B.TXT")).isEqualTo("A.B_1.TXT");
        assertThat(names.claim("a.b.txt")).isEqualTo("a.b_2.txt");
        assertThat(names.claim("a.b_2.txt")).isEqualTo("a.b_2_1.txt");
        assertThat(names.claim("name")).isEqualTo("name");
        assertThat(names.claim("name")).isEqualTo("name_1");
        assertThat(names.claim("\u00c9")).isEqualTo("\u00c9");
        assertThat(names.claim("\u00e9")).isEqualTo("\u00e9_1");
        assertThat(names.isTaken("NAME_1")).isTrue();
        names.release("name_1");
        assertThat(names.isTaken("NAME_1")).isFalse();
    }

    @Test
    void longNamesAreCutBeforeTheExtension() {
        FileNames names = new FileNames();
        assertThat(names.claim("x".repeat(96) + ".txt")).isEqualTo("x".repeat(96) + ".txt");
        assertThat(names.claim("x".repeat(97) + ".txt")).isEqualTo("x".repeat(94) + "_1.txt");
        assertThat(names.claim("y".repeat(300))).isEqualTo("y".repeat(100));
        assertThat(names.claim("z." + "e".repeat(300))).isEqualTo("z." + "e".repeat(98));
        assertThat(names.claim("d".repeat(99) + ".." + "e".repeat(30))).isEqualTo("d".repeat(99) + "_");
    }

    @Test
    void longNamesAreCutBetweenCharacters() {
        for (String character : new String[] {"\u00e9", "\u65e5", "\ud83d\ude00", "a\u0308"}) {
            String name = new FileNames().claim("x" + character.repeat(200) + ".txt");
            assertThat(name).startsWith("x" + character).endsWith(".txt").hasSizeLessThanOrEqualTo(100);
            assertThat(name.getBytes(UTF_8)).hasSizeBetween(100, 180);
            assertThat(new String(name.getBytes(UTF_8), UTF_8)).isEqualTo(name);
        }
    }

    @Test
    void attachmentsWithoutANameAreCounted() {
        String part = "--b\nContent-Type: application/x\n\n\n";
        Received mail = Received.mail("Content-Type: multipart/mixed; boundary=b\n\n" + part
                + "--b\nContent-Type: a/b; name=\"../attach002\"\n\n\n--b\nContent-Type: image/png; name=\"..\"\n\n\n"
                + part
                + "--b--");
        assertThat(mail.names()).containsExactly("ATTACH001", "attach002", "ATTACH002.png", "ATTACH003");
    }

    @Test
    void aThousandAttachmentsOfOneName() {
        Received mail = Received.mail("Content-Type: multipart/mixed; boundary=b\n\n"
                + "--b\nContent-Type: a/b; name=x.y\n\n\n".repeat(1001) + "--b--");
        assertThat(mail.names())
                .hasSize(Attachments.MAX)
                .startsWith("x.y", "x_1.y")
                .endsWith("x_998.y");
        assertThat(mail.saved().leftOut()).isEqualTo(2);
    }
}
