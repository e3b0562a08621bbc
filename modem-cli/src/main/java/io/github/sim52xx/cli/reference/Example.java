package io.github.sim52xx.cli.reference;

import io.github.sim52xx.at.Command;
import io.github.sim52xx.cli.dte.Dte;
import io.github.sim52xx.cli.transcript.ModemWire;
import io.github.sim52xx.modem.Modem;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The example of a command, carried out.
 *
 * @param preparation lines that came before it
 * @param answer what the modem said to it, result code, prompt and late reports included; byte strings
 */
public record Example(List<String> preparation, List<String> answer) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Late reports come within that time, if any. */
    private static final Duration AFTERWARDS = Duration.ofMillis(500);

    private static final List<String> FILES =
            List.of("AT+CFTRANRX=\"C:/image_0.jpg\",12", "picture data", "AT+CFTRANRX=\"C:/t0.txt\",5", "hello");

    private static final List<String> MAIL = List.of(
            "AT+SMTPSRV=\"smtp.server.com\",25",
            "AT+SMTPAUTH=1,\"un\",\"pwd\"",
            "AT+SMTPFROM=\"ann@server.com\",\"Ann\"",
            "AT+SMTPRCPT=0,0,\"bob@server.com\",\"Bob\"",
            "AT+SMTPSUB=\"Hello\"",
            "AT+SMTPBODY=\"How are you?\"");

    private static final List<String> MAILBOX =
            List.of("AT+SMTPSEND", "AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\",110", "AT+POP3IN", "AT+POP3GET=1");

    public Example {
        preparation = List.copyOf(preparation);
        answer = List.copyOf(answer);
    }

    /**
     * Carries out the example of {@code command}.
     *
     * @param modem a fresh one, in whose world server.com is a mail server
     */
    public static Example of(Command<?> command, Modem modem) throws IOException {
        List<String> preparation = new ArrayList<>();
        boolean mail = command.name().startsWith("+SMTP") || command.name().startsWith("+POP3");
        if (mail) {
            preparation.addAll(MAIL);
        }
        if (command.name().startsWith("+POP3")) {
            preparation.addAll(MAILBOX);
        }
        try (Dte dte = new Dte(new ModemWire(modem), Duration.ZERO)) {
            for (String line : preparation) {
                hear(dte, line, mail);
            }
            return new Example(preparation, hear(dte, command.example(), mail));
        }
    }

    private static List<String> hear(Dte dte, String line, boolean mail) throws IOException {
        return List.of();
    }
}
