package io.github.sim52xx.email.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Handler;
import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.TextEntry;
import io.github.sim52xx.email.MailAddress;
import io.github.sim52xx.email.smtp.Attachments;
import io.github.sim52xx.email.smtp.Recipients;
import io.github.sim52xx.email.smtp.SmtpClient;
import io.github.sim52xx.email.smtp.SmtpCode;
import io.github.sim52xx.email.smtp.SmtpLogin;
import io.github.sim52xx.email.smtp.SmtpServer;
import io.github.sim52xx.modem.Modem;
import java.util.ArrayList;
import java.util.List;

/** Sending mail. Whatever writes is answered with ERROR while a mail is being sent. */
public final class SmtpCommands implements CommandSet<Modem> {

    private static final int MAX_SUBJECT = 512;
    private static final int MAX_WRITTEN_BODY = 512;
    private static final int MAX_TYPED_BODY = 5120;
    private static final int MAX_CHARSET = 30;
    private static final int MAX_FILE_NAME = 512;

    @Override
    public String subject() {
        return "SMTP, manual 20.1";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.rows(modem -> modem.part(SmtpClient.class));
        at.command("+SMTPSRV", "SMTP server")
                .needsSim()
                .test("+SMTPSRV: (1-65535)")
                .read((smtp, call) -> Response.ok("+SMTPSRV: "
                        + Response.quoted(smtp.server().host()) + ", "
                        + smtp.server().port()))
                .write("\"<server>\"[,<port>]", idle("AT+SMTPSRV", SmtpCommands::setServer))
                .execute(idle("AT+SMTPSRV", (smtp, call) -> done(() -> smtp.setServer(SmtpServer.NONE))))
                .example("AT+SMTPSRV=\"smtp.server.com\",25");
        at.command("+SMTPAUTH", "login at the SMTP server")
                .needsSim()
                .test("+SMTPAUTH: (0,1)")
                .read(SmtpCommands::login)
                .write("<flag>[,\"<user>\",\"<pwd>\"]", idle("AT+SMTPAUTH", SmtpCommands::setLogin))
                .execute(idle("AT+SMTPAUTH", (smtp, call) -> done(() -> smtp.setLogin(SmtpLogin.NONE))))
                .example("AT+SMTPAUTH=1,\"un\",\"pwd\"");
        at.command("+SMTPFROM", "sender")
                .needsSim()
                .read((smtp, call) -> Response.ok("+SMTPFROM: " + printed(smtp.sender())))
                .write("\"<saddr>\"[,\"<sname>\"]", idle("AT+SMTPFROM", SmtpCommands::setSender))
                .execute(idle("AT+SMTPFROM", (smtp, call) -> done(() -> smtp.setSender(new MailAddress("", "")))))
                .example("AT+SMTPFROM=\"ann@server.com\",\"Ann\"");
        at.command("+SMTPRCPT", "recipients: kind 0 TO, 1 CC, 2 BCC, index 0 to 4")
                .needsSim()
                .test("+SMTPRCPT: (0-2), (0-4)")
                .read(SmtpCommands::recipients)
                .write("<kind>[,<index>[,\"<raddr>\"[,\"<rname>\"]]]", idle("AT+SMTPRCPT", SmtpCommands::setRecipient))
                .execute(idle(
                        "AT+SMTPRCPT",
                        (smtp, call) -> done(() -> smtp.recipients().clear())))
                .example("AT+SMTPRCPT=0,0,\"bob@server.com\",\"Bob\"");
        at.command("+SMTPSUB", "subject")
                .needsSim()
                .read((smtp, call) -> Response.ok("+SMTPSUB: " + Response.quoted(smtp.subject())))
                .write("\"<subject>\"", idle("AT+SMTPSUB", SmtpCommands::setSubject))
                .execute(idle("AT+SMTPSUB", (smtp, call) -> done(() -> smtp.setSubject(""))))
                .example("AT+SMTPSUB=\"Hello\"");
        at.command("+SMTPBODY", "text of the mail; without = at a prompt, ended by Ctrl-Z")
                .needsSim()
                .read((smtp, call) -> Response.ok("+SMTPBODY: "
                        + Response.quoted(smtp.body()).replace("\r\n", "\n").replace('\r', '\n')))
                .write("\"<body>\"", idle("AT+SMTPBODY", SmtpCommands::setBody))
                .execute(idle("AT+SMTPBODY", SmtpCommands::typeBody))
                .example("AT+SMTPBODY=\"How are you?\"");
        at.command("+SMTPBCH", "charset of subject, names and text")
                .since(2012)
                .needsSim()
                .test("+SMTPBCH: \"CHARSET\"")
                .read((smtp, call) -> Response.ok("+SMTPBCH: " + Response.quoted(smtp.charset())))
                .write("\"<charset>\"", idle("AT+SMTPBCH", SmtpCommands::setCharset));
        at.command("+SMTPFILE", "attachments, files of the current directory")
                .needsSim()
                .test("+SMTPFILE: (1-10)")
                .read(SmtpCommands::files)
                .write("<index>[,\"<filename>\"]", idle("AT+SMTPFILE", SmtpCommands::attach))
                .execute(idle(
                        "AT+SMTPFILE",
                        (smtp, call) -> done(() -> smtp.attachments().clear())))
                .example("AT+SMTPFILE=1,\"image_0.jpg\"");
        at.command("+SMTPSEND", "send the mail")
                .needsSim()
                .read((smtp, call) -> Response.ok("+SMTPSEND: " + (smtp.isSending() ? 1 : 0)))
                .execute((smtp, call) -> smtp.send(call.terminal()))
                .example("AT+SMTPSEND");
        at.command("+SMTPSTOP", "stop sending").needsSim().execute((smtp, call) -> smtp.stop());
    }

