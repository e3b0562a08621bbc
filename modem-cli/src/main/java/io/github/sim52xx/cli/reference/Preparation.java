package io.github.sim52xx.cli.reference;

import io.github.sim52xx.at.Command;
import io.github.sim52xx.cli.transcript.Fixture;
import io.github.sim52xx.modem.Firmware;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What has to be before the example of a command makes sense.
 *
 * @param fixtures of the world around the modem
 * @param lines that have to be typed; one behind a prompt is data
 */
public record Preparation(List<Fixture> fixtures, List<String> lines) {

    private static final Fixture MAIL_SERVER = new Fixture.MailServer(Fixture.Manner.ACCEPTS, "", "");
    private static final Fixture MAILBOX = new Fixture.Mails(List.of("first", "second"));

    private static final List<String> DRAFT = List.of(
            "AT+SMTPSRV=\"smtp.server.com\",25",
            "AT+SMTPAUTH=1,\"un\",\"pwd\"",
            "AT+SMTPFROM=\"ann@server.com\",\"Ann\"",
            "AT+SMTPRCPT=0,0,\"bob@server.com\",\"Bob\"",
            "AT+SMTPSUB=\"Hello\"",
            "AT+SMTPBODY=\"How are you?\"");
    private static final String POP3_SERVER = "AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\",110";
    private static final List<String> FILE = List.of("AT+CFTRANRX=\"C:/image_0.jpg\",12", "picture data");

    private static final Set<String> ON_FILES =
            Set.of("+FSDEL", "+FSRENAME", "+FSATTRI", "+FSCOPY", "+FSLS", "+CFTRANTX", "+CTXFILE", "+SMTPFILE");

    /** A message in the making; without a title, for that is printed in a charset nobody reads. */
    private static final List<String> MESSAGE = List.of(
            "AT+CMMSCURL=\"mmsc.server.com\"", "AT+CMMSEDIT=1", "AT+CMMSDOWN=\"TEXT\",5,\"hello.txt\"", "Hello");

    private static final Set<String> ON_MESSAGES = Set.of(
            "+CMMSDOWN",
            "+CMMSDELFILE",
            "+CMMSRECP",
            "+CMMSCC",
            "+CMMSBCC",
            "+CMMSDELRECP",
            "+CMMSDELCC",
            "+CMMSDELBCC",
            "+CMMSSEND",
            "+CMMSVIEW",
            "+CMMSSAVE");

    public Preparation {
        fixtures = List.copyOf(fixtures);
        lines = List.copyOf(lines);
    }

    public static Preparation of(Command<?> command) {
        List<Fixture> fixtures = new ArrayList<>();
        for (Firmware firmware : Firmware.values()) {
            if (command.firstYear() == firmware.year()) {
                fixtures.add(new Fixture.FirmwareOf(firmware));
            }
        }
        String name = command.name();
        List<String> lines = List.of();
        if (name.equals("+SMTPSEND")) {
            fixtures.add(MAIL_SERVER);
            lines = DRAFT;
        } else if (name.startsWith("+POP3")) {
            lines = session(name);
            if (!lines.isEmpty()) {
                fixtures.add(MAILBOX);
            }
        } else if (Sockets.needs(name)) {
            fixtures.addAll(Sockets.fixtures(name));
            lines = Sockets.lines(name);
        } else if (name.equals("+CPINGSTOP")) {
            lines = List.of("AT+CPING=\"192.0.2.1\",1");
        } else if (name.equals("+FSRMDIR")) {
            lines = List.of("AT+FSMKDIR=Notes");
        } else if (ON_FILES.contains(name)) {
            lines = FILE;
        } else if (ON_MESSAGES.contains(name)) {
            lines = MESSAGE;
        }
        return new Preparation(fixtures, lines);
    }

    private static List<String> session(String name) {
        return switch (name) {
            case "+POP3SRV" -> List.of();
            case "+POP3IN" -> List.of(POP3_SERVER);
            case "+POP3READ" -> List.of(POP3_SERVER, "AT+POP3IN", "AT+POP3GET=1");
            default -> List.of(POP3_SERVER, "AT+POP3IN");
        };
    }
}
