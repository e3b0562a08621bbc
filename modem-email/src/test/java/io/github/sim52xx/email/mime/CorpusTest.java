package io.github.sim52xx.email.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mails that other people wrote, from the tests of other mail readers, against what two independent readers make of them.
 * The corpus is not part of this project: it is looked for in the directory that the system property {@code
 * sim52xx.corpus} names and in a directory beside the project.
 */
class CorpusTest {

    /** Mails on which both readers of the corpus agree and this one differs. */
    private static final Map<String, String> DIFFERENT = Map.of(
            "rubymail-raw-email-with-binary-encoded.eml",
            "boundary=----=_Part_… without quotes: taken whole here, cut at the equals sign there, so no part was found");

    /** Mails on which they do not agree, where this one does not read as the first. */
    private static final Map<String, String> DISPUTED = Map.of(
            "cpython-msg-39.eml",
            "multiparts with one boundary inside one another: innermost first, as the second reader",
            "james-oneattachmentandsometextinlined.eml",
            "a line of junk before the header is skipped, as the second reader and others do",
            "james-oneattachmentwithoutcontenttype.eml",
            "likewise",
            "mimekit-feedback-report.eml",
            "a byte order mark before the header is skipped, as the second reader does",
            "phpimap-boolean-decoded-content.eml",
            "base64 of a wrong length is decoded as far as it goes, as the second reader and others do",
            "rspamd-fname.eml",
            "likewise");

    private Path corpus;
    private List<JsonNode> mails;

    @BeforeEach
    void findCorpus() {
        Path base = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        Optional<Path> found = Stream.of(
                        System.getProperty("sim52xx.corpus", ""), "../../shared/mail-corpus", "../shared/mail-corpus")
                .filter(path -> !path.isEmpty())
                .map(path -> base.resolve(path).normalize())
                .filter(path -> Files.isRegularFile(path.resolve("truth.json")))
                .findFirst();
        assumeTrue(found.isPresent(), "no mail corpus: set -Dsim52xx.corpus=DIR to test with one");
        corpus = found.get();
        mails = new ArrayList<>();
        JsonMapper.shared().readTree(corpus.resolve("truth.json").toFile()).forEach(mails::add);
        assertThat(mails).isNotEmpty();
    }

    @Test
    void attachmentsAreTheSameToTheByte() {
        Map<String, String> agreed = new TreeMap<>();
        Map<String, String> disputed = new TreeMap<>();
        int attachments = 0;
        int equal = 0;
        for (JsonNode mail : mails) {
            Received received = Received.bytes(bytes(mail));
            List<String> expected = expected(mail);
            List<String> found = found(received);
            List<String> unexpected = new ArrayList<>(found);
            int same = (int) expected.stream().filter(unexpected::remove).count();
            boolean agree = mail.get("agree").asBoolean();
            attachments += agree ? expected.size() : 0;
            equal += agree ? same : 0;
            if (same < expected.size() || !unexpected.isEmpty()) {
                (agree ? agreed : disputed).put(file(mail), expected.size() + " expected, " + received.saved());
            }
        }
        System.out.printf(
                "mail corpus: %d mails, %d of %d undisputed attachments equal; different: %s; disputed and different: %s%n",
                mails.size(), equal, attachments, agreed.keySet(), disputed.keySet());
        assertThat(equal).isGreaterThanOrEqualTo(attachments * 98 / 100);
        assertThat(agreed).containsOnlyKeys(DIFFERENT.keySet());
        assertThat(disputed).containsOnlyKeys(DISPUTED.keySet());
    }

