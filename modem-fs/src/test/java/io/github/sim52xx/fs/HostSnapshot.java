package io.github.sim52xx.fs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in a directory of the host, in the form of {@link Contents#all}. */
final class HostSnapshot {

    private HostSnapshot() {}

    /** The files of one drive. */
    static Map<String, String> of(Path state, Drive drive) throws IOException {
        Map<String, String> all = new TreeMap<>();
        Path root = state.resolve(drive.name());
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(path -> !path.equals(root)).toList()) {
                String name = drive + ":/" + names(root, path);
                if (Files.isDirectory(path)) {
                    all.put(name + "/", "");
                } else {
                    all.put(name, new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
                }
            }
        }
        return all;
    }

    /** Everything below {@code directory}, wherever links lead. */
    static Map<String, String> everything(Path directory) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.toList()) {
                boolean file = Files.isRegularFile(path) && !Files.isSymbolicLink(path);
                all.put(directory.relativize(path).toString(), file ? Files.readString(path) : "");
            }
        }
        return all;
    }

    private static String names(Path root, Path path) {
        String names = HostName.of(path);
        for (Path up = path.getParent(); !up.equals(root); up = up.getParent()) {
            names = HostName.of(up) + "/" + names;
        }
        return names;
    }
}
