package io.github.sim52xx.cli.transcript;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds passwords and PINs among the parameters of commands and of their answers. Byte strings. */
public final class SecretParameters {

    /** The commands that have any. */
    public static final String COMMANDS =
            "SMTPAUTH|POP3SRV|CSMTPSAUTH|CSOCKAUTH|CGAUTH|CPIN|CLCK|CPWD|CFTPPW|CFTPSLOGIN";

    private static final Pattern COMMAND =
            Pattern.compile("[+#$]\\s*(" + COMMANDS + ")\\s*([=:])(?!\\s*\\?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER = Pattern.compile("\\s*(?:\"([^\"\r\n]*)\"?|([^,;\"\r\n]*))\\s*(,?)");

    private SecretParameters() {}

    /** The text with every secret in it replaced. */
    static String replace(String text, UnaryOperator<String> replacement) {
        StringBuilder replaced = new StringBuilder();
        Matcher command = COMMAND.matcher(text);
        int done = 0;
        while (done <= text.length() && command.find(done)) {
            replaced.append(text, done, command.end());
            done = command.end();
            boolean answer = command.group(2).equals(":");
            boolean more = true;
            Matcher parameter = PARAMETER.matcher(text);
            for (int index = 0; more && parameter.find(done) && parameter.start() == done; index++) {
                int group = parameter.group(1) != null ? 1 : 2;
                String value = parameter.group(group);
                boolean secret = !value.isEmpty() && isSecret(command.group(1), index, answer);
                replaced.append(text, done, parameter.start(group));
                replaced.append(secret ? replacement.apply(value) : value);
                replaced.append(text, parameter.end(group), parameter.end());
                done = parameter.end();
                more = !parameter.group(3).isEmpty();
            }
        }
        return replaced.append(text, done, text.length()).toString();
    }

    private static boolean isSecret(String command, int index, boolean answer) {
        return switch (command.toUpperCase(Locale.ROOT)) {
            case "SMTPAUTH", "POP3SRV", "CSMTPSAUTH" -> index == 2;
            case "CSOCKAUTH", "CGAUTH" -> index == 2 || index == 3;
            case "CLCK" -> index == 2 && !answer;
            case "CPWD" -> index > 0;
            case "CPIN" -> !answer;
            default -> true;
        };
    }
}
