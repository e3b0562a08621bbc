package io.github.sim52xx.net.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.Ping;
import io.github.sim52xx.net.PingRequest;
import java.time.Duration;

/** Ping. Firmware of 2014 takes more parameters and reports in numbers. */
public final class PingCommands implements CommandSet<Modem> {

    private static final int MAX_NAME = 255;
    private static final int SIZE = 64;
    private static final int INTERVAL = 2_000;
    private static final int PATIENCE = 10_000;
    private static final int TIME_TO_LIVE = 255;

    @Override
    public String subject() {
        return "Ping, manual 18.31 and 18.32";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.rows();
        at.command("+CPING", "ping a host")
                .needsSim()
                .test((modem, call) -> Response.ok("+CPING: IP address,(1,2),(1-100)"
                        + (takesMore(modem) ? ",(4-188),(1000-10000),(10000-100000),(16-255)" : "")))
                .write(
                        "\"<dest_addr>\",<dest_addr_type>[,<num_pings>[,<data_packet_size>[,<interval_time>"
                                + "[,<wait_time>[,<TTL>]]]]]",
                        PingCommands::ping)
                .example("AT+CPING=\"localhost\",1,4");
        at.command("+CPINGSTOP", "stop a ping")
                .needsSim()
                .execute((modem, call) -> modem.part(Ping.class).stop());
    }

    /** {@code AT+CPING="www.example.org",1,4}: only the first three parameters up to firmware of 2012. */
    private static Reply ping(Modem modem, Call call) {
        Parameters parameters = call.parameters();
        String host = parameters.string("<dest_addr>", 1, MAX_NAME).strip();
        int version = parameters.integer("<dest_addr_type>", 1, 2) == 1 ? 4 : 6;
        int count = parameters.integerOr("<num_pings>", 1, 100, 4);
        if (!takesMore(modem)) {
            parameters.end();
        }
        int size = parameters.integerOr("<data_packet_size>", 4, 188, SIZE);
        int interval = parameters.integerOr("<interval_time>", 1_000, 10_000, INTERVAL);
        int patience = parameters.integerOr("<wait_time>", 10_000, 100_000, PATIENCE);
        int timeToLive = parameters.integerOr("<TTL>", 16, 255, TIME_TO_LIVE);
        parameters.end();
        return modem.part(Ping.class)
                .start(
                        new PingRequest(
                                host,
                                version,
                                count,
                                size,
                                Duration.ofMillis(interval),
                                Duration.ofMillis(patience),
                                timeToLive),
                        call.terminal());
    }

    private static boolean takesMore(Modem modem) {
        return modem.firmware().atLeast(Firmware.V2014);
    }
}
