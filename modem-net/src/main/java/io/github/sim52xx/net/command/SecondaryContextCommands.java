package io.github.sim52xx.net.command;

import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.PacketDomain;
import java.util.stream.Stream;

/** Contexts that share the address of another one, and the filters that would tell them apart. */
public final class SecondaryContextCommands implements CommandSet<Modem> {

    @Override
    public String subject() {
        return "Secondary contexts, manual 17.2 and 17.3";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var domain = table.rows(modem -> modem.part(PacketDomain.class));
        domain.command("+CGDSCONT", "secondary PDP context")
                .needsSim()
                .test(eachType("+CGDSCONT: (1-16),(1),", ",,,(0-2),(0-4)"))
                .read((packets, call) -> Response.ok(packets.secondaryContexts().all().stream()
                        .map(context -> "+CGDSCONT: " + context)
                        .toArray(String[]::new)))
                .write("<cid>[,<p_cid>[,<d_comp>[,<h_comp>]]]", (packets, call) -> {
                    packets.writeSecondary(call.parameters());
                    return Response.ok();
                })
                .example("AT+CGDSCONT=2,1");
        domain.command("+CGTFT", "packet filters of a traffic flow template")
                .needsSim()
                .storedOnly()
                .test(eachType(
                        "+CGTFT: ",
                        ",(1-2),(0-255),,(0-255),(0-65535.0-65535),(0-65535.0-65535),(0-FFFFFFFF),(0-255.0-255),"
                                + "(0-FFFFF)"))
                .read((packets, call) -> Response.ok(packets.templates().all().stream()
                        .map(filter -> "+CGTFT: " + filter)
                        .toArray(String[]::new)))
                .write(
                        "<cid>[,<packet filter identifier>,<evaluation precedence index>"
                                + "[,\"<source address and subnet mask>\"[,<protocol number>"
                                + "[,\"<destination port range>\"[,\"<source port range>\"[,<spi>[,\"<tos and mask>\""
                                + "[,<flow label>[,<direction>]]]]]]]]]",
                        (packets, call) -> packets.templates().write(call.parameters()))
                .example("AT+CGTFT=2,1,0,\"74.125.71.99.255.255.255.255\"");
    }

    private static String[] eachType(String before, String behind) {
        return Stream.of("IP", "PPP", "IPV6")
                .map(type -> before + "\"" + type + "\"" + behind)
                .toArray(String[]::new);
    }
}
