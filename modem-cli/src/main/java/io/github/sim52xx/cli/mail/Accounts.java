package io.github.sim52xx.cli.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * Who may log in, by name and password or by proof of the password. All accounts open the same mailbox. Names and
 * passwords are byte strings. Immutable.
 */
public final class Accounts {

    /** The accounts of the application note's examples. */
    public static final Accounts STANDARD = new Accounts(Map.of("un", "pwd", "UserName", "password"));

    /** The block of MD5 in bytes. */
    private static final int BLOCK = 64;

    private final Map<String, String> passwords;

    /** @param passwords by name */
    public Accounts(Map<String, String> passwords) {
        this.passwords = Map.copyOf(passwords);
    }

    boolean know(String name) {
        return passwords.containsKey(name);
    }

    boolean admit(String name, String password) {
        return password.equals(passwords.get(name));
    }

    /** APOP: the hexadecimal MD5 of the greeting's time stamp and the password (RFC 1939 7). */
    boolean admitDigest(String name, String stamp, String digest) {
        return know(name) && hex(md5(bytes(stamp), bytes(passwords.get(name)))).equals(digest.toLowerCase(Locale.ROOT));
    }

    /** CRAM-MD5: the hexadecimal HMAC of the challenge, keyed with the password (RFC 2195 2). */
    boolean admitHmac(String name, String challenge, String digest) {
        return know(name) && hex(hmac(passwords.get(name), challenge)).equals(digest.toLowerCase(Locale.ROOT));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** RFC 2104 2; the platform's own takes longer to load than a whole session takes. */
    private static byte[] hmac(String password, String text) {
        byte[] key = Arrays.copyOf(password.length() > BLOCK ? md5(bytes(password)) : bytes(password), BLOCK);
        return md5(pad(key, 0x5c), md5(pad(key, 0x36), bytes(text)));
    }

    private static byte[] pad(byte[] key, int mask) {
        byte[] padded = new byte[key.length];
        for (int i = 0; i < key.length; i++) {
            padded[i] = (byte) (key[i] ^ mask);
        }
        return padded;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] md5(byte[]... parts) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            for (byte[] part : parts) {
                md5.update(part);
            }
            return md5.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
