package io.github.sim52xx.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.ResultCode;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.ModemEvent;

/** Calls. Nobody can be called here and nobody calls; a connection in data mode can be ended and gone back to. */
final class CallCommands implements CommandSet<Modem> {

    @Override
    public String subject() {
        return "Call control, manual 4";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.rows();
        at.command("D", "dial").needsSim().execute(CallCommands::dial);
        at.command("A", "answer").needsSim().execute((modem, call) -> Response.of(ResultCode.NO_CARRIER));
        at.command("H", "hang up").execute((modem, call) -> {
            call.parameters().integerOr("<value>", 0, 0, 0);
            call.terminal().hangUp();
            return Response.ok();
        });
        at.command("+CHUP", "hang up").execute((modem, call) -> Response.ok());
        at.command("O", "back to data mode").needsSim().execute((modem, call) -> {
            call.parameters().integerOr("<value>", 0, 0, 0);
            return new Reply.Resume();
        });
        at.setting("+CVHU", "whether ATH and DTR end a voice call: 0 ATH does, 1 neither")
                .integer("<mode>", 0, 1, 0)
                .test("+CVHU: (0,1)")
                .storedOnly();
        at.setting("+CLVL", "volume of the loudspeaker")
                .integer("<level>", 0, 8, 2)
                .nonVolatile()
                .withoutExecute()
                .storedOnly();
        at.command("+CPTONE", "a tone, which nobody hears: 0 ends it")
                .test("+CPTONE:(0-26)")
                .write("<tone>", CallCommands::playTone)
                .example("AT+CPTONE=17");
        at.command("+CEER", "cause of the last release")
                .needsSim()
                .execute((modem, call) -> Response.ok("+CEER: Normal call clearing"));
    }

    /** {@code AT+CPTONE=17}: DTMF, busy, ringing and their like. */
    private static Reply playTone(Modem modem, Call call) {
        call.parameters().integer("<tone>", 0, 26);
        call.parameters().end();
        return Response.ok();
    }

    /** {@code ATD*99#} and its like (27.007 10.2.1.1) would begin PPP. */
    private static Reply dial(Modem modem, Call call) {
        if (call.parameters().text().startsWith("*9")) {
            modem.event(new ModemEvent.Notice("ATD*99#: there is no PPP in this modem; its TCP/IP commands work"));
        }
        return Response.of(ResultCode.NO_CARRIER);
    }
}
