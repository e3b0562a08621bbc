package io.github.sim52xx.email.mime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The charsets that mails name (RFC 2046 4.1.2), and those that they mean by it. */
final class MailCharsets {

    /** What text is that is neither declared nor UTF-8. */
    static final Charset WESTERN = Charset.forName("windows-1252");

    /** Names that Java does not know, and charsets for which senders really use a larger one. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-8-e", "iso-8859-8"),
            Map.entry("iso-8859-6-i", "iso-8859-6"),
            Map.entry("iso-8859-6-e", "iso-8859-6"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("x-gbk", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("chinesebig5", "big5"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("cp949", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("x-euc-jp", "euc-jp"),
            Map.entry("win-1251", "windows-1251"),
            Map.entry("koi8", "koi8-r"),
            Map.entry("macintosh", "x-macroman"));

    /** For these the JDK need not be asked for all that it has. */
    private static final Set<String> COMMON =
            Set.of("utf-8", "windows-1252", "windows-1250", "windows-1251", "iso-8859-2", "iso-8859-15", "koi8-r");

    /** All names that the JDK knows: it takes a thousand times longer to look for one that it does not. */
    private static final class All {

        static final Set<String> NAMES = Charset.availableCharsets().values().stream()
                .flatMap(charset -> Stream.concat(Stream.of(charset.name()), charset.aliases().stream()))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private MailCharsets() {}

    /** The charset of that name; null if the text has to tell: no name, an unknown one, or ASCII, which is often a lie. */
    static Charset find(String name) {
        String stripped = name.strip().toLowerCase(Locale.ROOT);
        String meant = MEANT.getOrDefault(stripped, stripped);
        if (meant.equals("utf-7") || meant.equals("unicode-1-1-utf-7")) {
            return Utf7.CHARSET;
        }
        boolean ascii = meant.isEmpty() || meant.equals("us-ascii");
        if (ascii || !COMMON.contains(meant) && !All.NAMES.contains(meant)) {
            return null;
        }
        Charset charset = Charset.forName(meant);
        return StandardCharsets.US_ASCII.equals(charset) ? null : charset;
    }

    /** Decodes bytes by the charset of that name, or by what they look like. */
    static String decode(byte[] bytes, String name) {
        Charset charset = find(name);
        return charset == null ? utf8Or(bytes, WESTERN) : new String(bytes, charset);
    }

    /** Reads bytes that stand in a header without any encoding. */
    static String raw(byte[] bytes) {
        return utf8Or(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String utf8Or(byte[] bytes, Charset other) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, other);
        }
    }
}
