package io.github.sim52xx.cli;

import io.github.sim52xx.cli.mail.Conduct;
import io.github.sim52xx.cli.mail.MailServer;
import io.github.sim52xx.cli.scenario.Director;
import io.github.sim52xx.cli.scenario.Scenario;
import io.github.sim52xx.cli.transcript.Escapes;
import io.github.sim52xx.cli.transcript.Fixture;
import io.github.sim52xx.cli.world.Events;
import io.github.sim52xx.cli.world.Surroundings;
import io.github.sim52xx.cli.world.World;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Profile;
import io.github.sim52xx.modem.SimCard;
import io.github.sim52xx.net.Bearer;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

/** {@code run --scenario}: what the modem begins with, and who directs what happens to it. Used by one thread. */
final class Direction {

    private final Scenario scenario;
    private final Director director;
    /** Null if there is no built-in mail server. */
    private BenchMail mail;

    private Direction(Scenario scenario, Consumer<String> console) {
        this.scenario = scenario;
        director = new Director(scenario, console);
    }

    /** @return null if there is no such option */
    static Direction of(RunOptions options, Consumer<String> console) {
        if (options.scenario == null) {
            return null;
        }
        Scenario scenario = ScenarioChoice.parse(ScenarioChoice.read(options.scenario));
        Direction direction = new Direction(scenario, console);
        direction.prepare(options);
        return direction;
    }

    long seed() {
        return scenario.seed();
    }

    Director director() {
        return director;
    }

    void direct(MailServer server) {
        mail = new BenchMail(server, director::watched);
    }

    /** The profile of a modem that has no file for it. */
    Profile profile() {
        boolean inserted = !scenario.given().contains(Fixture.State.NO_SIM);
        String pin = scenario.given().stream()
                .filter(Fixture.SimPin.class::isInstance)
                .map(fixture -> ((Fixture.SimPin) fixture).pin())
                .findFirst()
                .orElse(null);
        return new Profile(
                null,
                new SimCard(inserted, null, pin, null, null, null, null, null, null, null),
                null,
                null,
                null,
                null);
    }

    /** The modem is there. */
    void begin(Modem modem, Events events) {
        modem.execute(() -> modem.part(Bearer.class).faults().seed(scenario.seed()));
        try {
            for (Fixture fixture : scenario.given()) {
                given(fixture, modem);
            }
            for (Map.Entry<String, byte[]> file : scenario.files().entrySet()) {
                put(modem, file.getKey(), file.getValue());
            }
            for (byte[] content : scenario.mails()) {
                mail.server().mailbox().add(content);
            }
        } catch (IOException e) {
            throw new FailedException(scenario.name() + ": what is given cannot be had: " + e.getMessage());
        }
        director.begin(
                new World(new Surroundings(modem), events),
                server(mail),
                modem.blueprint().time());
    }

    private void put(Modem modem, String path, byte[] content) {
        try {
            GivenFiles.put(modem, path, content);
        } catch (IOException e) {
            throw new FailedException(
                    scenario.name() + ": files: " + Escapes.text(path) + ": cannot be had: " + e.getMessage());
        }
    }

    /** What a director can do to a server, or null. */
    static Director.Server server(BenchMail mail) {
        return mail == null
                ? null
                : new Director.Server() {
                    @Override
                    public void perform(Conduct conduct) {
                        mail.conduct(conduct);
                    }

                    @Override
                    public void perform(Fixture.MailServer manner) {
                        mail.conduct(manner);
                    }
                };
    }

    private void prepare(RunOptions options) {
        if (scenario.needsMail() && !options.embeddedMail) {
            throw new UsageException(scenario.name() + " needs the mail server that --mail none leaves out");
        }
        for (Fixture fixture : scenario.given()) {
            if (fixture instanceof Fixture.FirmwareOf given) {
                options.firmware = given.firmware();
            } else if (fixture instanceof Fixture.DriveOf given && given.drive() == Drive.C) {
                options.flash = given.bytes();
            } else if (fixture instanceof Fixture.DriveOf given) {
                options.card = given.bytes();
            } else if (fixture instanceof Fixture.Clock given) {
                options.rtc = given.time();
            } else if (fixture == Fixture.State.NO_CARD) {
                options.card = 0;
            } else if (fixture == Fixture.State.COLD_BOOT) {
                options.coldBoot = true;
            }
        }
    }

    private void given(Fixture fixture, Modem modem) throws IOException {
        if (fixture instanceof Fixture.MailServer manner) {
            mail.conduct(manner);
        } else if (fixture instanceof Fixture.Mails mails) {
            mail.fill(mails);
        } else if (fixture instanceof Fixture.File file) {
            GivenFiles.put(modem, file.path(), GivenFiles.content(file.size()));
        } else if (fixture == Fixture.State.NOT_REGISTERED) {
            modem.execute(() -> modem.radio().setDeregistered(true));
        }
    }
}
