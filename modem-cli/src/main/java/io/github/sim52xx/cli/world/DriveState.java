package io.github.sim52xx.cli.world;

import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.Volume;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much there is on a drive, in bytes. */
final class DriveState {

    private DriveState() {}

    static Map<String, Object> of(Volume volume) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("capacity", volume.capacity());
        try {
            long used = volume.used();
            state.put("used", used);
            state.put("free", volume.capacity() - used);
        } catch (FileSystemException e) {
            state.put("error", e.error().phrase());
        }
        state.put("full", volume.isFull());
        return state;
    }
}
