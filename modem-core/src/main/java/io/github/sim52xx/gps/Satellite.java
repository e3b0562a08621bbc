package io.github.sim52xx.gps;

import java.util.List;

/**
 * One satellite of the sky that all tracks are under.
 *
 * @param number 1 to 32
 * @param elevation degrees above the horizon
 * @param azimuth degrees from north clockwise
 * @param strength carrier to noise, dB Hz
 */
record Satellite(int number, int elevation, int azimuth, int strength) {

    static final List<Satellite> SKY = List.of(
            new Satellite(3, 21, 48, 36),
            new Satellite(6, 64, 291, 45),
            new Satellite(9, 12, 133, 31),
            new Satellite(14, 47, 82, 42),
            new Satellite(17, 33, 207, 39),
            new Satellite(19, 71, 160, 46),
            new Satellite(22, 8, 319, 28),
            new Satellite(28, 52, 244, 43));
}
