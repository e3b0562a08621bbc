package io.github.sim52xx.it.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Postfix and Dovecot are installed, and may be started. */
final class DebianServersNeeded extends Needed {

    private static final List<String> PROGRAMS =
            List.of("/usr/sbin/postfix", "/usr/sbin/dovecot", "/usr/lib/dovecot/pop3-login", "/usr/bin/openssl");

    @Override
    protected String missing() {
        if (!System.getProperty("user.name").equals("root")) {
            return "Postfix can only be started by root";
        }
        List<String> missing = PROGRAMS.stream()
                .filter(program -> !Files.isExecutable(Path.of(program)))
                .toList();
        return missing.isEmpty() ? null : "no " + String.join(", no ", missing);
    }
}
