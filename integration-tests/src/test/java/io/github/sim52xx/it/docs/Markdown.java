package io.github.sim52xx.it.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of documentation and what in it can be tried.
 *
 * @param blocks fenced blocks, in order
 * @param spans code within running text
 */
record Markdown(String name, String text, List<Block> blocks, List<String> spans) {

    private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");
    private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");

    /** @param language as written behind the fence */
    record Block(String language, List<String> lines) {

        /** The commands of a shell or console block, without prompts and remarks. */
        List<String> commands() {
            return lines.stream()
                    .filter(line -> language.equals("sh") || line.startsWith("$ "))
                    .map(line -> line.replaceFirst("^\\$ ", "")
                            .replaceFirst("\\s+#.*", "")
                            .strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    static Markdown read(Path file) throws IOException {
        String text = Files.readString(file);
        List<Block> blocks = new ArrayList<>();
        Matcher fenced = FENCED.matcher(text);
        while (fenced.find()) {
            blocks.add(new Block(fenced.group(1), fenced.group(2).lines().toList()));
        }
        List<String> spans = new ArrayList<>();
        Matcher span = SPAN.matcher(fenced.replaceAll(""));
        while (span.find()) {
            spans.add(span.group(1));
        }
        return new Markdown(file.getFileName().toString(), text, blocks, spans);
    }

    List<Block> blocks(String language) {
        return blocks.stream().filter(block -> block.language.equals(language)).toList();
    }
}
