package io.github.sim52xx.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.fs.FileName;
import io.github.sim52xx.it.mail.MailBench;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** All mails of the corpus in one maildrop, fetched one after the other by AT+POP3GET: what lies on C: then. */
class CorpusFetchTest {

    /** Why mails on which both readers of the corpus agree differ here. */
    private static final Map<String, String> DIFFERENT = Map.of(
            "rubymail-raw-email-with-binary-encoded.eml",
            "boundary=----=_Part_… without quotes: taken whole here, cut at the equals sign there");

    /** Why mails on which they do not agree are not read as the first of them does. */
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

    /** Why bodies are not what the sender's would be in UTF-8. */
    private static final Map<String, String> OTHER_TEXTS = Map.of(
            "mime4j-german-qp.eml",
            "bare line feeds, encoded, among line ends: all are CRLF here",
            "phpmime-failure.eml",
            "declared as gb2312, with characters that only GBK has: read as that",
            "rubymail-attachment-message-rfc822-inline-image.eml",
            "a blank at the end of a quoted-printable line does not count (RFC 2045 6.7 (3))");

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    private final List<Fetched> fetched = new ArrayList<>();

    /** A mail and the files that it has become. */
    private record Fetched(CorpusMail mail, byte[] text, Map<String, byte[]> files) {

        /** The text without the header lines. */
        byte[] body() {
            String latin1 = new String(text, StandardCharsets.ISO_8859_1);
            int start = latin1.startsWith("\r\n") ? 2 : latin1.indexOf("\r\n\r\n") + 4;
            return Arrays.copyOfRange(text, start, text.length);
        }

        /** Lines end with CRLF in the text file; in an encoded text they may have ended otherwise. */
        boolean spells(String body, Charset charset, JsonNode part) {
            String hash = part.get("sha256_crlf").asString();
            return is(body.getBytes(charset), hash)
                    || is(body.replace("\r\n", "\n").getBytes(charset), hash);
        }

        /** The server ends the last line of a mail; what is last in a mail that lacks that may have it too. */
        boolean is(byte[] content, String hash) {
            boolean ended = content.length >= 2 && content[content.length - 1] == '\n';
            return Sha256.of(content).equals(hash)
                    || ended
                            && Sha256.of(Arrays.copyOf(content, content.length - 2))
                                    .equals(hash);
        }
    }

    @BeforeEach
    void fetchAll() {
        List<CorpusMail> mails = CorpusMail.all();
        mails.forEach(mail -> bench.deliver(mail.delivered()));
        bench.logIn();
        assertThat(bench.line("AT+POP3NUM").get(0)).startsWith("+POP3: " + mails.size() + ", ");
        for (int number = 1; number <= mails.size(); number++) {
            String text = bench.fetch(Integer.toString(number));
            String directory = text.substring(0, text.lastIndexOf('/') + 1);
            Map<String, byte[]> files = new LinkedHashMap<>();
            bench.files(directory).forEach(name -> files.put(name, bench.read(directory + name)));
            byte[] saved = files.remove(text.substring(directory.length()));
            fetched.add(new Fetched(mails.get(number - 1), saved, files));
        }
        assertThat(bench.line("AT+POP3OUT")).containsExactly("+POP3: SUCCESS", "OK");
    }

    @Test
    void whatLandsOnTheFlashIsWhatTheSenderSent() {
        int attachments = 0;
        int equal = 0;
        Set<String> different = new TreeSet<>();
        Set<String> disputed = new TreeSet<>();
        for (Fetched each : fetched) {
            List<byte[]> unexpected = new ArrayList<>(each.files().values());
            List<String> expected = each.mail().files();
            int same = 0;
            for (String hash : expected) {
                boolean found = unexpected.stream()
                        .filter(content -> each.is(content, hash))
                        .findFirst()
                        .map(unexpected::remove)
                        .isPresent();
                same += found ? 1 : 0;
            }
            if (each.mail().isUndisputed()) {
                attachments += expected.size();
                equal += same;
            }
            if (same < expected.size() || !unexpected.isEmpty()) {
                (each.mail().isUndisputed() ? different : disputed)
                        .add(each.mail().name());
            }
        }
        Names names = names();
        Texts texts = texts();
        System.out.printf(
                "mail corpus by AT+POP3GET: %d mails fetched; %d of %d undisputed attachments equal, %d of %d undisputed"
                        + " names equal, %d made safe; %d bodies in UTF-8, %d of %d equal to the sender's; different: %s;"
                        + " disputed and different: %s; bodies different: %s%n",
                fetched.size(),
                equal,
                attachments,
                names.equal,
                names.equal + names.different.size(),
                names.madeSafe,
                texts.readable,
                texts.equal,
                texts.equal + texts.different.size(),
                different,
                disputed,
                texts.different.keySet());
        assertThat(equal).isGreaterThanOrEqualTo(attachments * 98 / 100);
        assertThat(different).isEqualTo(DIFFERENT.keySet());
        assertThat(disputed).isEqualTo(DISPUTED.keySet());
        assertThat(names.different).isEmpty();
        assertThat(texts.readable).isEqualTo(fetched.size());
        assertThat(texts.different).containsOnlyKeys(OTHER_TEXTS.keySet());
    }

    /** What has become of the names on which everybody agrees. */
    private static final class Names {
        private int equal;
        private int madeSafe;
        private final List<String> different = new ArrayList<>();
    }

    private Names names() {
        Names names = new Names();
        for (Fetched each : fetched) {
            Map<String, Integer> taken = new HashMap<>();
            for (JsonNode attachment : each.mail().attachments()) {
                String name = attachment.get("name").asString("");
                if (!attachment.get("name_agree").asBoolean() || name.isEmpty()) {
                    continue;
                }
                if (!FileName.isValid(name) || name.length() > 100) {
                    names.madeSafe++;
                    continue;
                }
                String wanted = numbered(name, taken.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum) - 1);
                byte[] content = each.files().get(wanted);
                boolean right = content != null
                        && (!each.mail().isUndisputed()
                                || each.is(
                                        content, attachment.get("sha256_crlf").asString()));
                if (right) {
                    names.equal++;
                } else {
                    names.different.add(each.mail().name() + ": " + wanted + " among "
                            + each.files().keySet());
                }
            }
        }
        return names;
    }

    /** {@code a.txt}, {@code a_1.txt}, … */
    private static String numbered(String name, int before) {
        int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        return before == 0 ? name : name.substring(0, dot) + "_" + before + name.substring(dot);
    }

    /** What has become of the bodies. */
    private static final class Texts {
        private int readable;
        private int equal;
        private final Map<String, String> different = new TreeMap<>();
    }

    private Texts texts() {
        Texts texts = new Texts();
        for (Fetched each : fetched) {
            String body;
            try {
                body = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(each.body()))
                        .toString();
                texts.readable++;
            } catch (CharacterCodingException e) {
                continue;
            }
            each.mail().onlyText().filter(part -> each.mail().isUndisputed()).ifPresent(part -> {
                List<Charset> charsets = charsets(part.get("charset").asString(""));
                if (charsets.stream().anyMatch(charset -> each.spells(body, charset, part))) {
                    texts.equal++;
                } else if (!charsets.isEmpty()) {
                    texts.different.put(each.mail().name(), charsets + ": " + body);
                }
            });
        }
        return texts;
    }

    /** What the text may be written in; empty if Java does not know that. */
    private static List<Charset> charsets(String declared) {
        try {
            return declared.isEmpty()
                    ? List.of(StandardCharsets.US_ASCII, StandardCharsets.UTF_8)
                    : List.of(Charset.forName(declared));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return List.of();
        }
    }
}
