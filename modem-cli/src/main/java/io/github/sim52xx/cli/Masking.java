package io.github.sim52xx.cli;

import io.github.sim52xx.cli.transcript.SecretParameters;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes passwords, PINs and login tokens out of the lines of one connection. Knows the protocols that carry them. */
interface Masking {

    String MASK = "***";

    /** The line without its secrets; lines are told in order. */
    String mask(boolean outgoing, String line);

    /** A piece of a line that is too long to be told at once, whose beginning had no secrets; without them. */
    default String maskRest(boolean outgoing, String piece) {
        return piece;
    }

    /** For what is spoken on a connection: AT, DATA for the data of an AT line, SMTP, POP3, FTP; anything else carries what only the user knows. */
    static Masking of(String protocol, SeenSecrets secrets) {
        return switch (protocol) {
            case "AT" -> new At();
            case "DATA" -> new Typed(new At(), new Smtp(secrets), new Pass(secrets));
            case "SMTP" -> new Smtp(secrets);
            case "POP3", "FTP" -> new Pass(secrets);
            default -> (outgoing, line) -> line;
        };
    }

    /** What follows the sign in {@code +SMTPAUTH=1,"un","pwd"} and {@code +POP3SRV: "…"}, typed, echoed or printed. */
    final class At implements Masking {

        private static final Pattern SECRET = Pattern.compile(
                "[+#$]\\s*(" + SecretParameters.COMMANDS + ")\\s*([=:])" + "(?!\\s*\\?)(?! (READY|SIM|PH-))",
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

    /** What a DTE says in a data mode, by mistake to the modem, or to a server far away: mail or files by hand. */
    record Typed(Masking at, Masking smtp, Masking pass) implements Masking {

        @Override
        public String mask(boolean outgoing, String line) {
            // What comes from the DTE goes to the server.
            return pass.mask(!outgoing, smtp.mask(!outgoing, at.mask(outgoing, line)));
        }

        @Override
        public String maskRest(boolean outgoing, String piece) {
            return pass.maskRest(!outgoing, piece);
        }
    }

    /** From AUTH up to the reply that ends the login (RFC 4954). */
    final class Smtp implements Masking {

        private static final Pattern AUTH = Pattern.compile("AUTH \\S+", Pattern.CASE_INSENSITIVE);
        private final SeenSecrets secrets;
        private boolean loggingIn;
        private String user = "";

        private Smtp(SeenSecrets secrets) {
            this.secrets = secrets;
        }

        @Override
        public String mask(boolean outgoing, String line) {
            if (!outgoing) {
                loggingIn &= line.startsWith("334");
                return secrets.hiddenIn(line);
            }
            if (loggingIn) {
                learn(line.strip());
                return MASK + "\r\n";
            }
            Matcher auth = AUTH.matcher(line);
            if (!auth.lookingAt()) {
                return line;
            }
            loggingIn = true;
            user = "";
            learn(line.substring(auth.end()).strip());
            return auth.group() + (auth.end() < line.stripTrailing().length() ? " " + MASK : "") + "\r\n";
        }

        @Override
        public String maskRest(boolean outgoing, String piece) {
            return outgoing ? piece : secrets.hiddenIn(piece);
        }

        /** From the token of PLAIN, or the name and the password of LOGIN, one after the other. */
        private void learn(String answer) {
            String text = decoded(answer);
            if (text.isEmpty()) {
                return;
            }
            String[] plain = text.split("\0", -1);
            if (plain.length == 3) {
                secrets.add(plain[1], plain[2]);
            } else if (user.isEmpty()) {
                user = text;
            } else {
                secrets.add(user, text);
            }
        }

        private static String decoded(String answer) {
            try {
                return new String(Base64.getDecoder().decode(answer), StandardCharsets.ISO_8859_1);
            } catch (IllegalArgumentException e) {
                return "";
            }
        }
    }

    /** PASS and APOP (RFC 1939 7, RFC 959 4.1.1). */
    final class Pass implements Masking {

        private static final Pattern PASS =
                Pattern.compile("(PASS|APOP \\S+) (.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        private static final Pattern USER = Pattern.compile("USER (.*)\\s*", Pattern.CASE_INSENSITIVE);

        private final SeenSecrets secrets;
        private String user = "";

        private Pass(SeenSecrets secrets) {
            this.secrets = secrets;
        }

        @Override
        public String mask(boolean outgoing, String line) {
            if (!outgoing) {
                return secrets.hiddenIn(line);
            }
            Matcher name = USER.matcher(line);
            user = name.matches() ? name.group(1) : user;
            Matcher pass = PASS.matcher(line);
            if (!pass.matches()) {
                return line;
            }
            secrets.add(user, pass.group(2).replaceFirst("\r?\n$", ""));
            return pass.group(1) + " " + MASK + "\r\n";
        }

        @Override
        public String maskRest(boolean outgoing, String piece) {
            return outgoing ? piece : secrets.hiddenIn(piece);
        }
    }
}
