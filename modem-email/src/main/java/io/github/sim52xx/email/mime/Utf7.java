package io.github.sim52xx.email.mime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/** UTF-7 (RFC 2152), which Java does not have and old mails use: {@code Hi Mom -+Jjo--!}. Only decodes. */
final class Utf7 extends Charset {

    static final Charset CHARSET = new Utf7();

    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Utf7() {
        super("UTF-7", null);
    }

    @Override
    public boolean contains(Charset other) {
        return false;
    }

    @Override
    public boolean canEncode() {
        return false;
    }

    @Override
    public CharsetEncoder newEncoder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new Decoder(this);
    }

    private static final class Decoder extends CharsetDecoder {

        private boolean shifted;
        /** True right behind the plus sign: a minus then means the plus itself. */
        private boolean shiftEmpty;

        private int bits;
        private int bitCount;

        Decoder(Charset charset) {
            super(charset, 1, 1);
        }

        @Override
        protected void implReset() {
            shifted = false;
        }

        @Override
        protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
            while (in.hasRemaining()) {
                if (!out.hasRemaining()) {
                    return CoderResult.OVERFLOW;
                }
                byte b = in.get();
                if (shifted) {
                    shifted(b, out);
                } else if (b == '+') {
                    shifted = true;
                    shiftEmpty = true;
                    bits = 0;
                    bitCount = 0;
                } else {
                    out.put(b < 0 ? '\ufffd' : (char) b);
                }
            }
            return CoderResult.UNDERFLOW;
        }

        /** Takes a byte of the modified base64; whatever is not of its alphabet ends it. */
        private void shifted(byte b, CharBuffer out) {
            int value = BASE64.indexOf(b);
            if (value >= 0) {
                shiftEmpty = false;
                bits = bits << 6 | value;
                bitCount += 6;
                if (bitCount >= 16) {
                    bitCount -= 16;
                    out.put((char) (bits >> bitCount));
                }
                return;
            }
            shifted = false;
            if (b != '-') {
                out.put(b < 0 ? '\ufffd' : (char) b);
            } else if (shiftEmpty) {
                out.put('+');
            }
        }
    }
}
