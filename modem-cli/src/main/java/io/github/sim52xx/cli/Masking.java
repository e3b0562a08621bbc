package io.github.sim52xx.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes passwords, PINs and login tokens out of the lines of one connection. Knows the protocols that carry them. */
interface Masking {

    String MASK = "***";

    /** The line without its secrets; lines are told in order. */
    String mask(boolean outgoing, String line);

    /** For what is spoken on a connection: AT, SMTP, POP3, FTP; anything else carries what only the user knows. */
    static Masking of(String protocol) {
        return switch (protocol) {
            case "AT" -> new At();
            case "SMTP" -> new Smtp();
            case "POP3", "FTP" -> new Pass();
            default -> (outgoing, line) -> line;
        };
    }

    /** What follows the sign in {@code +SMTPAUTH=1,"un","pwd"} and {@code +POP3SRV: "…"}, typed, echoed or printed. */
    final class At implements Masking {

        private static final Pattern SECRET = Pattern.compile(
                "[+#$]\\s*(SMTPAUTH|POP3SRV|CSMTPSAUTH|CSOCKAUTH|CGAUTH|CPIN|CLCK|CPWD|CFTPPW|CFTPSLOGIN)\\s*([=:])"
                        + "(?!\\s*\\?)(?! (READY|SIM|PH-))",
                Pattern.CASE_INSENSITIVE);

        @Override
        public String mask(boolean outgoing, String line) {
            String edited = asRead(line);
            Matcher secret = SECRET.matcher(edited);
            if (!secret.find()) {
                return line;
            }
            String end = line.endsWith("\r\n") ? "\r\n" : line.endsWith("\r") ? "\r" : "";
            return edited.substring(0, secret.end()) + MASK + end;
        }

        /** The line as the modem reads it: after backspaces, without other control characters. */
        private static String asRead(String line) {
            StringBuilder edited = new StringBuilder(line.length());
            for (char c : line.toCharArray()) {
                if (c == '\b' || c == 127) {
                    edited.setLength(Math.max(0, edited.length() - 1));
                } else if (c >= ' ') {
                    edited.append(c);
                }
            }
            return edited.toString();
        }
    }

    /** From AUTH up to the reply that ends the login (RFC 4954). */
    final class Smtp implements Masking {

        private static final Pattern AUTH = Pattern.compile("AUTH \\S+", Pattern.CASE_INSENSITIVE);
        private boolean loggingIn;

        @Override
        public String mask(boolean outgoing, String line) {
            if (!outgoing) {
                loggingIn &= line.startsWith("334");
                return line;
            }
            if (loggingIn) {
                return MASK + "\r\n";
            }
            Matcher auth = AUTH.matcher(line);
            if (!auth.lookingAt()) {
                return line;
            }
            loggingIn = true;
            return auth.group() + (auth.end() < line.stripTrailing().length() ? " " + MASK : "") + "\r\n";
        }
    }

    /** PASS and APOP (RFC 1939 7, RFC 959 4.1.1). */
    final class Pass implements Masking {

        private static final Pattern PASS =
                Pattern.compile("(PASS|APOP \\S+) .*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

        @Override
        public String mask(boolean outgoing, String line) {
            Matcher pass = PASS.matcher(line);
            return outgoing && pass.matches() ? pass.group(1) + " " + MASK + "\r\n" : line;
        }
    }
}
