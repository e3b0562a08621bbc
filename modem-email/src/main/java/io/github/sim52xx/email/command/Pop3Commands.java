package io.github.sim52xx.email.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Handler;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.email.pop3.FetchType;
import io.github.sim52xx.email.pop3.MailReading;
import io.github.sim52xx.email.pop3.Pop3Client;
import io.github.sim52xx.email.pop3.Pop3Server;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.modem.Modem;

/** Fetching mail. */
public final class Pop3Commands implements CommandSet<Modem> {

    private static final int MAX_PATH = 512;

    @Override
    public String subject() {
        return "POP3, manual 20.2";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.rows(modem -> modem.part(Pop3Client.class));
        at.command("+POP3SRV", "POP3 server and account")
                .needsSim()
                .test("+POP3SRV: (1-65535)")
                .read(Pop3Commands::server)
                .write("\"<server>\",\"<user>\",\"<pwd>\"[,<port>]", free(Pop3Commands::setServer))
                .execute(free((pop3, call) -> {
                    pop3.setServer(Pop3Server.NONE);
                    return Response.ok();
                }))
                .example("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\",110");
        at.command("+POP3IN", "log in")
                .needsSim()
                .read((pop3, call) -> Response.ok("+POP3IN: "
                        + (pop3.isLoggedIn() ? Response.quoted(pop3.server().host()) : "NULL")))
                .execute((pop3, call) -> pop3.logIn())
                .example("AT+POP3IN");
        at.command("+POP3NUM", "number of mails and their size together")
                .needsSim()
                .execute((pop3, call) -> pop3.count());
        at.command("+POP3LIST", "number and size of each mail")
                .needsSim()
                .write("<msg_id>", (pop3, call) -> pop3.size(number(call)))
                .execute((pop3, call) -> pop3.list());
        at.command("+POP3HDR", "From, Date and Subject of a mail")
                .needsSim()
                .write("<msg_id>", (pop3, call) -> pop3.header(number(call)))
                .example("AT+POP3HDR=1");
        at.command("+POP3DEL", "mark a mail; it goes with +POP3OUT")
                .needsSim()
                .write("<msg_id>", (pop3, call) -> pop3.delete(number(call)))
                .example("AT+POP3DEL=1");
        at.command("+POP3OUT", "log out, the server deletes what is marked")
                .needsSim()
                .execute((pop3, call) -> pop3.logOut());
        at.command("+POP3STOP", "drop the session, nothing is deleted")
                .needsSim()
                .execute((pop3, call) -> pop3.stop());

        var modem = table.rows();
        modem.command("+POP3GET", "fetch a mail into its own directory under Email")
                .needsSim()
                .write("<msg_id>[,<get_type>]", Pop3Commands::fetch)
                .example("AT+POP3GET=1");
        modem.command("+POP3READ", "print the mail fetched last, or one by location and path under Email")
                .needsSim()
                .write("<location>,\"<dir>/<file>\"", Pop3Commands::read)
                .execute((device, call) -> MailReading.last(device));
    }

    private static Handler<Pop3Client> free(Handler<Pop3Client> handler) {
        return (pop3, call) -> pop3.isFree() ? handler.handle(pop3, call) : pop3.refuseServer();
    }

    private static int number(Call call) {
        int number = call.parameters().integer("<msg_id>", 0, Integer.MAX_VALUE);
        call.parameters().end();
        return number;
    }

    private static Reply server(Pop3Client pop3, Call call) {
        Pop3Server server = pop3.server();
        return Response.ok("+POP3SRV: " + Response.quoted(server.host()) + ", " + Response.quoted(server.user()) + ", "
                + Response.quoted(server.password()) + ", " + server.port());
    }

    /** {@code AT+POP3SRV="pop3.server.com","un","pwd",110}. */
    private static Reply setServer(Pop3Client pop3, Call call) {
        Parameters parameters = call.parameters();
        Pop3Server server = new Pop3Server(
                MailParameters.address(parameters, "<server>"),
                MailParameters.credential(parameters, "<user>", 1),
                MailParameters.credential(parameters, "<pwd>", 0),
                parameters.integerOr("<port>", 1, MailParameters.MAX_PORT, Pop3Server.DEFAULT_PORT));
        parameters.end();
        pop3.setServer(server);
        return Response.ok();
    }

    /** {@code AT+POP3GET=1}; from the 2012 firmware on {@code AT+POP3GET=1,2} for the whole mail, 3 for both. */
    private static Reply fetch(Modem modem, Call call) {
        int number = call.parameters().integer("<msg_id>", 0, Integer.MAX_VALUE);
        int types = modem.firmware().atLeast(Firmware.V2012) ? FetchType.values().length : 0;
        FetchType type = FetchType.PARSED;
        if (types > 0) {
            type = FetchType.values()[call.parameters().integerOr("<get_type>", 1, types, 1) - 1];
        }
        call.parameters().end();
        return modem.part(Pop3Client.class).fetch(number, type, call.terminal());
    }

    /** {@code AT+POP3READ=0,"100202110457/EMAIL000.TXT"}: 0 is C:, 1 is D:. */
    private static Reply read(Modem modem, Call call) {
        Drive drive = call.parameters().integer("<location>", 0, 1) == 0 ? Drive.C : Drive.D;
        String path = call.parameters().string("<mail_file>", 1, MAX_PATH);
        call.parameters().end();
        return MailReading.stored(modem, drive, path);
    }
}
