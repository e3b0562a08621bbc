package io.github.sim52xx.email.pop3;

import io.github.sim52xx.email.mime.MailReader;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.Staging;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.Volume;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.modem.ModemClock;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Saves one mail into a directory of its own, {@code C:/Email/<stamp>/} (manual 20.2.6). The directory appears complete
 * or not at all. Prepared on the modem's thread, used on a worker.
 */
final class MailSaver {

    /** Where a mail comes from: writes all of it. */
    interface Source {
        void writeTo(OutputStream mail) throws IOException;
    }

    private static final String PARENT = "Email";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyMMddHHmmss");

    private final Volume volume;
    private final ModemPath directory;
    private final String textPrefix;
    private final FetchType type;

    private MailSaver(Volume volume, ModemPath directory, String textPrefix, FetchType type) {
        this.volume = volume;
        this.directory = directory;
        this.textPrefix = textPrefix;
        this.type = type;
    }

    /**
     * Chooses where the mail goes: the drive of +FSLOCA, the time of the modem's clock, or the next second that is
     * free.
     */
    static MailSaver prepare(Storage storage, ModemClock clock, Firmware firmware, FetchType type)
            throws FileSystemException {
        Volume volume = storage.media();
        ModemPath parent = ModemPath.root(volume.drive()).child(PARENT);
        LocalDateTime time = clock.local();
        while (volume.exists(parent.child(STAMP.format(time)))) {
            time = time.plusSeconds(1);
        }
        String stamp = STAMP.format(time);
        String prefix = firmware.atLeast(Firmware.V2012) ? "EMAIL" + stamp : "EMAIL";
        return new MailSaver(volume, parent.child(stamp), prefix, type);
    }

    /** @throws FileSystemException if there is no room, or no card; nothing is left of the mail then */
    SavedMail save(Source source) throws IOException {
        try (Staging staging = volume.stage()) {
            String whole = type.keepsWhole() ? directory.name() + ".eml" : null;
            String text = null;
            try (MailReader reader = new MailReader(new StagedMail(staging), textPrefix, ".TXT");
                    OutputStream copy = whole == null ? OutputStream.nullOutputStream() : staging.file(whole)) {
                source.writeTo(new Split(type.parses() ? reader : null, copy));
                if (type.parses()) {
                    text = reader.end().textFile();
                }
            }
            staging.commit(directory);
            return new SavedMail(directory.child(text != null ? text : whole));
        }
    }

    /** Hands a mail to its reader and to its copy. */
    private static final class Split extends OutputStream {

        private final MailReader reader;
        private final OutputStream copy;

        Split(MailReader reader, OutputStream copy) {
            this.reader = reader;
            this.copy = copy;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (reader != null) {
                reader.write(bytes, offset, length);
            }
            copy.write(bytes, offset, length);
        }
    }
}
