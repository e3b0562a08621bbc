package io.github.sim52xx.email.pop3;

import io.github.sim52xx.email.mime.MailReader;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.FileSystemError;
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
 * Saves one mail into a directory of its own, {@code C:/Email/<stamp>/} (manual 20.2.6). Prepared on the modem's thread,
 * used on a worker.
 */
final class MailSaver {

    /** Where a mail comes from: writes all of it. */
    interface Source {
        void writeTo(OutputStream mail) throws IOException;
    }

    private static final String PARENT = "Email";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyMMddHHmmss");

    private final Volume volume;
    private final LocalDateTime time;
    private final String textPrefix;
    private final FetchType type;

    private MailSaver(Volume volume, LocalDateTime time, String textPrefix, FetchType type) {
        this.volume = volume;
        this.time = time;
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
        LocalDateTime time = free(volume, clock.local());
        String prefix = firmware.atLeast(Firmware.V2012) ? "EMAIL" + STAMP.format(time) : "EMAIL";
        return new MailSaver(volume, time, prefix, type);
    }

    private static LocalDateTime free(Volume volume, LocalDateTime wanted) throws FileSystemException {
        LocalDateTime time = wanted;
        while (volume.exists(directory(volume, time))) {
            time = time.plusSeconds(1);
        }
        return time;
    }

    private static ModemPath directory(Volume volume, LocalDateTime time) throws FileSystemException {
        return ModemPath.root(volume.drive()).child(PARENT).child(STAMP.format(time));
    }

    /** Where the mail goes. Other commands may have made that directory since the mail was asked for. */
    ModemPath directory() throws FileSystemException {
        return directory(volume, free(volume, time));
    }

    /**
     * Takes the mail in, out of sight yet.
     *
     * @throws FileSystemException if there is no room, or no card; nothing is left of the mail then
     */
    ArrivedMail receive(Source source) throws IOException {
        Staging staging = volume.stage();
        boolean arrived = false;
        try {
            String file = receive(source, staging);
            arrived = true;
            return new ArrivedMail(this, staging, file);
        } finally {
            if (!arrived) {
                staging.close();
            }
        }
    }

    /** Returns the name of the file to report. */
    private String receive(Source source, Staging staging) throws IOException {
        String whole = type.keepsWhole() ? STAMP.format(time) + ".eml" : null;
        try (MailReader reader = new MailReader(new StagedMail(staging), textPrefix, ".TXT");
                OutputStream copy = whole == null ? OutputStream.nullOutputStream() : staging.file(whole)) {
            source.writeTo(new Split(type.parses() ? reader : null, copy, volume));
            return type.parses() ? reader.end().textFile() : whole;
        }
    }

    /** Hands a mail to its reader and to its copy, up to a size that cannot fit whatever becomes of it. */
    private static final class Split extends OutputStream {

        /** Quoted-printable makes more than three octets of one at its worst; nothing makes more. */
        private static final int MOST_EXPANSION = 4;

        private final MailReader reader;
        private final OutputStream copy;
        private final Drive drive;
        private long left;

        Split(MailReader reader, OutputStream copy, Volume volume) {
            this.reader = reader;
            this.copy = copy;
            this.drive = volume.drive();
            this.left = MOST_EXPANSION * volume.capacity();
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw new FileSystemException(FileSystemError.noSpace(drive));
            }
            if (reader != null) {
                reader.write(bytes, offset, length);
            }
            copy.write(bytes, offset, length);
        }
    }
}
