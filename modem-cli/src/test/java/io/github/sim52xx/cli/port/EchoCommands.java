package io.github.sim52xx.cli.port;

import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.ConnectResult;
import io.github.sim52xx.at.DataSession;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.modem.Modem;
import java.nio.ByteBuffer;

/** AT+TESTECHO: a connection to somebody who sends back what he gets. */
final class EchoCommands implements CommandSet<Modem> {

    @Override
    public String subject() {
        return "A connection for tests";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        table.rows()
                .command("+TESTECHO", "echo")
                .execute((modem, call) -> new Reply.Online(new ConnectResult("115200"), new Echo()));
    }

    private static final class Echo implements DataSession {

        private Line line;

        @Override
        public void begin(Line lineToDte) {
            line = lineToDte;
        }

        @Override
        public void receive(ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            line.send(copy);
        }

        @Override
        public void abandoned() {
            line = null;
        }

        @Override
        public boolean escapable() {
            return true;
        }
    }
}
