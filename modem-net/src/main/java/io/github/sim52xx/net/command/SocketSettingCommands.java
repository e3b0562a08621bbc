package io.github.sim52xx.net.command;

import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.modem.Modem;

/**
 * The settings of the socket commands, read by {@link io.github.sim52xx.net.SocketSettings}. All are forgotten at
 * power-off.
 */
public final class SocketSettingCommands implements CommandSet<Modem> {

    private static final int NEW_SET = 2014;
    private static final int MAX_TIMEOUT = 120_000;
    private static final int MIN_TIMEOUT = 3_000;

    @Override
    public String subject() {
        return "Socket settings, manual 18.18 to 18.20, 18.26 to 18.35";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        display(table);
        limits(table);
        protocol(table);
    }

    private static void display(CommandTable.Builder<Modem> table) {
        var at = table.rows();
        at.setting("+CIPHEAD", "length before received data").integer("<mode>", 0, 1, 1);
        at.setting("+CIPSRIP", "sender before received data").integer("<mode>", 0, 1, 1);
        at.setting("+CIPCCFG", "retries, delay, confirmations, error form and header of sockets")
                .keepsOmitted()
                .optional()
                .integer("<NmRetry>", 0, 10, 10)
                .integer("<DelayTm>", 0, 1000, 0)
                .integer("<Ack>", 0, 1, 1)
                .integer("<errMode>", 0, 1, 1)
                .integer("<HeaderType>", 0, 1, 0)
                .fieldsSince(NEW_SET)
                .integer("<AsyncMode>", 0, 1, 0)
                .integer("<TimeoutVal>", 500, MAX_TIMEOUT, 500)
                .readPrefix("+CIPCCFG:")
                .example("AT+CIPCCFG=3,500,1,1,1");
        at.setting("+CIPMODE", "transparent mode").integer("<mode>", 0, 1, 0);
        at.setting("+CIPSENDMODE", "sending waits for the peer's acknowledgement")
                .since(NEW_SET)
                .integer("<mode>", 0, 1, 0);
    }

    private static void limits(CommandTable.Builder<Modem> table) {
        var at = table.rows();
        at.setting("+CIPTIMEOUT", "time for opening the network, connecting and sending")
                .since(NEW_SET)
                .keepsOmitted()
                .optional()
                .integer("<netopen_timeout>", MIN_TIMEOUT, MAX_TIMEOUT, MAX_TIMEOUT)
                .integer("<cipopen_timeout>", MIN_TIMEOUT, MAX_TIMEOUT, MAX_TIMEOUT)
                .integer("<cipsend_timeout>", MIN_TIMEOUT, MAX_TIMEOUT, MAX_TIMEOUT)
                .example("AT+CIPTIMEOUT=40000,30000,25000");
        at.setting("+CIPDNSSET", "tries and time for opening the network, questions to the DNS")
                .since(NEW_SET)
                .keepsOmitted()
                .optional()
                .integer("<max_net_retries>", 0, 3, 3)
                .integer("<net_timeout>", MIN_TIMEOUT, MAX_TIMEOUT, 30_000)
                .integer("<max_query_retries>", 0, 7, 7)
                .example("AT+CIPDNSSET=0,30000,5");
        at.setting("+CTCPFIN", "waiting for the peer's FIN")
                .integer("<TCP_FIN_Enable>", 0, 1, 0)
                .integer("<DelayTm>", 0, 10, 0)
                .withoutExecute()
                .readPrefix("+CTCPFIN:")
                .test("+CTCPFIN: (0,1),(0-10)");
    }

    private static void protocol(CommandTable.Builder<Modem> table) {
        var at = table.rows();
        at.setting("+CIPENPSH", "PSH flag of sent packets")
                .since(NEW_SET)
                .integer("<mode>", 0, 1, 1)
                .storedOnly();
        at.setting("+CTCPKA", "TCP keep-alive")
                .integer("<TCP_KA_Enable>", 0, 1, 0)
                .integer("<KeepIdleTm>", 1, 120, 1)
                .integer("<KeepAliveMaxTry>", 1, 10, 1)
                .withoutExecute()
                .readPrefix("+CTCPKA:")
                .test("+CTCPKA: (0,1),(1-120) ,(1-10)")
                .example("AT+CTCPKA=1,3,3");
        onOff(table, "+CENDUPPDP", "two contexts with one APN", "<DUP_PDP_Enable>");
        onOff(table, "+CTEUTP", "answers to unknown TCP packets", "<Echo_Unknown_TCP_Enable>");
        onOff(table, "+CUPURE", "ICMP port-unreachable for UDP", "<UDP_PORT_UNREACHABLE_Enable>");
        at.setting("+CINICMPALLOW", "ICMP types that are let in; bit 0, the echo reply, has effect")
                .needsSim()
                .mask("<mode>", 16, "0xFFFFFFFFFFFFFEFF")
                .withoutExecute();
    }

    private static void onOff(CommandTable.Builder<Modem> table, String name, String purpose, String field) {
        table.rows()
                .setting(name, purpose)
                .integer(field, 0, 1, 0)
                .withoutExecute()
                .readPrefix(name + ":")
                .test(name + ": (0,1)")
                .storedOnly();
    }
}
