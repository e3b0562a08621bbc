package io.github.sim52xx.cli;

import io.github.sim52xx.cli.hostile.Neighbours;
import io.github.sim52xx.cli.hostile.ScriptSyntaxException;
import io.github.sim52xx.cli.scenario.Scenario;
import io.github.sim52xx.cli.scenario.ScenarioFile;
import io.github.sim52xx.cli.transcript.Fixture;
import java.io.IOException;
import java.nio.file.Path;

/** The scenario that a command line or a transcript names. */
final class ScenarioChoice {

    private ScenarioChoice() {}

    /** @throws UsageException if there is none, or it cannot be understood */
    static Fixture.Directed read(Path file) {
        try {
            Fixture.Directed scenario = new Fixture.Directed(file.toString(), Neighbours.yaml(file), file);
            parse(scenario);
            return scenario;
        } catch (IOException e) {
            throw new UsageException("--scenario: " + Reason.of(file, e));
        } catch (ScriptSyntaxException e) {
            throw new UsageException(e.getMessage());
        }
    }

    static Scenario parse(Fixture.Directed scenario) {
        return ScenarioFile.parse(
                scenario.name(),
                scenario.yaml(),
                scenario.file() == null ? null : scenario.file().toAbsolutePath());
    }
}
