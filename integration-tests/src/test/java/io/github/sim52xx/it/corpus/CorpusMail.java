package io.github.sim52xx.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A mail that somebody else wrote, and what two independent readers make of it. The corpus is not part of this project:
 * it is looked for in the directory that the system property {@code sim52xx.corpus} names, and beside the project.
 *
 * @param truth an element of the corpus's {@code truth.json}
 */
record CorpusMail(Path path, JsonNode truth) {

    /** All of them; without the corpus the test is skipped. */
    static List<CorpusMail> all() {
        Path base = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        Optional<Path> corpus = Stream.of(System.getProperty("sim52xx.corpus", ""), "../../shared/mail-corpus")
                .filter(path -> !path.isEmpty())
                .map(path -> base.resolve(path).normalize())
                .filter(path -> Files.isRegularFile(path.resolve("truth.json")))
                .findFirst();
        assumeTrue(corpus.isPresent(), "no mail corpus: set -Dsim52xx.corpus=DIR to test with one");
        List<CorpusMail> mails = new ArrayList<>();
        JsonMapper.shared()
                .readTree(corpus.get().resolve("truth.json").toFile())
                .forEach(mail -> mails.add(
                        new CorpusMail(corpus.get().resolve(mail.get("file").asString()), mail)));
        assertThat(mails).isNotEmpty();
        return mails;
    }

    String name() {
        return path.getFileName().toString();
    }

    /** True if both readers find the same attachments. */
    boolean isUndisputed() {
        return truth.get("agree").asBoolean();
    }

    /** The mail as it lies in a maildrop: lines end with CRLF. */
    byte[] delivered() {
        try {
            byte[] stored = Files.readAllBytes(path);
            ByteArrayOutputStream crlf = new ByteArrayOutputStream(stored.length);
            for (int i = 0; i < stored.length; i++) {
                if (stored[i] == '\n' && (i == 0 || stored[i - 1] != '\r')) {
                    crlf.write('\r');
                }
                crlf.write(stored[i]);
            }
            return crlf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> attachments() {
        return elements("attachments");
    }

    /** The files to expect by their hashes: attachments, other parts that are no text, and what texts hold uuencoded. */
    List<String> files() {
        List<String> hashes = new ArrayList<>();
        attachments().forEach(part -> hashes.add(part.get("sha256_crlf").asString()));
        elements("text_parts").stream()
                .filter(part -> !isText(part) && !part.has("unsplit"))
                .forEach(part -> hashes.add(part.get("sha256_crlf").asString()));
        elements("uuencoded_in_text")
                .forEach(file -> hashes.add(file.get("sha256").asString()));
        return hashes;
    }

    /** The one text to be read: the plain one unless it is empty, or the only one; none if it is not so simple. */
    Optional<JsonNode> onlyText() {
        List<JsonNode> texts =
                elements("text_parts").stream().filter(CorpusMail::isText).toList();
        List<JsonNode> plain = texts.stream()
                .filter(part -> part.get("type").asString().equals("text/plain")
                        && part.get("size").asInt() > 0)
                .toList();
        List<JsonNode> shown = plain.isEmpty() ? texts : plain;
        return shown.size() == 1 && elements("uuencoded_in_text").isEmpty()
                ? Optional.of(shown.get(0))
                : Optional.empty();
    }

    private List<JsonNode> elements(String key) {
        return truth.has(key)
                ? StreamSupport.stream(truth.get(key).spliterator(), false).toList()
                : List.of();
    }

    private static boolean isText(JsonNode part) {
        return List.of("text/plain", "text/html").contains(part.get("type").asString());
    }
}
