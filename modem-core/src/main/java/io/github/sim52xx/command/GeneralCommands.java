package io.github.sim52xx.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.modem.Identity;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Terminals;

/** Who the modem is, which character set it speaks, where its unsolicited codes go. */
final class GeneralCommands implements CommandSet<Modem> {

    private static final String CAPABILITIES = "+CGSM,+FCLASS,+DS";
    private static final String IMEI_KEY = "identity.imei";

    @Override
    public String subject() {
        return "General, manual 3";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.rows();
        at.command("I", "product identification").execute(GeneralCommands::identification);
        at.command("+CGMI", "manufacturer")
                .alias("+GMI")
                .execute((modem, call) -> line(call, identity(modem).manufacturer()));
        at.command("+CGMM", "model")
                .alias("+GMM")
                .execute((modem, call) -> line(call, identity(modem).model()));
        at.command("+CGMR", "revision")
                .alias("+GMR")
                .execute((modem, call) -> line(call, "+CGMR: " + identity(modem).revision()));
        at.command("+CGSN", "serial number (IMEI)").alias("+GSN").execute((modem, call) -> line(call, imei(modem)));
        at.command("+SIMEI", "IMEI")
                .read((modem, call) -> Response.ok("+SIMEI: " + imei(modem)))
                .write("<imei>", GeneralCommands::setImei);
        at.command("+GCAP", "capabilities").needsSim().execute((modem, call) -> line(call, "+GCAP:" + CAPABILITIES));
        at.setting("+CSCS", "character set of the DTE")
                .needsSim()
                .oneOf("<chset>", "IRA", "IRA", "GSM", "UCS2")
                .readPrefix("+CSCS:")
                .storedOnly();
        at.command("+CATR", "terminal for unsolicited codes")
                .test("+CATR: (0-7),(0-1)")
                .read((modem, call) -> Response.ok("+CATR: " + modem.terminals().port()))
                .write("<port>[,<save>]", GeneralCommands::routeUnsolicited);
        at.setting("+CFGRI", "ring indicator on unsolicited codes")
                .integer("<status>", 0, 1, 0)
                .optional()
                .integer("<save>", 0, 1, 0)
                .executeSets("1", "0")
                .onChange(GeneralCommands::keepRingIndicator);
    }

    /** {@code AT+CFGRI=<status>[,<save>]}: 1 keeps it. */
    private static void keepRingIndicator(Modem modem) {
        if (modem.settings().integer("+CFGRI", 1) == 1) {
            modem.settings().keepAsInitial("+CFGRI");
        }
    }

    /** {@code ATI}: manufacturer to capabilities in one block. */
    private static Reply identification(Modem modem, Call call) {
        call.parameters().integerOr("<value>", 0, 0, 0);
        Identity identity = identity(modem);
        return Response.ok(
                "Manufacturer: " + identity.manufacturer(),
                "Model: " + identity.model(),
                "Revision: " + identity.revision(),
                identity.build(),
                "QCN: ",
                "IMEI: " + imei(modem),
                "+GCAP: " + CAPABILITIES);
    }

    /** {@code AT+SIMEI=<imei>}: 15 digits without quotes; kept. */
    private static Reply setImei(Modem modem, Call call) {
        String imei = call.parameters().word("<imei>", 15, 15);
        call.parameters().end();
        if (!imei.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new ParameterException("<imei> is not 15 digits: " + imei);
        }
        modem.memory().save(IMEI_KEY, imei);
        return Response.ok();
    }

    /** {@code AT+CATR=<port>[,<save>]}: 0 all terminals, else the one of that number; 1 keeps it. */
    private static Reply routeUnsolicited(Modem modem, Call call) {
        int port = call.parameters().integer("<port>", 0, Terminals.MAX_PORT);
        int save = call.parameters().integerOr("<save>", 0, 1, 0);
        call.parameters().end();
        modem.terminals().setPort(port, save == 1);
        return Response.ok();
    }

    private static Identity identity(Modem modem) {
        return modem.blueprint().profile().identity();
    }

    private static String imei(Modem modem) {
        String changed = modem.memory().load(IMEI_KEY);
        return changed != null ? changed : identity(modem).imei();
    }

    private static Reply line(Call call, String text) {
        call.parameters().end();
        return Response.ok(text);
    }
}
