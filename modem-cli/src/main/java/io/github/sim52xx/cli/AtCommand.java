package io.github.sim52xx.cli;

import io.github.sim52xx.cli.dte.Dte;
import io.github.sim52xx.cli.port.StandardInput;
import io.github.sim52xx.cli.prompt.AtPrompt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
            "",
            "Each line goes when the one before has its final result. Exit code 0 if every line ended in OK or"
                    + " CONNECT, 1 if one did not.",
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

    @Option(names = "--baud", paramLabel = "BAUD", description = "Speed of a serial device, default 115200.")
    private int baud = Target.DEFAULT_BAUD;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "How long a final result may take, default 130.")
    private double timeout = 130;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to listen for unsolicited result codes behind the last line, default 0.")
    private double wait = 0;

    @Parameters(paramLabel = "LINE", arity = "0..*", description = "A command line, AT included; or data.")
    private List<String> lines = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public Integer call() {
        Duration patience = seconds("--timeout", timeout);
        Duration afterwards = seconds("--wait", wait);
        try (Dte dte = Target.parse(to).connect(baud, SILENCE)) {
            boolean good = lines.isEmpty() && StandardInput.isTerminal()
                    ? prompt(dte, patience)
                    : play(dte, patience, afterwards);
            return good ? 0 : Complaints.FAILED;
        } catch (IOException e) {
            throw new FailedException(to + ": " + e.getMessage());
        }
    }

    private boolean play(Dte dte, Duration patience, Duration afterwards) throws IOException {
        AtLines player = new AtLines(dte, Printout.standard(), patience);
        boolean good = player.play(lines.isEmpty() ? standardInput() : lines.iterator());
        player.listen(afterwards);
        return good;
    }

    private boolean prompt(Dte dte, Duration patience) throws IOException {
        Masking masking = Masking.of("AT");
        return AtPrompt.open(
                        dte,
                        patience,
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

    private static Duration seconds(String option, double value) {
        if (!(value >= 0 && value <= 1e6)) {
            throw new UsageException(option + ": " + value + " is no number of seconds");
        }
        return Duration.ofMillis(Math.round(1000 * value));
    }
}
