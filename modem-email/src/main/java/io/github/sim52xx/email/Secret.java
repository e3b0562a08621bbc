package io.github.sim52xx.email;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A password and what must be hidden with it when a server sends it back: itself, its Base64, its hexadecimal, and the
 * token of AUTH PLAIN (RFC 4616). Immutable.
 */
public final class Secret {

    /** Nothing to hide. */
    public static final Secret NONE = new Secret("", "");

    private static final String MASK = "***";

    private final Set<String> forms = new LinkedHashSet<>();

    /**
     * @param user may be empty
     * @param password a byte string; if it is empty nothing is hidden
     */
    public Secret(String user, String password) {
        if (!password.isEmpty()) {
            byte[] bytes = ByteText.bytes(password);
            forms.add(plainToken(user, password));
            forms.add(Base64.getEncoder().encodeToString(bytes));
            forms.add(HexFormat.of().formatHex(bytes));
            forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
            forms.add(password);
        }
    }

    /** What AUTH PLAIN sends. */
    public static String plainToken(String user, String password) {
        return Base64.getEncoder().encodeToString(ByteText.bytes("\0" + user + "\0" + password));
    }

    /** The text as it may be shown. */
    public String hiddenIn(String text) {
        String shown = text;
        for (String form : forms) {
            shown = shown.replace(form, MASK);
        }
        return shown;
    }
}
