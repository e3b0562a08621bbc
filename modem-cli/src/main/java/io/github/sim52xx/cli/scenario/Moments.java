package io.github.sim52xx.cli.scenario;

import io.github.sim52xx.cli.hostile.Mapping;
import io.github.sim52xx.cli.hostile.Range;
import io.github.sim52xx.cli.mail.Occasion;
import io.github.sim52xx.cli.mail.Protocol;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When an incident comes, in a scenario's words.
 *
 * <pre>
 * at: +30s                               # of modem time; 5s..10s: the seed decides
 * when: AT+POP3GET                       # a command line that begins so, before it is executed
 * when: urc "+POP3: SUCCESS"             # an unsolicited result code that begins so
 * when: smtp RCPT                        # the built-in server has been asked that; also GREETING and the final dot
 * when: after 4096 bytes of smtp DATA    # of the mail that is being sent
 * when: after 300 bytes of pop3 RETR     # of what the server answers
 * when: after 4096 bytes of tcp          # or udp: of one socket of the modem, both ways together
 * </pre>
 */
final class Moments {

    private static final Pattern REPORTED = Pattern.compile("urc \"?([^\"]+)\"?");
    private static final Pattern ASKED = Pattern.compile("(smtp|pop3) (\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PASSED =
            Pattern.compile("after (\\d{1,9}) bytes of (smtp|pop3) (\\w+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern EXCHANGED =
            Pattern.compile("after (\\d{1,9}) bytes of (tcp|udp)", Pattern.CASE_INSENSITIVE);

    private Moments() {}

    static When read(Mapping incident) {
        if (incident.has("at") == incident.has("when")) {
            throw incident.wrong("expected either at, such as +30s, or when, such as AT+POP3GET");
        }
        if (incident.has("at")) {
            return new When.At(time(incident));
        }
        String text = incident.text("when");
        Matcher reported = REPORTED.matcher(text);
        Matcher asked = ASKED.matcher(text);
        Matcher passed = PASSED.matcher(text);
        Matcher exchanged = EXCHANGED.matcher(text);
        if (text.toUpperCase(Locale.ROOT).startsWith("AT")) {
            return new When.Typed(text.substring(2).toUpperCase(Locale.ROOT));
        } else if (reported.matches()) {
            return new When.Reported(reported.group(1));
        } else if (asked.matches()) {
            return asked(incident, asked);
        } else if (passed.matches()) {
            Protocol protocol = protocol(passed.group(2));
            String verb = passed.group(3).toUpperCase(Locale.ROOT);
            if (!protocol.has(verb)) {
                throw incident.wrong("when", verb + " is no verb of " + protocol);
            }
            return new When.Passed(protocol, verb, Long.parseLong(passed.group(1)));
        } else if (exchanged.matches()) {
            return new When.Exchanged(exchanged.group(2).toUpperCase(Locale.ROOT), Long.parseLong(exchanged.group(1)));
        }
        throw incident.wrong(
                "when",
                "'" + text + "' is no moment such as AT+SMTPSEND, urc \"+SMTP: SUCCESS\", smtp RCPT,"
                        + " after 4096 bytes of smtp DATA, after 100 bytes of tcp");
    }

    private static Range time(Mapping incident) {
        String text = incident.text("at");
        Range time = Range.ofTime(text.startsWith("+") ? text.substring(1) : text);
        if (time == null) {
            throw incident.wrong("at", "'" + text + "' is no time such as +30s, 500ms or 5s..10s");
        }
        return time;
    }

    private static When asked(Mapping incident, Matcher words) {
        Protocol protocol = protocol(words.group(1));
        String verb = words.group(2).toUpperCase(Locale.ROOT);
        String occasion = verb.equals("GREETING") ? Occasion.GREETING : verb;
        if (!protocol.has(occasion)) {
            throw incident.wrong(
                    "when",
                    verb + " is no verb of " + protocol + "; GREETING and, for smtp, a full stop count as such");
        }
        return new When.Asked(protocol, occasion);
    }

    private static Protocol protocol(String name) {
        return Protocol.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
