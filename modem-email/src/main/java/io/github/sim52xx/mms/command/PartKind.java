package io.github.sim52xx.mms.command;

import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.mms.pdu.MediaType;
import java.util.Locale;

/** What +CMMSDOWN takes at its prompt (manual 21.5), and what it is if the name does not say. */
enum PartKind {
    PIC("image", MediaType.JPEG, "jpg"),
    TEXT("text", MediaType.PLAIN, "txt"),
    AUDIO("audio", MediaType.AMR, "amr"),
    VIDEO("video", MediaType.THREE_GPP, "3gp"),
    SDP("application", MediaType.SDP, "sdp");

    private final String group;
    private final MediaType usual;
    private final String extension;

    PartKind(String group, MediaType usual, String extension) {
        this.group = group;
        this.usual = usual;
        this.extension = extension;
    }

    static PartKind of(String word) {
        for (PartKind kind : values()) {
            if (kind.name().equals(word.toUpperCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new ParameterException("<type> is no kind of part: " + word);
    }

    boolean isNamed() {
        return this != SDP;
    }

    String usualName(int index) {
        return index + "." + extension;
    }

    /** Null if that kind has no file of such a name; all names are good for text. */
    MediaType typeOf(String name) {
        MediaType type = MediaType.ofFile(name);
        if (type.isOf(group)) {
            return type;
        }
        return this == TEXT ? usual : null;
    }
}
