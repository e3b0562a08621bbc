package io.github.sim52xx.net.command;

import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.Rows;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.PacketDomain;
import io.github.sim52xx.net.PerContext;
import io.github.sim52xx.net.QosProfile;
import java.util.stream.Stream;

/**
 * The quality of service of the DTE's contexts and of the built-in clients' (27.007 10.1.4 to 10.1.7). It is kept and
 * shown; the network here grants whatever is asked for, so that no minimum is ever missed.
 */
public final class QosCommands implements CommandSet<Modem> {

    private static final String GPRS_RANGES = "(0-3),(0-4),(0-5),(0-9),(0-18,31)";
    private static final String UMTS_RANGES = "(0-4),(0-384),(0-384),(0-384),(0-384),(0-2),(0-1520),"
            + "(\"0E0\",\"1E1\",\"1E2\",\"7E3\",\"1E3\",\"1E4\",\"1E5\",\"1E6\"),"
            + "(\"0E0\",\"5E2\",\"1E2\",\"5E3\",\"4E3\",\"1E3\",\"1E4\",\"1E5\",\"1E6\",\"6E8\"),(0-3),(0,100-4000),(0-3)";
    private static final String GPRS_SYNTAX = "<cid>[,<precedence>[,<delay>[,<reliability>[,<peak>[,<mean>]]]]]";
    private static final String UMTS_SYNTAX = "<cid>[,<traffic_class>[,<max_bitrate_ul>[,<max_bitrate_dl>"
            + "[,<guaranteed_bitrate_ul>[,<guaranteed_bitrate_dl>[,<delivery_order>[,<max_sdu_size>"
            + "[,\"<sdu_error_ratio>\"[,\"<residual_ber>\"[,<erroneous_sdus>[,<transfer_delay>[,<priority>]]]]]]]]]]]]";

    @Override
    public String subject() {
        return "Quality of service, manual 17.4 to 17.7, 18.4 to 18.7";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var domain = table.rows(modem -> modem.part(PacketDomain.class));
        add(domain, "+CG", "of PDP contexts");
        add(domain, "+CGSOCK", "of the built-in clients' contexts");
    }

    private static void add(Rows<Modem, PacketDomain> at, String prefix, String whose) {
        gprs(at, prefix + "QREQ", "requested quality of service " + whose);
        umts(at, prefix + "EQREQ", "requested 3G quality of service " + whose);
        gprs(at, prefix + "QMIN", "minimum quality of service " + whose);
        umts(at, prefix + "EQMIN", "minimum 3G quality of service " + whose);
    }

    private static void gprs(Rows<Modem, PacketDomain> at, String name, String purpose) {
        add(at, name, purpose, GPRS_RANGES, GPRS_SYNTAX, QosProfile.Kind.GPRS);
    }

    private static void umts(Rows<Modem, PacketDomain> at, String name, String purpose) {
        add(at, name, purpose, UMTS_RANGES, UMTS_SYNTAX, QosProfile.Kind.UMTS);
    }

    /** {@code AT+NAME=1,0,0,0,0,0}, {@code AT+NAME=1} undefines, {@code AT+NAME?} lists. */
    private static void add(
            Rows<Modem, PacketDomain> at,
            String name,
            String purpose,
            String ranges,
            String syntax,
            QosProfile.Kind kind) {
        at.command(name, purpose)
                .needsSim()
                .storedOnly()
                .test(Stream.of("IP", "PPP", "IPV6")
                        .map(type -> name + ": \"" + type + "\"," + ranges)
                        .toArray(String[]::new))
                .read((packets, call) -> list(name, packets.qos(name, kind)))
                .write(syntax, (packets, call) -> {
                    packets.qos(name, kind).write(call.parameters());
                    return Response.ok();
                })
                .execute((packets, call) -> Response.ok())
                .example("AT" + name + (kind == QosProfile.Kind.GPRS ? "=1,1,1,3,6,31" : "=1,2,64,384"));
    }

    /** With nothing to list there is the bare prefix. */
    private static Response list(String name, PerContext<QosProfile> profiles) {
        return profiles.all().isEmpty()
                ? Response.ok(name + ":")
                : Response.ok(profiles.all().stream()
                        .map(profile -> name + ": " + profile)
                        .toArray(String[]::new));
    }
}