    private static Handler<SmtpClient> idle(String command, Handler<SmtpClient> handler) {
        return (smtp, call) ->
                smtp.isSending() ? smtp.refuse(command, "a mail is being sent") : handler.handle(smtp, call);
    }

    private static Reply done(Runnable work) {
        work.run();
        return Response.ok();
    }

    /** {@code AT+SMTPSRV="smtp.server.com",25}. */
    private static Reply setServer(SmtpClient smtp, Call call) {
        Parameters parameters = call.parameters();
        String host = MailParameters.address(parameters, "<server>");
        int port = parameters.integerOr("<port>", 1, MailParameters.MAX_PORT, SmtpServer.DEFAULT_PORT);
        parameters.end();
        smtp.setServer(new SmtpServer(host, port));
        return Response.ok();
    }

    private static Reply login(SmtpClient smtp, Call call) {
        SmtpLogin login = smtp.login();
        return Response.ok(
                login.isUsed()
                        ? "+SMTPAUTH: 1, " + Response.quoted(login.user()) + ", " + Response.quoted(login.password())
                        : "+SMTPAUTH: 0, \"\", \"\"");
    }

    /** {@code AT+SMTPAUTH=0} or {@code AT+SMTPAUTH=1,"un","pwd"}. */
    private static Reply setLogin(SmtpClient smtp, Call call) {
        Parameters parameters = call.parameters();
        boolean used = parameters.integer("<flag>", 0, 1) == 1;
        SmtpLogin login = SmtpLogin.NONE;
        if (used) {
            login = new SmtpLogin(
                    MailParameters.credential(parameters, "<user>", 1),
                    MailParameters.credential(parameters, "<pwd>", 0));
        }
        parameters.end();
        smtp.setLogin(login);
        return Response.ok();
    }

    /** {@code AT+SMTPFROM="mike@server.com","mike"}. */
    private static Reply setSender(SmtpClient smtp, Call call) {
        MailAddress sender = mailAddress(call.parameters(), "<saddr>", "<sname>");
        call.parameters().end();
        smtp.setSender(sender);
        return Response.ok();
    }

    private static Reply recipients(SmtpClient smtp, Call call) {
        List<String> lines = new ArrayList<>();
        for (Recipients.Kind kind : Recipients.Kind.values()) {
            for (int index = 0; index < Recipients.PER_KIND; index++) {
                MailAddress recipient = smtp.recipients().get(kind, index);
                if (recipient != null) {
                    lines.add("+SMTPRCPT: " + kind.ordinal() + ", " + index + ", " + printed(recipient));
                }
            }
        }
        return Response.ok(lines.toArray(String[]::new));
    }

