package io.github.sim52xx.fs;

import java.util.ArrayList;
import java.util.List;

/** What a person should know about the files of a state directory. Bounded. Not thread-safe. */
final class Warnings {

    private static final int MAX = 20;

    private final List<String> lines = new ArrayList<>();
    private int more;

    void leftAlone(String path, String reason) {
        if (lines.size() < MAX) {
            lines.add(path + " is left alone: " + reason);
        } else {
            more++;
        }
    }

    List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        if (more > 0) {
            all.add(more + " more files are left alone");
        }
        return all;
    }
}
