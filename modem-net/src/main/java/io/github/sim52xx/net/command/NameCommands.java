package io.github.sim52xx.net.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.modem.Conflicts;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.IpError;
import io.github.sim52xx.net.NameQuery;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.PacketDomain;
import io.github.sim52xx.net.SocketSettings;
import java.util.concurrent.CompletableFuture;

/** The modem's own address, and the addresses and names of others. */
public final class NameCommands implements CommandSet<Modem> {

    /** Where addresses have their names in the domain name system, but for the order of their bytes (RFC 1035 3.5). */
    private static final String REVERSE = ".in-addr.arpa";

    private static final int MAX_NAME = 255;

    /** General DNS error. */
    private static final int FAILED = 10;

    @Override
    public String subject() {
        return "Addresses and names, manual 18.8, 18.24 and 18.25";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.rows();
        at.command("+IPADDR", "address of the modem while the socket network is open")
                .needsSim()
                .execute(NameCommands::ownAddress);
        at.command("+CDNSGIP", "address of a name")
                .needsSim()
                .write("\"<domain name>\"", NameCommands::address)
                .example("AT+CDNSGIP=\"localhost\"");
        at.command("+CDNSGHNAME", "name of an address")
                .needsSim()
                .write("\"<IP address>\"", NameCommands::name)
                .example("AT+CDNSGHNAME=\"127.0.0.1\"");
    }

    /** {@code AT+IPADDR} → {@code +IPADDR: 10.71.155.118}. */
    private static Reply ownAddress(Modem modem, Call call) {
        Bearer bearer = modem.part(Bearer.class);
        return modem.part(PacketDomain.class).socketsOpen() && bearer.isUp()
                ? Response.ok("+IPADDR: " + bearer.address())
                : IpError.NETWORK_NOT_OPENED.response(SocketSettings.of(modem));
    }

    /** {@code AT+CDNSGIP="localhost"} → {@code +CDNSGIP: 1, "localhost", "127.0.0.1"}. */
    private static Reply address(Modem modem, Call call) {
        String name = only("<domain name>", call.parameters());
        return ask(modem, "+CDNSGIP", name, resolver -> new Found(name, resolver.addressOf(name)));
    }

    /** {@code AT+CDNSGHNAME="127.0.0.1"} → {@code +CDNSGHNAME: 1, "localhost", "127.0.0.1"}. */
    private static Reply name(Modem modem, Call call) {
        String address = only("<IP address>", call.parameters());
        return ask(modem, "+CDNSGHNAME", address + REVERSE, resolver -> new Found(resolver.nameOf(address), address));
    }

    private static String only(String name, Parameters parameters) {
        String value = parameters.string(name, 1, MAX_NAME).strip();
        parameters.end();
        return value;
    }

    private static Reply ask(Modem modem, String command, String name, NameQuery.Question<Found> question) {
        if (modem.part(Conflicts.class).forbid(Conflicts.Service.TCPIP)) {
            return Response.error();
        }
        if (!modem.part(Bearer.class).isUp()) {
            return failed(command);
        }
        String separator = modem.firmware().atLeast(Firmware.V2014) ? "," : ", ";
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        NameQuery.ask(
                modem,
                name,
                question,
                found -> answer.complete(Response.ok(command + ": 1" + separator + Response.quoted(found.name())
                        + separator + Response.quoted(found.address()))),
                cause -> {
                    tell(modem, command, cause);
                    answer.complete(failed(command));
                });
        return new Reply.Later(answer);
    }

    private static Response failed(String command) {
        return Response.error(command + ": 0," + FAILED);
    }

    private static void tell(Modem modem, String command, NetworkException cause) {
        modem.event(new ModemEvent.Notice("AT" + command + ": " + cause.getMessage()));
    }

    private record Found(String name, String address) {}
}
