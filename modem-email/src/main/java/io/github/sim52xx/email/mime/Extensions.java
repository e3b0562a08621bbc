package io.github.sim52xx.email.mime;

import java.util.Map;

/** Extensions for files that come without a name, by content type. */
final class Extensions {

    private static final Map<String, String> BY_TYPE = Map.ofEntries(
            Map.entry("message/rfc822", ".eml"),
            Map.entry("message/global", ".eml"),
            Map.entry("message/news", ".eml"),
            Map.entry("message/partial", ".eml"),
            Map.entry("message/external-body", ".eml"),
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/png", ".png"),
            Map.entry("image/gif", ".gif"),
            Map.entry("application/pdf", ".pdf"),
            Map.entry("application/zip", ".zip"),
            Map.entry("text/html", ".htm"),
            Map.entry("text/calendar", ".ics"),
            Map.entry("text/vcard", ".vcf"),
            Map.entry("text/x-vcard", ".vcf"));

    private Extensions() {}

    /** The extension with its dot; empty for a type that has none. */
    static String of(String type) {
        String known = BY_TYPE.get(type);
        if (known != null) {
            return known;
        }
        return type.startsWith("text/") || type.startsWith("message/") ? ".txt" : "";
    }
}
