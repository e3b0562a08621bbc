package io.github.sim52xx.cli;

import io.github.sim52xx.cli.hostile.ReadyMade;
import io.github.sim52xx.cli.transcript.Recording;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.SimCard;
import io.github.sim52xx.modem.SystemTime;
import io.github.sim52xx.modem.Time;
import io.github.sim52xx.net.MapRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * {@code --record FILE.at}: begins with all that the options say of the modem, such that whoever plays the file again
 * needs none of them. Files that they name are named by their places beside the recording.
 */
final class RecordFile {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final String PASSWORDS =
            "# ${PASSWORD_1} and the like are passwords: sim52xx check takes them from the environment";
    /** Those of the built-in mail server's accounts. */
    private static final Set<String> OF_MAIL = Set.of("pwd", "password");

    private final RunOptions options;
    private final Time time;
    private final Path directory;
    private final Instant opened;
    private final OffsetDateTime shown;
    private final List<String> files;

    private RecordFile(RunOptions options, Modem modem) {
        this.options = options;
        time = modem.blueprint().time();
        directory = options.record.toAbsolutePath().normalize().getParent();
        opened = time.now();
        shown = CompletableFuture.supplyAsync(() -> modem.clock().dateTime(), modem::execute)
                .join();
        files = options.state == null ? List.of() : RecordedFiles.of(modem);
    }

    static Recording open(RunOptions options, Modem modem) {
        RecordFile file = new RecordFile(options, modem);
        try {
            Recording recording =
                    new Recording(Files.newOutputStream(options.record), file.time, file::head, known(options));
            if (options.scenario != null) {
                recording.start();
            }
            return recording;
        } catch (IOException e) {
            throw new FailedException("cannot write " + Reason.of(options.record, e));
        }
    }

    /** What {@code sim52xx at} says to a modem of which nothing is known. */
    static Recording open(Path file, Target modem) {
        try {
            return new Recording(
                    Files.newOutputStream(file),
                    new SystemTime(),
                    () -> List.of(title() + " at " + modem.text(), PASSWORDS),
                    Set.of());
        } catch (IOException e) {
            throw new FailedException("cannot write " + Reason.of(file, e));
        }
    }

    /** Passwords that are no secrets, for our own documents have them. */
    private static Set<String> known(RunOptions options) {
        Set<String> known = new HashSet<>();
        if (options.embeddedMail && options.mailScript == null) {
            known.addAll(OF_MAIL);
        }
        if (options.profile == null) {
            known.addAll(Set.of(SimCard.DEFAULT.pin(), SimCard.DEFAULT.puk()));
        }
        return known;
    }

    private List<String> head() {
        List<String> head = new ArrayList<>();
        head.add(title());
        head.add(PASSWORDS);
        if (options.state != null) {
            head.add("# the modem began with the settings of --state " + options.state + ", which are not here");
        }
        if (!options.allowNet.isEmpty() || !options.tls.isEmpty()) {
            head.add("# the modem could reach other hosts, --allow-net or --tls: when this is played they are none but"
                    + " those whose part is in it");
        }
        head.add("");
        head.add("given firmware " + options.firmware.year());
        head.add("given clock " + clock() + " running");
        addDevice(head);
        for (MapRule rule : options.map) {
            head.add("given map " + written(rule));
        }
        addMail(head);
        head.addAll(files);
        if (options.scenario != null) {
            head.add("given scenario " + beside(options.scenario));
        }
        return head;
    }

    private static String title() {
        return "# recorded on " + WHEN.format(Instant.now().atZone(ZoneId.systemDefault()));
    }

    private void addDevice(List<String> head) {
        if (options.profile != null) {
            head.add("given profile " + beside(options.profile));
        }
        if (options.flash != StorageOptions.DEFAULT.flashBytes()) {
            head.add("given flash " + options.flash);
        }
        if (options.card == 0) {
            head.add("given no card");
        } else if (options.card != StorageOptions.DEFAULT.cardBytes()) {
            head.add("given card " + options.card);
        }
        if (options.coldBoot) {
            head.add("given cold boot");
        }
    }

    private void addMail(List<String> head) {
        if (options.mailScript != null) {
            boolean readyMade = ReadyMade.has(options.mailScript);
            head.add("given mail-server follows "
                    + (readyMade ? options.mailScript : beside(Path.of(options.mailScript))));
        } else if (options.embeddedMail) {
            head.add("given mail-server accepts");
        }
    }

    /** What the clock shows now, if it has gone on as it did. */
    private OffsetDateTime clock() {
        return shown.plus(Duration.between(opened, time.now())).truncatedTo(ChronoUnit.MILLIS);
    }

    /** The file as seen from the recording. */
    private String beside(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        return directory.getRoot().equals(whole.getRoot())
                ? directory.relativize(whole).toString()
                : whole.toString();
    }

    private static String written(MapRule rule) {
        String name = rule.name().indexOf(':') >= 0 ? "[" + rule.name() + "]" : rule.name();
        return name + (rule.port() == MapRule.ANY_PORT ? "" : ":" + rule.port()) + "=" + rule.target();
    }
}
