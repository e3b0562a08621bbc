package io.github.sim52xx.cli.hostile;

import io.github.sim52xx.cli.transcript.TranscriptSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The scripts that come with the app. Every code of the application note's two tables has one that provokes it, and so
 * have the manuals' further ones.
 */
public final class ReadyMade {

    private static final String EXTENSION = ".yaml";
    private static final List<String> NAMES = List.of(
            "smtp-success",
            "smtp-greets-only",
            "smtp-busy-modem",
            "smtp-no-recipient",
            "smtp-oversize",
            "smtp-no-server",
            "smtp-auth-required",
            "smtp-auth-refused",
            "smtp-auth-unknown",
            "smtp-bad-recipient",
            "smtp-greylisted",
            "smtp-silent",
            "smtp-half-greeting",
            "smtp-garbage",
            "smtp-no-service",
            "smtp-endless-hello",
            "smtp-tarpit",
            "smtp-leaves",
            "smtp-half-reply",
            "smtp-421-at-recipient",
            "smtp-early-354",
            "smtp-no-data",
            "smtp-cut-in-mail",
            "smtp-421-in-mail",
            "smtp-stops-reading",
            "smtp-mail-refused",
            "smtp-no-storage",
            "smtp-silent-after-mail",
            "smtp-slow",
            "smtp-early-250",
            "smtp-leaves-at-quit",
            "pop3-success",
            "pop3-mail",
            "pop3-refused-mail",
            "pop3-empty",
            "pop3-no-server",
            "pop3-invalid-user",
            "pop3-invalid-password",
            "pop3-endless-mail",
            "pop3-silent",
            "pop3-half-greeting",
            "pop3-garbage",
            "pop3-no-service",
            "pop3-leaves-at-login",
            "pop3-wrong-status",
            "pop3-tarpit",
            "pop3-released",
            "pop3-wrong-number",
            "pop3-endless-list",
            "pop3-silent-in-list",
            "pop3-no-header",
            "pop3-cut-in-mail",
            "pop3-silent-in-mail",
            "pop3-undeletable",
            "pop3-leaves-at-quit",
            "pop3-lying-status",
            "pop3-lying-list",
            "pop3-lying-sizes",
            "pop3-wrong-uidl",
            "pop3-slow",
            "flaky");

    private ReadyMade() {}

    /** SMTP first. */
    public static List<MailScript> all() {
        return NAMES.stream().map(ReadyMade::script).toList();
    }

    public static boolean has(String name) {
        return NAMES.contains(name);
    }

    /** The script of that name, which there must be. */
    public static MailScript script(String name) {
        return ScriptFile.parse(name, text(name), null);
    }

    /** The same as it is written. */
    public static String text(String name) {
        try {
            byte[] text = new TranscriptSource.Resource(ReadyMade.class, name + EXTENSION).read();
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the app is not complete", e);
        }
    }
}
