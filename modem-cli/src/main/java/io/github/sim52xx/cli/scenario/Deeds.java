package io.github.sim52xx.cli.scenario;

import io.github.sim52xx.cli.hostile.MailScript;
import io.github.sim52xx.cli.hostile.Mapping;
import io.github.sim52xx.cli.hostile.Neighbours;
import io.github.sim52xx.cli.hostile.ReadyMade;
import io.github.sim52xx.cli.hostile.ScriptFile;
import io.github.sim52xx.cli.hostile.ScriptSyntaxException;
import io.github.sim52xx.cli.transcript.Fixture;
import io.github.sim52xx.cli.world.Intervention;
import io.github.sim52xx.cli.world.WorldException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an incident does, in a scenario's words: those of {@code sim52xx ctl}, and some for the built-in mail server.
 *
 * <pre>
 * do: radio registration denied
 * do: [card pull, power cut]             # in this order
 * do: radio operator 26201 "My Network"
 * do: mail-server refuses RCPT 550 No    # from now on; the same words as in transcripts
 * do: mail-server follows smtp-garbage   # a script of sim52xx hostile-mail, or a file of that kind
 * </pre>
 */
final class Deeds {

    private static final String SERVER = "mail-server ";
    private static final String FOLLOWS = SERVER + "follows ";

    private Deeds() {}

    static List<Deed> read(Mapping incident, Path beside) {
        List<Deed> deeds = new ArrayList<>();
        for (String words : incident.texts("do")) {
            int number = deeds.size();
            try {
                deeds.add(read(words.strip(), beside));
            } catch (WorldException | IOException | IllegalArgumentException | ScriptSyntaxException e) {
                throw incident.wrong("do", number, "'" + words + "': " + e.getMessage());
            }
        }
        if (deeds.isEmpty()) {
            throw incident.wrong("do", "what? Such as card pull; sim52xx ctl --help lists what can be done");
        }
        return deeds;
    }

    private static Deed read(String words, Path beside) throws WorldException, IOException {
        if (words.startsWith(FOLLOWS)) {
            return new Deed.OfServer(words, null, script(words.substring(FOLLOWS.length()), beside));
        }
        if (words.startsWith(SERVER)) {
            return new Deed.OfServer(words, (Fixture.MailServer) Fixture.parse(words), null);
        }
        Intervention intervention = Intervention.parse(words);
        return new Deed.InWorld(words, intervention.action().name(), intervention.arguments());
    }

    private static MailScript script(String name, Path beside) throws IOException {
        if (ReadyMade.has(name)) {
            return ReadyMade.script(name);
        }
        if (beside == null) {
            throw new IllegalArgumentException("sim52xx hostile-mail --list shows the scripts");
        }
        return ScriptFile.read(Neighbours.find(beside, name));
    }
}
