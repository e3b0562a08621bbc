package io.github.sim52xx.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CmeError;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.ModemClock;
import io.github.sim52xx.modem.Radio;
import io.github.sim52xx.modem.Supply;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functionality, power, clock and supply. */
final class ControlCommands implements CommandSet<Modem> {

    private static final int RESET = 6;
    private static final List<Integer> FUNCTIONALITIES = List.of(0, 1, 4, 5, RESET, Radio.OFFLINE);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yy/MM/dd,HH:mm:ss");
    private static final Pattern CLOCK_SYNTAX =
            Pattern.compile("(\\d\\d)/(\\d\\d)/(\\d\\d), *(\\d\\d):(\\d\\d):(\\d\\d)([+-]\\d\\d)?");

    @Override
    public String subject() {
        return "Control and status, manual 10";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.rows();
        at.command("+CFUN", "functionality")
                .test("+CFUN: (0,1,4,5,6,7), (0-1)")
                .read((modem, call) -> Response.ok("+CFUN: " + modem.radio().functionality()))
                .write("<fun>[,<rst>]", ControlCommands::setFunctionality);
        at.command("+CPAS", "activity: 0 ready, 3 ringing, 4 call")
                .test("+CPAS: (0,3,4)")
                .execute((modem, call) -> Response.ok("+CPAS: 0"));
        at.command("+CCLK", "real-time clock")
                .read((modem, call) -> Response.ok("+CCLK: \"" + show(modem.clock()) + '"'))
                .write("\"yy/MM/dd,hh:mm:ss[±zz]\"", ControlCommands::setClock);
        at.command("+CBC", "supply voltage")
                .test("+CBC: (0-3),(0-100)")
                .execute((modem, call) ->
                        Response.ok("+CBC: 0,75," + modem.part(Supply.class).volts()));
        at.setting(Supply.ALARM, "alarm for a low supply voltage, in mV")
                .integer("<enable>", 0, 1, 0)
                .optional()
                .integer("<voltage>", 2800, 4300, 3400)
                .nonVolatile()
                .withoutExecute()
                .onChange(modem -> modem.part(Supply.class).restartAlarm());
        at.setting("+CRFEN", "RF pin check at start")
                .integer("<value>", 0, 1, 1)
                .nonVolatile()
                .withoutExecute()
                .storedOnly();

        at.command("+CPOF", "switch off")
                .execute((modem, call) -> {
                    modem.power().offAfterAnswer();
                    return Response.ok();
                })
                .example("AT+CPOF=?");
        at.command("+CRESET", "restart")
                .execute((modem, call) -> restart(modem))
                .example("AT+CRESET=?");
        at.command("+REBOOT", "restart, undocumented")
                .execute((modem, call) -> restart(modem))
                .example("AT+REBOOT=?");
    }

    /**
     * {@code AT+CFUN=<fun>[,<rst>]}: 1 full, 0 minimum, 4 RF off, 5 factory test, 6 restart, 7 offline until a restart;
     * rst 1, allowed with fun 1, restarts.
     */
    private static Reply setFunctionality(Modem modem, Call call) {
        int value = call.parameters().integer("<fun>", 0, Radio.OFFLINE);
        int restart = call.parameters().integerOr("<rst>", 0, 1, 0);
        call.parameters().end();
        if (!FUNCTIONALITIES.contains(value) || restart == 1 && value != Radio.FULL) {
            throw new ParameterException("<fun> is none of " + FUNCTIONALITIES + ": " + value);
        }
        if (value == RESET || restart == 1) {
            return restart(modem);
        }
        if (modem.radio().functionality() == Radio.OFFLINE) {
            return Response.of(CmeError.OPERATION_NOT_ALLOWED);
        }
        modem.radio().setFunctionality(value);
        return Response.ok();
    }

    private static Reply restart(Modem modem) {
        modem.power().restartAfterAnswer();
        return Response.ok();
    }

    /** {@code AT+CCLK="10/02/02,11:04:57+32"}: the zone in quarters of an hour; left out, it stays as it is. */
    private static Reply setClock(Modem modem, Call call) {
        String text = call.parameters().string("<time>", 1, 32);
        call.parameters().end();
        Matcher time = CLOCK_SYNTAX.matcher(text);
        if (!time.matches()) {
            throw new ParameterException("not yy/MM/dd,hh:mm:ss: " + text);
        }
        Integer zone = time.group(7) == null ? null : Integer.valueOf(time.group(7));
        if (zone != null && (zone < -47 || zone > 48)) {
            throw new ParameterException("zone is not in -47-48: " + zone);
        }
        int year = number(time, 1);
        try {
            // The device's calendar begins in 1980.
            LocalDateTime local = LocalDateTime.of(
                    year + (year >= 80 ? 1900 : 2000),
                    number(time, 2),
                    number(time, 3),
                    number(time, 4),
                    number(time, 5),
                    number(time, 6));
            modem.clock().set(local, zone);
        } catch (DateTimeException e) {
            throw new ParameterException("no such time: " + text);
        }
        return Response.ok();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String show(ModemClock clock) {
        Integer zone = clock.zone();
        return CLOCK.format(clock.local()) + (zone == null ? "" : String.format(Locale.ROOT, "%+03d", zone));
    }
}
