package io.github.sim52xx.net.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CmeError;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.ResultCode;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.net.PacketDomain;
import io.github.sim52xx.net.PdpContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Attachment, contexts of the DTE, and what they got from the network. */
public final class PacketCommands implements CommandSet<Modem> {

    @Override
    public String subject() {
        return "Packet domain, manual 17";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.rows();
        var domain = table.rows(modem -> modem.part(PacketDomain.class));
        at.command("+CGATT", "attachment to the packet domain")
                .needsSim()
                .test("+CGATT: (0,1)")
                .read((modem, call) -> Response.ok("+CGATT: " + (modem.radio().packetService() ? 1 : 0)))
                .write("<state>", (modem, call) -> attach(modem.part(PacketDomain.class), call));
        ContextRows.define(domain, "+CGDCONT", "PDP context", "(0-2),(0-4)", PacketDomain::contexts);
        ContextRows.authenticate(
                domain, "+CGAUTH", "authentication of PDP contexts", "(1-16),(0-3),", PacketDomain::authentications);
        domain.command("+CGACT", "activation of PDP contexts")
                .needsSim()
                .test("+CGACT: (0,1)")
                .read(PacketCommands::activations)
                .write("<state>[,<cid>]", PacketCommands::activate)
                .example("AT+CGACT=1,1");
        domain.command("+CGPADDR", "addresses of PDP contexts")
                .needsSim()
                .test((packets, call) -> Response.ok("+CGPADDR: ("
                        + packets.cids().stream().map(String::valueOf).collect(Collectors.joining(","))
                        + ")"))
                .write("<cid>[,<cid>…]", PacketCommands::addresses)
                .execute((packets, call) -> addresses(packets, packets.cids()));
        at.command("+CGDATA", "packet data mode; there is no PPP here: it ends with NO CARRIER")
                .needsSim()
                .test("+CGDATA: (\"PPP\")")
                .write("\"<L2P>\"[,<cid>]", PacketCommands::enterDataMode)
                .example("AT+CGDATA=\"PPP\",1");
        at.setting("+CGCLASS", "GPRS mobile class")
                .needsSim()
                .oneOf("<class>", "A", "A")
                .storedOnly();
        domain.setting("+CGEREP", "packet event reports")
                .needsSim()
                .integer("<mode>", 0, 2, 0)
                .optional()
                .integer("<bfr>", 0, 1, 0)
                .onChange(packets -> packets.events().modeChanged());
        at.setting("+CGSMS", "bearer of sent messages: 0 and 1 are taken for 2 and 3")
                .needsSim()
                .integer("<service>", 0, 3, 3)
                .withoutExecute()
                .reads((modem, value) -> "+CGSMS: " + (Integer.parseInt(value) | 2))
                .storedOnly();
    }

    /** {@code AT+CGATT=0} detaches, 1 attaches; with no network that fails. */
    private static Reply attach(PacketDomain packets, Call call) {
        boolean attach = call.parameters().integer("<state>", 0, 1) == 1;
        call.parameters().end();
        return packets.attach(attach) ? Response.ok() : Response.of(CmeError.NO_NETWORK_SERVICE);
    }

    private static Reply activations(PacketDomain packets, Call call) {
        return Response.ok(packets.cids().stream()
                .map(cid -> "+CGACT: " + cid + "," + (packets.isActive(cid) ? 1 : 0))
                .toArray(String[]::new));
    }

    /** {@code AT+CGACT=1,1}; without a cid all defined contexts. */
    private static Reply activate(PacketDomain packets, Call call) {
        boolean active = call.parameters().integer("<state>", 0, 1) == 1;
        int cid = call.parameters().integerOr("<cid>", 1, PdpContext.MAX_CID, 0);
        call.parameters().end();
        List<Integer> cids = cid > 0 ? List.of(cid) : packets.cids();
        for (int one : cids) {
            if (!packets.activate(one, active)) {
                return Response.of(CmeError.UNSPECIFIED_GPRS_ERROR);
            }
        }
        return Response.ok();
    }

    /** {@code AT+CGDATA="PPP",1}: the link ends before it has begun. */
    private static Reply enterDataMode(Modem modem, Call call) {
        String protocol = call.parameters().string("<L2P>", 1, 16);
        int cid = call.parameters().integerOr("<cid>", 1, PdpContext.MAX_CID, 1);
        call.parameters().end();
        if (!protocol.equalsIgnoreCase("PPP")) {
            throw new ParameterException("<L2P> is not PPP: " + protocol);
        }
        if (!modem.part(PacketDomain.class).canActivate(cid)) {
            return Response.of(CmeError.UNSPECIFIED_GPRS_ERROR);
        }
        modem.event(new ModemEvent.Notice("AT+CGDATA: there is no PPP in this modem; its TCP/IP commands work"));
        return Response.of(ResultCode.NO_CARRIER);
    }

    private static Reply addresses(PacketDomain packets, Call call) {
        Parameters parameters = call.parameters();
        List<Integer> cids = new ArrayList<>();
        do {
            cids.add(parameters.integer("<cid>", 1, PdpContext.MAX_CID));
        } while (parameters.hasNext());
        return addresses(packets, cids);
    }

    private static Reply addresses(PacketDomain packets, List<Integer> cids) {
        if (!packets.cids().containsAll(cids)) {
            return Response.error();
        }
        return Response.ok(cids.stream()
                .map(cid -> "+CGPADDR: " + cid + ",\"" + packets.address(cid) + '"')
                .toArray(String[]::new));
    }
}
