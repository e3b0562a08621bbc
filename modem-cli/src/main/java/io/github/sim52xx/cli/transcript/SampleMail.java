package io.github.sim52xx.cli.transcript;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The mails that transcripts can put into the mailbox; {@code first} and {@code second} are the application note's. */
public final class SampleMail {

    private static final List<String> NAMES = List.of("first", "second");

    private SampleMail() {}

    public static List<String> names() {
        return NAMES;
    }

    /** The mail of that name, its lines ended by CR LF. */
    public static byte[] read(String name) throws IOException {
        byte[] resource = new TranscriptSource.Resource(SampleMail.class, name + ".eml").read();
        String mail = new String(resource, StandardCharsets.ISO_8859_1);
        return mail.replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
