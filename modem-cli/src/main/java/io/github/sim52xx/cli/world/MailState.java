package io.github.sim52xx.cli.world;

import io.github.sim52xx.email.MailAddress;
import io.github.sim52xx.email.pop3.Pop3Client;
import io.github.sim52xx.email.smtp.Recipients;
import io.github.sim52xx.email.smtp.SmtpClient;
import java.util.List;

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
    public Members<Surroundings> state() {
        return Members.<Surroundings>none()
                .with("smtp", smtp(), around -> around.part(SmtpClient.class))
                .with("pop3", pop3(), around -> around.part(Pop3Client.class));
    }

    private static Members<SmtpClient> smtp() {
        return Members.<SmtpClient>none()
                .with("sending", Shape.TRUTH, SmtpClient::isSending)
                .with("host", Shape.TEXT, client -> client.server().host())
                .with("port", Shape.WHOLE, client -> client.server().port())
                .maybe("user", Shape.TEXT, client -> client.login().user())
                .with("sender", Shape.TEXT, client -> client.sender().address())
                .with("to", Shape.list(Shape.TEXT), client -> addresses(client, Recipients.Kind.TO))
                .with("cc", Shape.list(Shape.TEXT), client -> addresses(client, Recipients.Kind.CC))
                .with("bcc", Shape.list(Shape.TEXT), client -> addresses(client, Recipients.Kind.BCC))
                .with("subject", Shape.TEXT, SmtpClient::subject)
                .with("charset", Shape.TEXT, SmtpClient::charset)
                .with(
                        "files",
                        Shape.list(Shape.TEXT),
                        client -> client.attachments().files().values().stream()
                                .map(Object::toString)
                                .toList());
    }

    private static List<String> addresses(SmtpClient client, Recipients.Kind kind) {
        return client.recipients().all(kind).stream().map(MailAddress::address).toList();
    }

    private static Members<Pop3Client> pop3() {
        return Members.<Pop3Client>none()
                .with("session", Shape.TRUTH, client -> !client.isFree())
                .with("logged_in", Shape.TRUTH, Pop3Client::isLoggedIn)
                .with("fetching", Shape.TRUTH, Pop3Client::isFetching)
                .with("host", Shape.TEXT, client -> client.server().host())
                .with("port", Shape.WHOLE, client -> client.server().port())
                .with("user", Shape.TEXT, client -> client.server().user())
                .maybe(
                        "last_mail",
                        Shape.TEXT,
                        client -> client.lastMail() == null
                                ? null
                                : client.lastMail().toString());
    }
}
