package io.github.sim52xx.net.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CmeError;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.modem.Modem;
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
        at.command("+CGATT", "attachment to the packet domain")
                .needsSim()
                .test("+CGATT: (0,1)")
                .read((modem, call) -> Response.ok("+CGATT: " + (modem.radio().packetService() ? 1 : 0)))
                .write("<state>", PacketCommands::attach);

        var domain = table.rows(modem -> modem.part(PacketDomain.class));
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
                        + packets.contexts().all().stream()
                                .map(context -> Integer.toString(context.cid()))
                                .collect(Collectors.joining(","))
                        + ")"))
                .write("<cid>[,<cid>…]", PacketCommands::addresses)
                .execute((packets, call) -> addresses(
                        packets,
                        packets.contexts().all().stream().map(PdpContext::cid).toList()));
    }

    /** {@code AT+CGATT=0} detaches, 1 attaches; with no network that fails. */
    private static Reply attach(Modem modem, Call call) {
        boolean attached = call.parameters().integer("<state>", 0, 1) == 1;
        call.parameters().end();
        modem.radio().setAttached(attached);
        return attached && !modem.radio().packetService() ? Response.of(CmeError.NO_NETWORK_SERVICE) : Response.ok();
    }

    private static Reply activations(PacketDomain packets, Call call) {
        return Response.ok(packets.contexts().all().stream()
                .map(context -> "+CGACT: " + context.cid() + "," + (packets.isActive(context.cid()) ? 1 : 0))
                .toArray(String[]::new));
    }

    /** {@code AT+CGACT=1,1}; without a cid all defined contexts. */
    private static Reply activate(PacketDomain packets, Call call) {
        boolean active = call.parameters().integer("<state>", 0, 1) == 1;
        int cid = call.parameters().integerOr("<cid>", 1, PdpContext.MAX_CID, 0);
        call.parameters().end();
        List<Integer> cids = cid > 0
                ? List.of(cid)
                : packets.contexts().all().stream().map(PdpContext::cid).toList();
        for (int one : cids) {
            if (!packets.activate(one, active)) {
                return Response.of(CmeError.UNSPECIFIED_GPRS_ERROR);
            }
        }
        return Response.ok();
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
        if (!cids.stream().allMatch(packets.contexts()::isDefined)) {
            return Response.error();
        }
        return Response.ok(cids.stream()
                .map(cid -> "+CGPADDR: " + cid + ",\"" + packets.address(cid) + '"')
                .toArray(String[]::new));
    }
}
