package io.github.sim52xx.fs;

import static io.github.sim52xx.fs.Contents.path;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever names come from an AT line or a mail, only files of the drive change. */
class HostileNamesTest {

    private static final List<String> NAMES = List.of(
            "../../x",
            "..",
            ".",
            "",
            "/",
            "/etc/passwd",
            "C:foo",
            "C:/../../../x",
            "..\\..\\x",
            "D:/../.tmp/journal",
            "../.tmp/journal",
            "../lock",
            "../nvram.json",
            "a\u0000b",
            "x".repeat(300),
            "\u4e2d".repeat(100),
            "%2e%2e%2fx",
            "..%2f..%2fx",
            "file:///etc/passwd",
            "~/x",
            "$HOME",
            "-rf",
            "a\nC:/b",
            "\u202ejpg.exe",
            "con",
            "\ud800",
            "a/../../../b",
            "Audio/../../C/x");

    @TempDir
    private Path scratch;

    @Test
    void neverLeaveTheirDrive() throws Exception {
        Path directory = Files.createDirectory(scratch.resolve("state"));
        Files.writeString(scratch.resolve("x"), "outside");
        try (StateDirectory state = StateDirectory.open(directory)) {
            state.replace("nvram.json", new byte[] {'1'});
            Volume c = Contents.of(state, Drive.C);
            c.createDirectory(path("C:/Dir"));
            Map<String, String> before = outsideTheDrive();
            for (String name : NAMES) {
                tryEverything(c, name);
            }
            Random random = new Random(52);
            for (int i = 0; i < 300; i++) {
                tryEverything(c, scrambled(random));
            }
            assertThat(outsideTheDrive()).isEqualTo(before);
            assertThat(HostSnapshot.of(directory, Drive.C)).isEqualTo(Contents.all(c));
            assertThat(c.files(path("C:/"))).contains("x", "con").allMatch(FileName::isValid);
        }
    }

    private static String scrambled(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            name.append(List.of("..", "/", ".", "a", "%", "\u00e9", "\u4e2d", "C:", "\\", "\u0000", "b.txt")
                    .get(random.nextInt(11)));
        }
        return name.toString();
    }

    private static void tryEverything(Volume c, String name) {
        attempt(() -> Contents.put(c, name, "hostile"));
        attempt(() -> c.create(path("C:/Dir").child(name)).close());
        attempt(() -> {
            try (Staging staging = c.stage()) {
                Contents.stage(staging, "good", "1");
                attempt(() -> Contents.stage(staging, name, "2"));
                attempt(() -> staging.rename("good", name));
                staging.commit(path(name + "d"));
            }
        });
        attempt(() -> c.rename(path("C:/Dir/a"), name));
        attempt(() -> c.createDirectory(path(name + "e")));
        attempt(() -> c.deleteDirectory(path(name)));
    }

    private static void attempt(Attempt.Action action) {
        try {
            action.run();
        } catch (FileSystemException e) {
            // Refused, which is well.
        } catch (IOException e) {
            throw new AssertionError("not a refusal", e);
        }
    }

    private Map<String, String> outsideTheDrive() throws IOException {
        Map<String, String> all = new TreeMap<>(HostSnapshot.everything(scratch));
        all.keySet().removeIf(name -> name.startsWith("state/C/"));
        return all;
    }
}
