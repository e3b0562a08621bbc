package io.github.sim52xx.cli.hostile;

import io.github.sim52xx.cli.mail.Accounts;
import io.github.sim52xx.cli.mail.Occasion;
import io.github.sim52xx.cli.mail.Protocol;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads scripts. Every key but {@code on} may be left out; of the rules the first that matches counts.
 *
 * <pre>
 * about: refuses the first recipient and dies in the mail
 * seed: 7                               # of all that is random
 * accounts: {me: secret}                # default un/pwd, UserName/password
 * auth-required: true
 * mails: [first, second, my.eml]        # samples, or files beside the script
 * refusing: pop3                        # nobody listens there
 * rules:
 *   - {on: smtp RCPT, nth: 1, reply: 550 5.1.1 No such user}
 *   - {on: smtp DATA, cut: 100..2K}
 * expect: {command: AT+SMTPSEND, code: "+SMTP: SERVER ERROR"}
 * </pre>
 *
 * <p>A rule applies at a verb, at GREETING, at the dot that ends a mail, at 334's answer, at what is no command (?), or
 * at everything (*). {@code nth} counts in the session, {@code nth-ever} since the start, {@code after: 20s} wants a
 * session of that age, {@code chance: 0.3} leaves it to the seed. {@link Actions} knows what it does.
 */
public final class ScriptFile {

    private static final String CODE = "\\+(SMTP|POP3): ?.*";

    private ScriptFile() {}

    /**
     * Reads a file.
     *
     * @throws ScriptSyntaxException if it cannot be read or understood
     */
    public static MailScript read(Path file) {
        try {
            return parse(file.toString(), Neighbours.yaml(file), file.toAbsolutePath());
        } catch (IOException e) {
            throw new ScriptSyntaxException(file.toString(), "cannot be read: " + Neighbours.why(e));
        }
    }

    /** @param beside a file in the directory where mails are looked for; null: there are none */
    static MailScript parse(String name, String yaml, Path beside) {
        Mapping script = YamlText.read(name, yaml);
        List<ScriptLine> lines = new ArrayList<>();
        for (Mapping rule : script.mappings("rules")) {
            lines.add(new ScriptLine(trigger(rule), Actions.read(rule)));
            rule.check();
        }
        MailScript read = new MailScript(
                name,
                script.text("about", name),
                script.number("seed", 1),
                accounts(script),
                script.flag("auth-required"),
                GivenMails.read(script, beside),
                protocols(script),
                lines,
                expectation(script));
        script.check();
        return read;
    }

    private static Trigger trigger(Mapping rule) {
        String[] on = rule.text("on").split(" +");
        Protocol protocol = protocol(on[0]);
        String verb = on.length == 2 ? on[1].toUpperCase(Locale.ROOT) : null;
        String occasion = "GREETING".equals(verb) ? Occasion.GREETING : verb;
        if (protocol == null || verb == null || !verb.equals(Trigger.EVERY) && !protocol.has(occasion)) {
            throw rule.wrong(
                    "on", "expected a protocol and a verb, such as smtp RCPT, pop3 GREETING, smtp . or pop3 *");
        }
        return new Trigger(
                protocol,
                occasion,
                rule.count("nth"),
                rule.count("nth-ever"),
                Duration.ofMillis(rule.time("after", "0s").from()),
                rule.chance("chance"));
    }

    private static Accounts accounts(Mapping script) {
        if (!script.has("accounts")) {
            return Accounts.STANDARD;
        }
        Mapping accounts = script.mapping("accounts");
        Map<String, String> passwords = new HashMap<>();
        accounts.keys().forEach(name -> passwords.put(name, accounts.text(name)));
        return new Accounts(passwords);
    }

    private static Set<Protocol> protocols(Mapping script) {
        Set<Protocol> protocols = EnumSet.noneOf(Protocol.class);
        for (String name : script.texts("refusing")) {
            Protocol protocol = protocol(name);
            if (protocol == null) {
                throw script.wrong("refusing", "'" + name + "' is neither smtp nor pop3");
            }
            protocols.add(protocol);
        }
        return protocols;
    }

    private static Protocol protocol(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "smtp" -> Protocol.SMTP;
            case "pop3" -> Protocol.POP3;
            default -> null;
        };
    }

    private static Expectation expectation(Mapping script) {
        if (!script.has("expect")) {
            return null;
        }
        Mapping expect = script.mapping("expect");
        Map<String, Integer> files = new HashMap<>();
        if (expect.has("files")) {
            Mapping sizes = expect.mapping("files");
            sizes.keys().forEach(path -> files.put(path, sizes.count(path)));
        }
        Expectation read = new Expectation(expect.texts("before"), expect.text("command"), expect.text("code"), files);
        if (!read.code().matches(CODE)) {
            throw expect.wrong("code", "expected one such as \"+SMTP: SERVER ERROR\"");
        }
        expect.check();
        return read;
    }
}
