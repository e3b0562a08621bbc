package io.github.sim52xx.cli.track;

import io.github.sim52xx.gps.Track;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The track that a profile names: GPX 1.0 and 1.1, or a log of NMEA 0183 sentences. XML classes start for GPX only. */
public final class TrackFile {

    /** Some days of a fix a second. */
    private static final int MAX_BYTES = 32 << 20;

    private TrackFile() {}

    /**
     * The track in {@code file}.
     *
     * @throws TrackSyntaxException if there is none in it
     */
    public static Track read(Path file, boolean loop) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new TrackSyntaxException(0, "larger than " + (MAX_BYTES >> 20) + " MB");
        }
        byte[] content = Files.readAllBytes(file);
        TrackPoints points = new TrackPoints();
        if (isXml(content)) {
            GpxReader.read(content, points);
        } else {
            NmeaReader.read(content, points);
        }
        return points.track(loop);
    }

    /** Byte order mark apart, XML begins with an angle bracket and no sentence does. */
    private static boolean isXml(byte[] content) {
        return new String(content, 0, Math.min(content.length, 16), StandardCharsets.ISO_8859_1).contains("<");
    }
}