    /** {@code AT+SMTPRCPT=0,0,"to@server.com","to"} sets, {@code =0,0} clears one, {@code =0} clears a kind. */
    private static Reply setRecipient(SmtpClient smtp, Call call) {
        Parameters parameters = call.parameters();
        Recipients.Kind kind = Recipients.Kind.values()[parameters.integer("<kind>", 0, 2)];
        if (!parameters.hasNext()) {
            smtp.recipients().clear(kind);
            return Response.ok();
        }
        int index = parameters.integer("<index>", 0, Recipients.PER_KIND - 1);
        MailAddress recipient = parameters.hasNext() ? mailAddress(parameters, "<raddr>", "<rname>") : null;
        parameters.end();
        smtp.recipients().set(kind, index, recipient);
        return Response.ok();
    }

    /** {@code AT+SMTPSUB="First Email"} or {@code AT+SMTPSUB={non-ascii}"E6B58B"}. */
    private static Reply setSubject(SmtpClient smtp, Call call) {
        if (!call.parameters().given()) {
            throw new ParameterException("<subject> is missing");
        }
        String subject = MailParameters.line(call.parameters(), "<subject>", MAX_SUBJECT);
        call.parameters().end();
        smtp.setSubject(subject);
        return Response.ok();
    }

    /** {@code AT+SMTPBODY="This is the first Email!"}. */
    private static Reply setBody(SmtpClient smtp, Call call) {
        String body = call.parameters().string("<body>", 0, MAX_WRITTEN_BODY);
        call.parameters().end();
        smtp.setBody(body);
        return Response.ok();
    }

    /** {@code AT+SMTPBODY}: the old text goes when the prompt appears; ESC leaves none. */
    private static Reply typeBody(SmtpClient smtp, Call call) {
        smtp.setBody("");
        return new Reply.Prompt(
                ">> ",
                new TextEntry(
                        MAX_TYPED_BODY,
                        // Another terminal may have sent the mail meanwhile.
                        text -> smtp.isSending()
                                ? smtp.refuse("AT+SMTPBODY", "a mail is being sent")
                                : done(() -> smtp.setBody(text)),
                        Response::ok));
    }

    /** {@code AT+SMTPBCH="gb2312"}. */
    private static Reply setCharset(SmtpClient smtp, Call call) {
        String charset = call.parameters().string("<charset>", 1, MAX_CHARSET);
        call.parameters().end();
        if (!charset.matches("[A-Za-z0-9._:+-]+")) {
            throw new ParameterException("<charset> is no charset's name");
        }
        smtp.setCharset(charset);
        return Response.ok();
    }

    private static Reply files(SmtpClient smtp, Call call) {
        return Response.ok(smtp.attachments().files().entrySet().stream()
                .map(file -> "+SMTPFILE: " + file.getKey() + ", "
                        + Response.quoted(file.getValue().printed()))
                .toArray(String[]::new));
    }

    /** {@code AT+SMTPFILE=1,"a.jpg"} attaches, {@code AT+SMTPFILE=1} takes that one out. */
    private static Reply attach(SmtpClient smtp, Call call) {
        int index = call.parameters().integer("<index>", 1, Attachments.MAX_FILES);
        if (!call.parameters().hasNext()) {
            smtp.attachments().remove(index);
            return Response.ok();
        }
        String name = call.parameters().string("<filename>", 1, MAX_FILE_NAME);
        call.parameters().end();
        return switch (smtp.attachments().attach(index, name)) {
            case ATTACHED -> Response.ok();
            case MISSING -> smtp.refuse("AT+SMTPFILE", "there is no such file in the current directory");
            case TWICE -> smtp.refuse("AT+SMTPFILE", "a file of that name is attached already");
            case OVERSIZE -> smtp.refuse("AT+SMTPFILE", SmtpCode.OVERSIZE, "the attachments would exceed 10 MB");
        };
    }

    private static MailAddress mailAddress(Parameters parameters, String address, String name) {
        return new MailAddress(
                MailParameters.address(parameters, address),
                MailParameters.line(parameters, name, MailParameters.MAX_NAME));
    }

    private static String printed(MailAddress address) {
        return Response.quoted(address.address()) + ", " + Response.quoted(address.name());
    }
}
