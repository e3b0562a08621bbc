package io.github.sim52xx.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads encoded words in header fields (RFC 2047): {@code =?utf-8?Q?caf=C3=A9?=}. They are also taken inside quotes and
 * inside other words, with blanks in them and with a character cut in two between words, all of which the RFC forbids
 * and senders do.
 */
final class EncodedWords {

    private final StringBuilder readable = new StringBuilder();
    /** What the last words encode, all in one charset. */
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private String charset = "";

    private EncodedWords() {}

    /** @param text one character a byte; what is not encoded is read as UTF-8 if it can be, as Latin-1 otherwise */
    static String decode(String text) {
        return new EncodedWords().read(text);
    }

    private String read(String text) {
        int lastEnd = text.lastIndexOf("?=");
        int plain = 0;
        boolean afterWord = false;
        int start = text.indexOf("=?");
        while (start >= 0 && start < lastEnd) {
            EncodedWord word = EncodedWord.at(text, start);
            if (word == null) {
                start = text.indexOf("=?", start + 1);
                continue;
            }
            String between = text.substring(plain, start);
            if (!(afterWord && between.isBlank())) {
                append(between);
            }
            append(word);
            afterWord = true;
            plain = word.end();
            start = text.indexOf("=?", plain);
        }
        append(text.substring(plain));
        flush();
        return readable.toString();
    }

    private void append(EncodedWord word) {
        if (!word.charset().equalsIgnoreCase(charset)) {
            flush();
            charset = word.charset();
        }
        bytes.writeBytes(word.bytes());
    }

    private void append(String plain) {
        if (!plain.isEmpty()) {
            flush();
            readable.append(MailCharsets.raw(plain.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    private void flush() {
        readable.append(MailCharsets.decode(bytes.toByteArray(), charset));
        bytes.reset();
    }
}
