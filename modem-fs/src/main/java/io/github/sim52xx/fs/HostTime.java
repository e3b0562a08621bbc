package io.github.sim52xx.fs;

import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * When a file was made, kept as the host's modification time in the host's time zone: {@code ls -l} on the host and
 * AT+FSATTRI on the modem show the same date and time, whatever the modem's clock was set to. A file that a user has
 * put there is as old as the host says.
 */
final class HostTime {

    /** 1970 to 2107, what a card can note and a bit more; times beyond are brought to the nearer end. */
    private static final long MAX_MILLIS = 4_354_000_000_000L;

    private HostTime() {}

    static FileTime of(LocalDateTime shown) {
        return FileTime.from(shown.atZone(ZoneId.systemDefault()).toInstant());
    }

    static LocalDateTime shown(FileTime time) {
        FileTime noted = FileTime.fromMillis(Math.max(0, Math.min(time.toMillis(), MAX_MILLIS)));
        return LocalDateTime.ofInstant(noted.toInstant(), ZoneId.systemDefault());
    }
}
