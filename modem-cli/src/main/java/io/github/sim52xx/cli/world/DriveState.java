package io.github.sim52xx.cli.world;

import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.Volume;

/**
 * How much there is on a drive, in bytes.
 *
 * @param used null if it cannot be told
 * @param error why, else null
 */
record DriveState(long capacity, Long used, String error, boolean full) {

    static final Members<DriveState> MEMBERS = Members.<DriveState>none()
            .with("capacity", Shape.WHOLE, DriveState::capacity)
            .maybe("used", Shape.WHOLE, DriveState::used)
            .maybe("free", Shape.WHOLE, drive -> drive.used == null ? null : drive.capacity - drive.used)
            .maybe("error", Shape.TEXT, DriveState::error)
            .with("full", Shape.TRUTH, DriveState::full);

    static DriveState of(Volume volume) {
        try {
            return new DriveState(volume.capacity(), volume.used(), null, volume.isFull());
        } catch (FileSystemException e) {
            return new DriveState(volume.capacity(), null, e.error().phrase(), volume.isFull());
        }
    }
}
