package io.github.sim52xx.cli;

import io.github.sim52xx.cli.transcript.Transcript;
import io.github.sim52xx.cli.transcript.TranscriptSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The dialogues of the e-mail application note V1.00, as transcripts. */
public final class Note {

    private static final List<String> NAMES = List.of(
            "3.1-parameters",
            "3.2-send",
            "3.3-abort",
            "4.1-parameters",
            "4.2-no-new-mail",
            "4.3-peek",
            "4.4-retrieve",
            "4.5-retrieve-and-delete",
            "4.6-abort",
            "4.7-read-stored");

    private Note() {}

    /** In the order of the note. */
    public static List<Transcript> dialogues() {
        return NAMES.stream().map(Note::read).toList();
    }

    private static Transcript read(String name) {
        try {
            return Transcript.read(new TranscriptSource.Resource(Note.class, "note/" + name + Transcript.EXTENSION));
        } catch (IOException e) {
            throw new UncheckedIOException("the app is not complete", e);
        }
    }
}
