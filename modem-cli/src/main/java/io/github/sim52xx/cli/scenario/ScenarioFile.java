package io.github.sim52xx.cli.scenario;

import io.github.sim52xx.cli.hostile.GivenMails;
import io.github.sim52xx.cli.hostile.Mapping;
import io.github.sim52xx.cli.hostile.ScriptSyntaxException;
import io.github.sim52xx.cli.hostile.YamlText;
import io.github.sim52xx.cli.transcript.Escapes;
import io.github.sim52xx.cli.transcript.Fixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Reads scenarios.
 *
 * <pre>
 * about: the card is pulled while a mail is fetched
 * seed: 7                                # of all that is random; the same seed gives the same bytes
 * given:                                 # as in transcripts
 *   - firmware 2012
 *   - card 4000000
 * files: {C:/note.txt: "a text", C:/Picture/a.jpg: 60000 bytes}
 * mails: [first, second, my.eml]         # samples, or files beside the scenario
 * timeline:
 *   - {at: +30s, do: radio registration denied}
 *   - {when: AT+SMTPSEND, count: 2, do: power cut}
 *   - {when: after 4096 bytes of smtp DATA, do: [card pull, radio registration denied]}
 *   - {when: after 100 bytes of tcp, do: radio registration denied}
 *   - {when: pop3 RETR, do: mail-server follows pop3-cut-in-mail}
 *   - {when: urc "+POP3: SUCCESS", every: 1, chance: 0.5, do: card pull}
 * </pre>
 *
 * <p>{@link Moments} knows the moments, {@link Deeds} what can be done then. Without {@code count} and {@code every}
 * only the first time counts; {@code every: 2} is each second time, from the first or the {@code count}th on.
 */
public final class ScenarioFile {

    private static final int LARGEST = 64 << 20;

    private ScenarioFile() {}

    /**
     * Reads a scenario.
     *
     * @param beside a file in the directory where mails and scripts are looked for; null: there are none
     * @throws ScriptSyntaxException if it cannot be understood
     */
    public static Scenario parse(String name, String yaml, Path beside) {
        Mapping scenario = YamlText.read(name, yaml);
        int seed = scenario.number("seed", 1);
        Scenario read = new Scenario(
                name,
                scenario.text("about", name),
                seed,
                given(scenario),
                files(scenario, seed),
                GivenMails.read(scenario, beside),
                incidents(name, scenario, beside));
        scenario.check();
        return read;
    }

    private static List<Fixture> given(Mapping scenario) {
        List<Fixture> given = new ArrayList<>();
        for (String words : scenario.texts("given")) {
            try {
                given.add(Fixture.parse(Escapes.text(words)));
            } catch (IllegalArgumentException e) {
                throw scenario.wrong("given", given.size(), "'" + words + "': " + e.getMessage());
            }
        }
        return given;
    }

    private static Map<String, byte[]> files(Mapping scenario, long seed) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (scenario.has("files")) {
            Mapping contents = scenario.mapping("files");
            for (String path : contents.keys()) {
                if (!path.matches("[CcDd]:/.*[^/]")) {
                    throw contents.wrong(path, "expected a path such as C:/Picture/a.jpg");
                }
                files.put(Escapes.bytes(path), content(contents, path, seed));
            }
        }
        return files;
    }

    private static byte[] content(Mapping contents, String path, long seed) {
        String text = contents.text(path);
        if (!text.endsWith(" bytes")) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        String size = text.substring(0, text.length() - " bytes".length());
        if (!size.matches("\\d{1,8}") || Integer.parseInt(size) > LARGEST) {
            throw contents.wrong(path, "expected a text, or a size such as 60000 bytes");
        }
        byte[] content = new byte[Integer.parseInt(size)];
        new Random(seed ^ path.hashCode()).nextBytes(content);
        return content;
    }

    private static List<Incident> incidents(String name, Mapping scenario, Path beside) {
        List<Incident> incidents = new ArrayList<>();
        for (Mapping incident : scenario.mappings("timeline")) {
            incident.admit("at", "when", "count", "every", "chance", "do");
            When when = Moments.read(incident);
            String place = name + ":" + incident.line("do");
            List<Deed> deeds = Deeds.read(incident, beside);
            int nth = Math.max(1, incident.count("count"));
            int every = incident.count("every");
            if (when instanceof When.At && (incident.has("count") || incident.has("every"))) {
                throw incident.wrong("at", "comes only once, without count and every");
            }
            incidents.add(new Incident(place, when, nth, every, incident.chance("chance"), deeds));
        }
        return incidents;
    }
}
