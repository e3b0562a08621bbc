package io.github.sim52xx.cli;

import io.github.sim52xx.email.Secret;
import java.util.LinkedHashMap;
import java.util.Map;

/** Passwords that went to servers while a trace was written: what servers say does not show them. Not thread-safe. */
final class SeenSecrets {

    /** More are not used at a time; the oldest is forgotten. */
    private static final int MOST = 16;

    private final Map<String, Secret> secrets = new LinkedHashMap<>();

    void add(String user, String password) {
        secrets.put(user + "\n" + password, new Secret(user, password));
        if (secrets.size() > MOST) {
            secrets.remove(secrets.keySet().iterator().next());
        }
    }

    /** The text as it may be written down. */
    String hiddenIn(String text) {
        String shown = text;
        for (Secret secret : secrets.values()) {
            shown = secret.hiddenIn(shown);
        }
        return shown;
    }
}
