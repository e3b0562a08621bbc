package io.github.sim52xx.it.servers;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Files whose content or name has broken mail programs, as many as one mail takes. */
final class Hostile {

    private Hostile() {}

    static Map<String, byte[]> files() {
        byte[] eightBit = new byte[256];
        for (int i = 0; i < eightBit.length; i++) {
            eightBit[i] = (byte) i;
        }
        byte[] noise = new byte[1 << 20];
        new Random(5321).nextBytes(noise);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("dots.txt", ascii(".\r\n..\r\n...\r\n.QUIT\r\n\r\n.\r\n"));
        files.put("bare cr.txt", ascii("a\rb\r\rc\r"));
        files.put("bare lf.txt", ascii("\na\nb\n\n.\nDATA\n"));
        files.put("nul.bin", new byte[1000]);
        files.put("eight bit.bin", eightBit);
        files.put("long line.txt", ascii("x".repeat(99_999)));
        files.put("empty", new byte[0]);
        files.put("boundary.eml", ascii("--\r\n----\r\nContent-Type: text/plain\r\n\r\nFrom here\r\n>From there\r\n"));
        files.put("\u6d4b\u8bd5 gr\u00fc\u00df.pdf", ascii("%PDF-\r\n"));
        files.put("a megabyte of noise.jpg", noise);
        return files;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
