package io.github.sim52xx.fs;

import static io.github.sim52xx.fs.Contents.all;
import static io.github.sim52xx.fs.Contents.path;
import static io.github.sim52xx.fs.Contents.put;
import static io.github.sim52xx.fs.Contents.stage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every kind of change that a state directory goes through, and one to try it on. */
enum HostOperation {
    MAKE_DIRECTORY((state, c, d) -> c.createDirectory(path("C:/Dir/New"))),
    REMOVE_DIRECTORY((state, c, d) -> c.deleteDirectory(path("C:/Dir/Empty"))),
    SAVE((state, c, d) -> put(c, "C:/Picture/new.txt", "x".repeat(40_000))),
    SAVE_UNICODE((state, c, d) -> put(d, "D:/\u4e2d\u6587.txt", "new")),
    DELETE((state, c, d) -> c.deleteFile(path("C:/Dir/a.txt"))),
    DELETE_ALL((state, c, d) -> c.deleteFiles(path("C:/Dir"))),
    RENAME((state, c, d) -> c.rename(path("C:/Dir/a.txt"), "renamed.txt")),
    RENAME_CASE((state, c, d) -> d.rename(path("D:/KEEP.txt"), "Keep.TXT")),
    COPY((state, c, d) -> c.copy(path("C:/Dir/a.txt"), d, path("D:/Audio/a.txt"), (bytes, total) -> true)),
    FORMAT((state, c, d) -> d.format()),
    MAIL((state, c, d) -> mail(c, "C:/Dir/100202110457")),
    MAIL_WITH_PARENT((state, c, d) -> mail(c, "C:/Email/100202110457")),
    MAIL_WITH_PARENTS((state, c, d) -> mail(d, "D:/Email/a/b/100202110457")),
    MAIL_GIVEN_UP((state, c, d) -> {
        try (Staging mail = c.stage()) {
            stage(mail, "a", "text");
        }
    }),
    NEW_MEMORY((state, c, d) -> state.replace("new.json", new byte[] {'1'})),
    CHANGED_MEMORY((state, c, d) -> state.replace("nvram.json", new byte[] {'2'}));

    private final Work work;

    HostOperation(Work work) {
        this.work = work;
    }

    interface Work {
        void on(StateDirectory state, Volume c, Volume d) throws IOException;
    }

    void run(StateDirectory state, Volume c, Volume d) throws IOException {
        work.on(state, c, d);
    }

    private static void mail(Volume volume, String directory) throws IOException {
        try (Staging mail = volume.stage()) {
            stage(mail, "EMAIL000.TXT", "x".repeat(40_000));
            stage(mail, "winmail.dat", "attachment");
            stage(mail, "unwanted", "");
            mail.rename("winmail.dat", "\u00fc.dat");
            mail.delete("unwanted");
            mail.commit(path(directory));
        }
    }

    /** A state directory that has been used. */
    static Path prepare(Path parent) throws IOException {
        Path directory = Files.createTempDirectory(parent, "state");
        for (String name : Drive.AUTOMATIC_DIRECTORIES) {
            Files.createDirectories(directory.resolve("C").resolve(name));
            Files.createDirectories(directory.resolve("D").resolve(name));
        }
        Files.createDirectories(directory.resolve("C/Dir/Empty"));
        Files.writeString(directory.resolve("C/Dir/a.txt"), "a");
        Files.writeString(directory.resolve("C/Dir/b.txt"), "b");
        Files.writeString(HostName.child(directory.resolve("C/Dir"), "\u4e2d.txt"), "c");
        Files.createDirectories(directory.resolve("D/Dir/Sub"));
        Files.writeString(directory.resolve("D/Dir/Sub/e.txt"), "e");
        Files.writeString(directory.resolve("D/keep.txt"), "f");
        Files.writeString(directory.resolve("D/Picture/g.jpg"), "g");
        Files.writeString(directory.resolve("nvram.json"), "1");
        return directory;
    }

    /** What the modem finds, which is what the host has. */
    static Map<String, String> reopened(Path directory) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (StateDirectory state = StateDirectory.open(directory)) {
            for (Drive drive : Drive.values()) {
                Map<String, String> found = all(Contents.of(state, drive));
                assertThat(HostSnapshot.of(directory, drive)).isEqualTo(found);
                all.putAll(found);
            }
            for (String name : new String[] {"nvram.json", "new.json"}) {
                byte[] content = state.read(name);
                all.put(name, content == null ? "none" : new String(content, StandardCharsets.UTF_8));
            }
            try (Stream<Path> left = Files.list(directory.resolve(".tmp"))) {
                assertThat(left).isEmpty();
            }
        }
        return all;
    }
}
