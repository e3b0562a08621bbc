package io.github.sim52xx.cli.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * How text looks.
 *
 * @param colours whether it is for a terminal that has some
 */
public record Style(boolean colours) {

    private static final int WIDTH = 80;

    String bold(String text) {
        return dressed("\u001b[1m", text);
    }

    String dim(String text) {
        return dressed("\u001b[2m", text);
    }

    /** Lines of {@code text} that fit beside {@code indent} characters. */
    static List<String> wrapped(String text, int indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && indent + line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private String dressed(String code, String text) {
        return colours && !text.isEmpty() ? code + text + "\u001b[0m" : text;
    }
}
