package io.github.sim52xx.cli.world;

import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.Storage;
import java.util.Map;

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
    public Map<String, Object> state(Surroundings around) {
        return DriveState.of(around.part(Storage.class).volume(Drive.C));
    }
}
