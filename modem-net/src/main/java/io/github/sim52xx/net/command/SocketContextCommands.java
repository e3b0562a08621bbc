package io.github.sim52xx.net.command;

import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.PacketDomain;

/** The contexts that the built-in clients use: sockets, mail, file transfer. */
public final class SocketContextCommands implements CommandSet<Modem> {

    @Override
    public String subject() {
        return "Socket contexts, manual 18.1 to 18.3";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var domain = table.rows(modem -> modem.part(PacketDomain.class));
        ContextRows.define(
                domain, "+CGSOCKCONT", "context of the built-in clients", "(0,1),(0,1)", PacketDomain::socketContexts);
        ContextRows.authenticate(
                domain,
                "+CSOCKAUTH",
                "authentication of these contexts",
                "(1-16),(0-3),132,132",
                PacketDomain::socketAuthentications);
        table.rows()
                .setting("+CSOCKSETPN", "which context the built-in clients use")
                .needsSim()
                .integer("<profile_number>", 1, 16, 1);
    }
}
