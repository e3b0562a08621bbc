package io.github.sim52xx.cli.world;

import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.Storage;
import java.util.List;

/** The internal flash C:. */
final class FlashActions implements Subject {

    @Override
    public String name() {
        return "flash";
    }

    @Override
    public String purpose() {
        return "the internal flash, drive C";
    }

    @Override
    public List<Action> actions() {
        return List.of(Action.of(
                "flash.full",
                "let the flash take nothing more",
                (around, given) -> around.part(Storage.class).volume(Drive.C).setFull(given.on("state")),
                Argument.onOff("state", "whether it is full")));
    }

    @Override
    public Members<Surroundings> state() {
        return DriveState.MEMBERS.of(
                around -> DriveState.of(around.part(Storage.class).volume(Drive.C)));
    }
}
