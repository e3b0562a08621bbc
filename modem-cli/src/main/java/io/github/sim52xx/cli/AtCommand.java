package io.github.sim52xx.cli;

import io.github.sim52xx.cli.dte.Dte;
import io.github.sim52xx.cli.port.StandardInput;
import io.github.sim52xx.cli.prompt.AtPrompt;
import io.github.sim52xx.cli.transcript.RecordedWire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code sim52xx at}: AT lines to a running modem, from the command line, from standard input or from a person. */
@Command(
        name = "at",
        header = "Send AT lines to a running modem and print the answers, or open an AT prompt.",
        description = {
            "",
            "  sim52xx at                              a prompt with history; Ctrl-D ends it",
            "  sim52xx at AT+CSQ 'AT+FSCD=C:/Email' AT+FSLS",
            "  sim52xx at --wait 30 AT+SMTPSEND        listens on for +SMTP: SUCCESS",
            "  sim52xx at AT+SMTPBODY 'Dear all,\\r\\nbye\\x1a'",
            "                                          data behind a prompt (> or >>);",
            "                                          \\x1a is Ctrl-Z, \\x1b is ESC",
            "  sim52xx at --to /dev/ttyUSB2 ATI        real hardware",
            "  sim52xx at < lines.txt",
            "  sim52xx at --record FILE.at --to /dev/ttyUSB2",
            "                                          the dialogue as a transcript",
            "",
            "Each line goes when the one before has its final result, also if that was ERROR. Exit code 0 if every"
                    + " line ended in OK or CONNECT, 1 if one did not or there is no modem, 2 for wrong use.",
            ""
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n")
final class AtCommand implements Callable<Integer> {

    /** A modem that sends a {@code >} and is silent then has asked for data. */
    private static final Duration SILENCE = Duration.ofMillis(150);

    @Option(
            names = "--to",
            paramLabel = "HOST:PORT|DEVICE",
            description = "Where the modem is: a TCP port, a PTY or a serial device; default " + Target.DEFAULT + ".")
    private String to = Target.DEFAULT;

    @Option(
            names = "--baud",
            paramLabel = "BAUD",
            converter = Target.Baud.class,
            description = "Speed of a serial device, default 115200.")
    private int baud = Target.DEFAULT_BAUD;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "How long a final result may take, default 130.")
    private Duration timeout = Duration.ofSeconds(130);

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "How long to listen for unsolicited result codes behind the last line, default 0.")
    private Duration wait = Duration.ZERO;

    @Option(
            names = "--record",
            paramLabel = "FILE.at",
            description = "Write what is said as a transcript that  sim52xx check  plays again, passwords masked.")
    private Path record;

    @Parameters(paramLabel = "LINE", arity = "0..*", description = "A command line, AT included; or data.")
    private List<String> lines = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public Integer call() {
        try (Dte dte = connect(Target.parse(to))) {
            boolean good = lines.isEmpty() && StandardInput.isTerminal() ? prompt(dte) : play(dte);
            return good ? 0 : Complaints.FAILED;
        } catch (IOException e) {
            throw new FailedException(to + ": " + e.getMessage());
        }
    }

    private Dte connect(Target modem) {
        return modem.connect(
                baud, SILENCE, wire -> record == null ? wire : new RecordedWire(wire, RecordFile.open(record, modem)));
    }

    private boolean play(Dte dte) throws IOException {
        AtLines player = new AtLines(dte, Printout.standard(), timeout);
        boolean good = player.play(lines.isEmpty() ? standardInput() : lines.iterator());
        player.listen(wait);
        return good;
    }

    private boolean prompt(Dte dte) throws IOException {
        Masking masking = new Masking.At();
        return AtPrompt.open(
                        dte,
                        timeout,
                        historyFile(),
                        line -> !masking.mask(false, line).equals(line))
                .run();
    }

    private static Iterator<String> standardInput() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                .lines()
                .iterator();
    }

    /** Where programs keep such things by the XDG Base Directory Specification; null if there is no such place. */
    private static Path historyFile() {
        String state = System.getenv("XDG_STATE_HOME");
        String home = System.getenv("HOME");
        if (state != null && !state.isEmpty()) {
            return Path.of(state, "sim52xx", "history");
        }
        return home == null ? null : Path.of(home, ".local", "state", "sim52xx", "history");
    }

    /** A length of time. */
    static final class Seconds implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            if (!text.matches("\\d{1,6}(\\.\\d{1,3})?")) {
                throw new TypeConversionException("'" + text + "' is no number of seconds");
            }
            return Duration.ofMillis(new BigDecimal(text).movePointRight(3).intValueExact());
        }
    }
}
