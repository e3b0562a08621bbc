package io.github.sim52xx.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.LineParameter;
import io.github.sim52xx.at.LineParameters;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.Rows;
import io.github.sim52xx.modem.Modem;
import java.util.Locale;

/** The parameters of the terminal that the command comes from: echo, formats, S-registers, and their profile. */
final class V25Commands implements CommandSet<Modem> {

    @Override
    public String subject() {
        return "V.25ter, manual 16";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.rows();
        for (LineParameter parameter : LineParameter.values()) {
            if (parameter == LineParameter.ERROR_REPORTS) {
                addErrorReports(at);
            } else if (parameter.isRegister()) {
                addRegister(at, parameter);
            } else {
                at.command(parameter.command(), purpose(parameter))
                        .execute((modem, call) -> set(call, parameter, parameter.bare()));
            }
        }
        at.command("&F", "factory parameters").execute(V25Commands::factory);
        at.command("&V", "show parameters").needsSim().execute(V25Commands::show);
        at.command("&W", "keep parameters").execute(V25Commands::keep);
        at.command("Z", "kept parameters").execute(V25Commands::restore);
    }

    private static void addErrorReports(Rows<Modem, Modem> at) {
        LineParameter parameter = LineParameter.ERROR_REPORTS;
        at.command("+CMEE", "form of error reports: 0 ERROR, 1 number, 2 text")
                .test("+CMEE: (0-2)")
                .read((modem, call) ->
                        Response.ok("+CMEE: " + call.terminal().parameters().get(parameter)))
                .write("<n>", (modem, call) -> {
                    int value = call.parameters().integer("<n>", parameter.min(), parameter.max());
                    call.parameters().end();
                    return store(call, parameter, value);
                })
                .execute((modem, call) -> store(call, parameter, parameter.factory()));
    }

    /** {@code ATS3?}, {@code ATS3=13}; S9 and S11 can only be seen in AT&V. */
    private static void addRegister(Rows<Modem, Modem> at, LineParameter register) {
        if (register == LineParameter.S9 || register == LineParameter.S11) {
            return;
        }
        var row = at.command(register.command(), purpose(register))
                .read((modem, call) -> Response.ok(String.format(
                        Locale.ROOT, "%03d", call.terminal().parameters().get(register))))
                .write("<n>", (modem, call) -> set(call, register, 0));
        if (register == LineParameter.AUTO_ANSWER) {
            row.needsSim();
        }
    }

    /** A number within the parameter's range, or what stands for none. */
    private static Reply set(Call call, LineParameter parameter, int none) {
        int value = call.parameters().integerOr("<value>", parameter.min(), parameter.max(), none);
        return store(call, parameter, value);
    }

    private static Reply store(Call call, LineParameter parameter, int value) {
        call.terminal().parameters().set(parameter, value);
        return Response.ok();
    }

    /**
     * {@code AT&F}: the terminal and what is volatile; {@code AT&F1}: what is not, too. A connection that is held ends
     * (manual 16.11).
     */
    private static Reply factory(Modem modem, Call call) {
        int value = call.parameters().integerOr("<value>", 0, 1, 0);
        call.terminal().hangUp();
        call.terminal().parameters().reset();
        modem.factoryReset(value == 1);
        return Response.ok();
    }

    /** {@code AT&W}: E, Q, V, X, &C, &D, &S, \V, S0 and +IFC are kept. */
    private static Reply keep(Modem modem, Call call) {
        call.parameters().integerOr("<value>", 0, 0, 0);
        modem.memory().together(() -> {
            modem.lineProfile().save(call.terminal().parameters());
            modem.settings().keepAsInitial("+IFC");
        });
        return Response.ok();
    }

    /** {@code ATZ}: the terminal's kept parameters, and +IFC; a connection that is held ends (V.250 6.1.1). */
    private static Reply restore(Modem modem, Call call) {
        call.parameters().integerOr("<value>", 0, 0, 0);
        call.terminal().hangUp();
        modem.settings().startAnew("+IFC");
        modem.lineProfile().restore(call.terminal().parameters());
        return Response.ok();
    }

    /** {@code AT&V}: four lines of {@code NAME: value;}. */
    private static Reply show(Modem modem, Call call) {
        LineParameters values = call.terminal().parameters();
        StringBuilder registers = new StringBuilder();
        for (LineParameter parameter : LineParameter.values()) {
            if (parameter.isRegister() && parameter != LineParameter.AUTO_ANSWER) {
                registers.append(registers.isEmpty() ? "" : " ").append(pair(values, parameter));
            }
        }
        return Response.ok(
                String.join(
                        " ",
                        pair(values, LineParameter.CARRIER_DETECT),
                        pair(values, LineParameter.TERMINAL_READY),
                        "&F: 0;",
                        pair(values, LineParameter.ECHO),
                        "L: 0; M: 0;",
                        pair(values, LineParameter.QUIET),
                        pair(values, LineParameter.VERBOSE),
                        pair(values, LineParameter.CONNECT_TEXT),
                        "Z: 0;",
                        pair(values, LineParameter.AUTO_ANSWER)),
                registers.toString(),
                "+FCLASS: 0; +ICF: " + both(modem, "+ICF") + "; +IFC: " + both(modem, "+IFC") + "; +IPR: "
                        + modem.settings().text("+IPR", 0) + "; +DR: 0; +DS: 0,0,2048,6;",
                "+WS46: 12; +CBST: 0,0,1;");
    }

    private static String pair(LineParameters values, LineParameter parameter) {
        return parameter.command() + ": " + values.get(parameter) + ";";
    }

    private static String both(Modem modem, String setting) {
        return modem.settings().text(setting, 0) + "," + modem.settings().text(setting, 1);
    }

    private static String purpose(LineParameter parameter) {
        return switch (parameter) {
            case ECHO -> "echo of what is typed";
            case QUIET -> "no result codes";
            case VERBOSE -> "result codes as words";
            case CONNECT_TEXT -> "CONNECT with additions";
            case CARRIER_DETECT -> "DCD line";
            case TERMINAL_READY -> "DTR line";
            case DATA_SET_READY -> "DSR line";
            case PROTOCOL_TEXT -> "protocol in CONNECT";
            case CONNECT_SPEED -> "which speed CONNECT shows";
            case AUTO_ANSWER -> "rings before automatic answer";
            case S3 -> "character that ends a command line";
            case S4 -> "character behind it in answers";
            case S5 -> "character that deletes";
            default -> "register without effect here";
        };
    }
}
