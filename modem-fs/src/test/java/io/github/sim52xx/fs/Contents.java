package io.github.sim52xx.fs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;

/** Short ways to fill and to look at volumes. */
final class Contents {

    static final LocalDateTime NOW = LocalDateTime.parse("2010-02-02T11:04:57");

    private Contents() {}

    /** A volume in memory. */
    static Volume memory(Drive drive, long capacity) {
        return volume(drive, capacity, Mirror.NONE);
    }

    /** A volume whose copy is in {@code state}. */
    static Volume of(StateDirectory state, Drive drive) {
        return volume(drive, 1 << 20, state.mirror(drive, line -> {}));
    }

    static Volume volume(Drive drive, long capacity, Mirror mirror) {
        return new Volume(drive, capacity, () -> NOW, mirror, true);
    }

    static ModemPath path(String text) throws FileSystemException {
        return ModemPath.parse(FileName.encode(text), ModemPath.root(Drive.C));
    }

    static void put(Volume volume, String file, String content) throws IOException {
        put(volume, file, content.getBytes(StandardCharsets.UTF_8));
    }

    static void put(Volume volume, String file, byte[] content) throws IOException {
        try (NewFile saved = volume.create(path(file))) {
            saved.write(content);
            saved.commit();
        }
    }

    static void stage(Staging staging, String name, String content) throws IOException {
        try (OutputStream file = staging.file(name)) {
            file.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    static String text(Volume volume, String file) throws IOException {
        try (InputStream content = volume.open(path(file))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Everything: directories with a slash at the end, files with their content. */
    static Map<String, String> all(Volume volume) throws IOException {
        Map<String, String> all = new TreeMap<>();
        collect(volume, ModemPath.root(volume.drive()), all);
        return all;
    }

    private static void collect(Volume volume, ModemPath directory, Map<String, String> all) throws IOException {
        for (String name : volume.files(directory)) {
            String file = directory.child(name).toString();
            all.put(file, text(volume, file));
        }
        for (String name : volume.directories(directory)) {
            ModemPath child = directory.child(name);
            all.put(child + "/", "");
            collect(volume, child, all);
        }
    }
}