    @Test
    void namesAreTheSenders() {
        List<String> different = new ArrayList<>();
        int names = 0;
        for (JsonNode mail : mails) {
            Received received = Received.bytes(bytes(mail));
            FileNames taken = new FileNames();
            for (JsonNode attachment : mail.get("attachments")) {
                String safe = FileNames.safe(attachment.get("name").asString(""));
                if (attachment.get("name_agree").asBoolean() && !safe.isEmpty()) {
                    names++;
                    String name = taken.claim(safe);
                    if (!received.names().contains(name)) {
                        different.add(file(mail) + ": " + name + ", not " + received.names());
                    }
                }
            }
        }
        System.out.printf("mail corpus: %d of %d undisputed names equal%n", names - different.size(), names);
        assertThat(different).isEmpty();
    }

    @Test
    void headerLinesAreAsInTheMail() {
        for (JsonNode mail : mails) {
            Received received = Received.bytes(bytes(mail));
            String text = received.files().latin1(received.saved().textFile());
            for (String field : List.of("Subject", "From", "Date")) {
                JsonNode raw = mail.get(field.toLowerCase(Locale.ROOT) + "_raw");
                if (raw != null && raw.isString() && raw.asString().length() < HeaderBlock.MAX_FIELD) {
                    assertThat(text).as(file(mail)).contains(field + ": " + raw.asString() + "\r\n");
                }
            }
        }
    }

    @Test
    void textsAreTheSame() {
        List<String> different = new ArrayList<>();
        int texts = 0;
        for (JsonNode mail : mails) {
            JsonNode parts = mail.get("text_parts");
            if (parts.size() != 1 || !mail.get("agree").asBoolean() || mail.has("uuencoded_in_text")) {
                continue;
            }
            JsonNode part = parts.get(0);
            String charset = part.get("charset").asString("us-ascii");
            if (part.get("type").asString().startsWith("text/")
                    && List.of("us-ascii", "utf-8").contains(charset)
                    && part.get("encoding").asString("7bit").equals("7bit")) {
                texts++;
                String body = Received.bytes(bytes(mail)).body().replace("\n", "\r\n");
                if (!sha256(body.getBytes(StandardCharsets.UTF_8))
                        .equals(part.get("sha256_crlf").asString())) {
                    different.add(file(mail) + ": " + body);
                }
            }
        }
        System.out.printf("mail corpus: %d of %d plain texts equal%n", texts - different.size(), texts);
        assertThat(texts).isPositive();
        assertThat(different).isEmpty();
    }

    @Test
    void chunkingDoesNotMatter() {
        for (JsonNode mail : mails) {
            byte[] bytes = bytes(mail);
            Received whole = Received.bytes(bytes);
            Received pieces = Received.pieces(bytes, 100, new Random(bytes.length));
            assertThat(pieces.saved()).as(file(mail)).isEqualTo(whole.saved());
            assertThat(found(pieces)).as(file(mail)).isEqualTo(found(whole));
            assertThat(pieces.text()).as(file(mail)).isEqualTo(whole.text());
        }
    }

    /** Attachments, other parts that are no body, and files that stand uuencoded in texts, by their hashes. */
    private static List<String> expected(JsonNode mail) {
        List<String> hashes = new ArrayList<>();
        mail.get("attachments")
                .forEach(part -> hashes.add(part.get("sha256_crlf").asString()));
        for (JsonNode part : mail.get("text_parts")) {
            boolean body =
                    List.of("text/plain", "text/html").contains(part.get("type").asString());
            if (!body && !part.has("unsplit")) {
                hashes.add(part.get("sha256_crlf").asString());
            }
        }
        if (mail.has("uuencoded_in_text")) {
            mail.get("uuencoded_in_text")
                    .forEach(file -> hashes.add(file.get("sha256").asString()));
        }
        return hashes;
    }

    private static List<String> found(Received received) {
        return received.names().stream()
                .map(name -> sha256(received.files().bytes(name)))
                .toList();
    }

    private static String file(JsonNode mail) {
        return mail.get("file").asString();
    }

    /** The mail as a POP3 server sends it. */
    private byte[] bytes(JsonNode mail) {
        try {
            byte[] stored = Files.readAllBytes(corpus.resolve(file(mail)));
            ByteArrayOutputStream crlf = new ByteArrayOutputStream();
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

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
