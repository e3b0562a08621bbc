package io.github.sim52xx.email.mime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Turns text of one charset into UTF-8 with CRLF line ends. What cannot be decoded becomes U+FFFD. Text of an unknown
 * charset is UTF-8 if its first character that is not ASCII is, windows-1252 otherwise. Not thread-safe.
 */
final class CharsetTranscoder implements ByteSink {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final String charset;
    private final ByteSink next;
    /** Null as long as there is no text. */
    private CharsetDecoder decoder;

    private ByteBuffer in;
    private CharBuffer text;
    private Utf8Encoder encoder;
    /** True while nothing has shown whether the text is UTF-8. */
    private boolean guessing;

    private boolean begun;

    /** @param charset what the mail calls it; empty if it does not */
    CharsetTranscoder(String charset, ByteSink next) {
        this.charset = charset;
        this.next = next;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (decoder == null) {
            begin();
        }
        int end = offset + length;
        int i = offset;
        while (i < end) {
            int piece = Math.min(end - i, in.remaining());
            in.put(bytes, i, piece);
            i += piece;
            decode(false);
        }
    }

    @Override
    public void end() throws IOException {
        if (decoder != null) {
            decode(true);
            while (decoder.flush(text) == CoderResult.OVERFLOW) {
                encode();
            }
            encode();
            encoder.flush();
        }
        next.end();
    }

    private void begin() {
        Charset known = MailCharsets.find(charset);
        guessing = known == null;
        decoder = guessing
                ? StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                : replacing(known);
        in = ByteBuffer.allocate(1024);
        text = CharBuffer.allocate(1024);
        encoder = new Utf8Encoder(next);
    }

    private void decode(boolean last) throws IOException {
        in.flip();
        CoderResult result = decoder.decode(in, text, last);
        while (!result.isUnderflow()) {
            encode();
            if (result.isError()) {
                decoder = replacing(guessing ? MailCharsets.WESTERN : StandardCharsets.UTF_8);
                guessing = false;
            }
            result = decoder.decode(in, text, last);
        }
        encode();
        in.compact();
    }

    private void encode() throws IOException {
        text.flip();
        if (!begun && text.hasRemaining()) {
            begun = true;
            if (text.get(0) == BYTE_ORDER_MARK) {
                text.get();
            }
        }
        if (encoder.encode(text.array(), text.position(), text.remaining())) {
            guessing = false;
        }
        text.clear();
    }

    private static CharsetDecoder replacing(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }
}
