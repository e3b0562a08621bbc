package io.github.sim52xx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.MailServer;
import io.github.sim52xx.cli.mail.Protocol;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.modem.Trace;
import io.github.sim52xx.net.Resolver;
import io.github.sim52xx.testing.AtDialogue;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A worker that fails as no document knows ends what it was working for: the terminal is answered and goes on. */
class FailingWorkersTest {

    private static final Trace FAILING = (channel, outgoing, bytes, offset, length) -> {
        if (!channel.startsWith("AT ")) {
            throw new StackOverflowError();
        }
    };

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Modem modem = new Modem(
            Simulation.blueprint(StorageOptions.DEFAULT, new Resolver(List.of(), List.of()))
                    .trace(FAILING)
                    .workers(workers::submit)
                    .build(),
            NonVolatile.IN_MEMORY);
    private final AtDialogue dte = AtDialogue.quiet(modem);

    @AfterEach
    void close() {
        modem.close();
        workers.shutdownNow();
    }

    @Test
    void sendingAndFetchingEnd() throws Exception {
        try (MailServer server = MailServer.builder().start()) {
            dte.longLine(
                    "AT+SMTPSRV=\"127.0.0.1\"," + server.address(Protocol.SMTP).getPort());
            dte.longLine("AT+SMTPFROM=\"a@b.c\"");
            dte.longLine("AT+SMTPRCPT=0,0,\"d@e.f\"");
            for (int i = 0; i < 2; i++) {
                assertThat(dte.longLine("AT+SMTPSEND")).containsExactly("+SMTP: SERVER ERROR", "ERROR");
            }
            dte.longLine("AT+POP3SRV=\"127.0.0.1\",\"un\",\"pwd\","
                    + server.address(Protocol.POP3).getPort());
            for (int i = 0; i < 2; i++) {
                assertThat(dte.longLine("AT+POP3IN")).containsExactly("+POP3: SERVER ERROR", "ERROR");
            }
        }
    }
}
