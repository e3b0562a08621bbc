package io.github.sim52xx.fs;

import static io.github.sim52xx.fs.Contents.path;
import static io.github.sim52xx.fs.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What typed paths mean, and which are refused (manual 14). */
class ModemPathTest {

    @ParameterizedTest
    @CsvSource({
        "a.jpg, C:/Picture/a.jpg",
        "C:, C:/",
        "c:, C:/",
        "D:/, D:/",
        "d:/Audio, D:/Audio",
        "C:/Picture/, C:/Picture",
        "Sub/, C:/Picture/Sub",
        "sub/b c.txt, C:/Picture/sub/b c.txt",
        ".., C:/",
        "../, C:/",
        "../../.., C:/",
        "../x, C:/x",
        "../../../../etc, C:/etc",
        "C:/../../etc, C:/etc",
        "., C:/Picture",
        "./x, C:/Picture/x",
        "D:/.., D:/",
        "_x, C:/Picture/_x",
        "1, C:/Picture/1",
    })
    void isRelativeToTheCurrentDirectory(String typed, String meant) throws Exception {
        assertThat(ModemPath.parse(typed, path("C:/Picture"))).hasToString(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "//x", "a//b", "x/..hidden", ".hidden", "-x", "x.", "..", " x", "a/b./c"})
    void namesBeginAndEndWell(String typed) throws Exception {
        ModemPath current = path("C:/Picture");
        if (typed.equals("..")) {
            assertRefused(FileSystemError.INVALID_NAME, () -> current.child(typed));
        } else {
            assertRefused(FileSystemError.INVALID_NAME, () -> ModemPath.parse(typed, current));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\\b", "a*b", "a?", "a\"b", "a<b", "a>b", "a|b", "a,b", "a;b", "ab:c", "a\u0000b", "a\u001fb"})
    void someCharactersAreForbidden(String typed) throws Exception {
        ModemPath current = path("C:/Picture");
        assertRefused(FileSystemError.INVALID_NAME, () -> ModemPath.parse(typed, current));
        assertRefused(FileSystemError.INVALID_NAME, () -> current.child(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:foo", "E:/x", "1:/x", "\u00e4:/x"})
    void drivesAreCAndD(String typed) throws Exception {
        assertRefused(FileSystemError.INVALID_PATH, () -> ModemPath.parse(typed, path("C:/")));
    }

    @Test
    void aSlashIsNoPartOfAName() throws Exception {
        assertRefused(FileSystemError.INVALID_NAME, () -> path("C:/").child("a/b"));
        assertRefused(FileSystemError.INVALID_NAME, () -> path("C:/").child(""));
        assertRefused(FileSystemError.INVALID_NAME, () -> ModemPath.parse("", path("C:/")));
    }

    @Test
    void theDeviceCountsTheBytesOfTheWholePath() throws Exception {
        assertThat(path("C:/").roomForName()).isEqualTo(254 - "/MultiMedia/".length());
        assertThat(path("D:/Audio").roomForName()).isEqualTo(254 - "/mmc1/Audio/".length());
        String longest = "x".repeat(254 - "/MultiMedia/".length());
        assertThat(path("C:/" + longest).roomForName()).isNegative();
        assertRefused(FileSystemError.INVALID_PATH, () -> path("C:/" + longest + "x"));
        assertRefused(FileSystemError.INVALID_PATH, () -> path("C:/" + "x".repeat(300)));
        assertThat(path("D:/" + longest + "xxxxxx").name()).hasSize(248);
        assertRefused(FileSystemError.INVALID_PATH, () -> path("D:/" + longest + "xxxxxxx"));
        assertRefused(FileSystemError.INVALID_PATH, () -> path("C:/" + "\u4e2d".repeat(100)));
        assertThat(path("C:/" + "\u4e2d".repeat(80)).printed()).hasSize(3 + 240);
        assertRefused(FileSystemError.INVALID_PATH, () -> path("C:/" + "a/".repeat(122)));
    }

    @Test
    void bytesAreUtf8OrElseLatin1() throws Exception {
        ModemPath root = path("D:/");
        assertThat(ModemPath.parse("\u00e4\u00b8\u00ad.txt", root)).hasToString("D:/\u4e2d.txt");
        assertThat(ModemPath.parse("\u00e4.txt", root)).hasToString("D:/\u00e4.txt");
        assertThat(root.child("\u4e2d").printedAsDirectory()).isEqualTo("D:/\u00e4\u00b8\u00ad/");
        assertThat(root.printedAsDirectory()).isEqualTo("D:/");
        assertThat(root.child("\ud83d\udcf7.jpg").printed()).isEqualTo("D:/\u00f0\u009f\u0093\u00b7.jpg");
        assertRefused(FileSystemError.INVALID_NAME, () -> ModemPath.parse("a\u0085b", root));
        assertRefused(FileSystemError.INVALID_NAME, () -> root.child("a\ud83d"));
    }

    @Test
    void aRootIsItsOwnParent() throws Exception {
        assertThat(path("D:/").parent()).isEqualTo(path("D:/"));
        assertThat(path("D:/a/b").parent()).isEqualTo(path("D:/a")).isNotEqualTo(path("C:/a"));
    }
}
