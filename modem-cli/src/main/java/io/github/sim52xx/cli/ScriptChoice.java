package io.github.sim52xx.cli;

import io.github.sim52xx.cli.hostile.MailScript;
import io.github.sim52xx.cli.hostile.ReadyMade;
import io.github.sim52xx.cli.hostile.ScriptFile;
import io.github.sim52xx.cli.hostile.ScriptSyntaxException;
import io.github.sim52xx.cli.transcript.Fixture;
import java.nio.file.Files;
import java.nio.file.Path;

/** The script that a command line names: one that comes with the app, or a file. */
final class ScriptChoice {

    private ScriptChoice() {}

    /**
     * What a transcript names.
     *
     * @throws UsageException if there is none, or it cannot be understood
     */
    static MailScript read(Fixture.Follows follows) {
        boolean readyMade = follows.file() == null || ReadyMade.has(follows.script());
        return read(readyMade ? follows.script() : follows.file().toString());
    }

    /** @throws UsageException if there is none, or it cannot be understood */
    static MailScript read(String text) {
        if (ReadyMade.has(text)) {
            return ReadyMade.script(text);
        }
        Path file = Path.of(text);
        if (!Files.exists(file)) {
            throw new UsageException(
                    "there is no script or file " + text + "; sim52xx hostile-mail --list shows the scripts");
        }
        try {
            return ScriptFile.read(file);
        } catch (ScriptSyntaxException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
