package io.github.sim52xx.cli.world;

import io.github.sim52xx.email.MailAddress;
import io.github.sim52xx.email.pop3.Pop3Client;
import io.github.sim52xx.email.pop3.Pop3Server;
import io.github.sim52xx.email.smtp.Recipients;
import io.github.sim52xx.email.smtp.SmtpClient;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the mail clients have been told, but for passwords, and what they do. */
final class MailState implements Subject {

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public String purpose() {
        return "settings and sessions of SMTP and POP3";
    }

    @Override
    public Map<String, Object> state(Surroundings around) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("smtp", smtp(around.part(SmtpClient.class)));
        state.put("pop3", pop3(around.part(Pop3Client.class)));
        return state;
    }

    private static Map<String, Object> smtp(SmtpClient client) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("sending", client.isSending());
        state.put("host", client.server().host());
        state.put("port", client.server().port());
        state.put("user", client.login().user());
        state.put("sender", client.sender().address());
        for (Recipients.Kind kind : Recipients.Kind.values()) {
            state.put(
                    kind.name().toLowerCase(Locale.ROOT),
                    client.recipients().all(kind).stream()
                            .map(MailAddress::address)
                            .toList());
        }
        state.put("subject", client.subject());
        state.put("charset", client.charset());
        state.put(
                "files",
                client.attachments().files().values().stream()
                        .map(Object::toString)
                        .toList());
        return state;
    }

    private static Map<String, Object> pop3(Pop3Client client) {
        Pop3Server server = client.server();
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("session", !client.isFree());
        state.put("logged_in", client.isLoggedIn());
        state.put("fetching", client.isFetching());
        state.put("host", server.host());
        state.put("port", server.port());
        state.put("user", server.user());
        state.put(
                "last_mail",
                client.lastMail() == null ? null : client.lastMail().toString());
        return state;
    }
}
