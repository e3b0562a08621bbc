package io.github.sim52xx.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CmeError;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Selection of the operator. */
final class OperatorCommands implements CommandSet<Modem> {

    private static final Duration SCAN = Duration.ofSeconds(2);

    @Override
    public String subject() {
        return "Operator, manual 9.2";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        table.rows()
                .command("+COPS", "operator")
                .test(OperatorCommands::scan)
                .read((modem, call) ->
                        Response.ok("+COPS: " + modem.part(Operators.class).selected()))
                .write("<mode>[,<format>[,\"<oper>\"[,<AcT>]]]", OperatorCommands::select)
                .execute((modem, call) -> {
                    modem.part(Operators.class).select(Operators.AUTOMATIC);
                    return Response.ok();
                });
    }

    /** {@code AT+COPS=?}: the networks in reach, after a search that any typing aborts. */
    private static Reply scan(Modem modem, Call call) {
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        Time.Timer search = modem.timers()
                .after(
                        SCAN,
                        () -> answer.complete(Response.ok(
                                "+COPS:" + modem.part(Operators.class).found() + ",,(0,1,2,3,4),(0,1,2)")));
        return new Reply.Later(answer, () -> {
            search.cancel();
            answer.complete(Response.error());
        });
    }

    /** {@code AT+COPS=0}, {@code =1,2,"00101"} manual, {@code =2} deregister, {@code =3,<format>} only how to show it. */
    private static Reply select(Modem modem, Call call) {
        Operators operators = modem.part(Operators.class);
        int mode = call.parameters().integer("<mode>", 0, 5);
        int format = call.parameters().integerOr("<format>", 0, 2, -1);
        String name = call.parameters().stringOr("<oper>", 1, 64, null);
        call.parameters().integerOr("<AcT>", 0, 2, 0);
        call.parameters().end();
        if (mode == Operators.ONLY_FORMAT) {
            operators.setFormat(Math.max(format, 0));
            return Response.ok();
        }
        boolean named = mode != Operators.AUTOMATIC && mode != Operators.DEREGISTER;
        if (named && name != null && !name.equalsIgnoreCase(operators.name(Math.max(format, 0)))) {
            return Response.of(CmeError.NO_NETWORK_SERVICE);
        }
        if (format >= 0) {
            operators.setFormat(format);
        }
        operators.select(mode);
        return Response.ok();
    }
}
