package io.github.sim52xx.dce;

import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.ConnectResult;
import io.github.sim52xx.at.DataSession;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.modem.Modem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A connection, and what it hears: AT+TESTCONNECT enters its data mode, AT+TESTTRANSFER that of no connection. */
final class TransparentSession implements DataSession {

    /** The commands that enter a data mode; the session of the last one is in {@code sessions}. */
    record Commands(List<TransparentSession> sessions) implements CommandSet<Modem> {

        @Override
        public String subject() {
            return "Data modes for tests";
        }

        @Override
        public void addTo(CommandTable.Builder<Modem> table) {
            var at = table.rows();
            at.command("+TESTCONNECT", "connection").execute((modem, call) -> begin(true));
            at.command("+TESTTRANSFER", "transfer").execute((modem, call) -> begin(false));
        }

        private Reply begin(boolean connection) {
            TransparentSession session = new TransparentSession(connection);
            sessions.add(session);
            return new Reply.Online(new ConnectResult("115200"), session);
        }
    }

    private final boolean connection;
    private final List<String> heard = new ArrayList<>();
    private final StringBuilder data = new StringBuilder();
    private Line line;

    TransparentSession(boolean connection) {
        this.connection = connection;
    }

    /** What has come from the DTE since the last call. */
    String data() {
        String text = data.toString();
        data.setLength(0);
        return text;
    }

    /** Events but for data, in order. */
    List<String> heard() {
        return heard;
    }

    Line line() {
        return line;
    }

    @Override
    public void begin(Line lineToDte) {
        line = lineToDte;
        heard.add("begin");
    }

    @Override
    public void receive(ByteBuffer bytes) {
        data.append(StandardCharsets.ISO_8859_1.decode(bytes));
    }

    @Override
    public void abandoned() {
        heard.add("abandoned");
    }

    @Override
    public boolean escapable() {
        return connection;
    }

    @Override
    public void held() {
        heard.add("held");
    }

    @Override
    public void resumed() {
        heard.add("resumed");
    }
}
