package io.github.sim52xx.cli;

import io.github.sim52xx.cli.transcript.Recording;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.modem.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** {@code --record FILE.at}: begins with what is known of the start. */
final class RecordFile {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private RecordFile() {}

    static Recording open(Path file, RunOptions options, Time time) {
        try {
            return new Recording(Files.newOutputStream(file), time, head(options, time.now()));
        } catch (IOException e) {
            throw new FailedException("cannot write " + Reason.of(file, e));
        }
    }

    private static List<String> head(RunOptions options, Instant now) {
        List<String> head = new ArrayList<>();
        head.add("# recorded on " + WHEN.format(now.atZone(ZoneId.systemDefault())));
        head.add("# ${PASSWORD_1} and the like are passwords: sim52xx check takes them from the environment");
        if (options.state != null) {
            head.add("# the modem began with the files and settings of --state");
        }
        if (options.profile != null) {
            head.add("# it had a --profile");
        }
        if (options.mailScript != null) {
            head.add("# the mail server misbehaved by --mail-script " + options.mailScript);
        }
        head.add("");
        head.add("given firmware " + options.firmware.year());
        if (options.embeddedMail) {
            head.add("given mail-server accepts");
        }
        if (options.rtc != null) {
            head.add("given clock " + options.rtc);
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
        return head;
    }
}
