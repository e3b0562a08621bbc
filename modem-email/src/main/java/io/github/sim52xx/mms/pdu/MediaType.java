package io.github.sim52xx.mms.pdu;

import java.util.List;
import java.util.Locale;

/** Types of parts: the device's number (manual 21.15), the assigned number of WSP (-1 for none), names of files. */
public enum MediaType {
    TEXT(2, 0x01, "text/*"),
    HTML(3, 0x02, "text/html", "html", "htm"),
    PLAIN(4, 0x03, "text/plain", "txt"),
    IMAGE(5, 0x1c, "image/*"),
    GIF(6, 0x1d, "image/gif", "gif"),
    JPEG(7, 0x1e, "image/jpeg", "jpg", "jpeg"),
    TIFF(8, 0x1f, "image/tiff", "tif", "tiff"),
    PNG(9, 0x20, "image/png", "png"),
    MIDI(10, -1, "audio/midi", "mid", "midi"),
    WAV(11, -1, "audio/x-wav", "wav"),
    AMR(12, -1, "audio/amr", "amr"),
    MPEG(13, -1, "audio/mpeg", "mp3"),
    MP4(14, -1, "video/mp4", "mp4"),
    THREE_GPP(15, -1, "video/3gpp", "3gp", "3gpp"),
    SDP(29, -1, "application/sdp", "sdp"),
    SMIL(30, -1, "application/smil", "smil", "smi"),
    UNKNOWN(-1, -1, "application/octet-stream");

    private final int number;
    private final int assigned;
    private final String name;
    private final List<String> extensions;

    MediaType(int number, int assigned, String name, String... extensions) {
        this.number = number;
        this.assigned = assigned;
        this.name = name;
        this.extensions = List.of(extensions);
    }

    /** As +CMMSVIEW prints it. */
    public int number() {
        return number;
    }

    /** True if the content is text in some charset. */
    public boolean isText() {
        return this == TEXT || this == HTML || this == PLAIN;
    }

    /** True for sound and films. */
    boolean isTimed() {
        return name.startsWith("audio/") || name.startsWith("video/");
    }

    /** {@code image}, {@code audio}, {@code video}, … */
    public boolean isOf(String group) {
        return name.startsWith(group + "/");
    }

    int assigned() {
        return assigned;
    }

    String mime() {
        return name;
    }

    /** By the extension of a file's name; {@link #UNKNOWN} if it has none of these. */
    public static MediaType ofFile(String file) {
        String extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (MediaType type : values()) {
            if (type.extensions.contains(extension)) {
                return type;
            }
        }
        return UNKNOWN;
    }

    static MediaType ofMime(String mime) {
        String wanted = mime.equalsIgnoreCase("image/jpg") ? "image/jpeg" : mime;
        for (MediaType type : values()) {
            if (type.name.equalsIgnoreCase(wanted)) {
                return type;
            }
        }
        return UNKNOWN;
    }

    static MediaType ofAssigned(int code) {
        for (MediaType type : values()) {
            if (type.assigned == code) {
                return type;
            }
        }
        return UNKNOWN;
    }
}
