package io.github.sim52xx.it.servers;

import java.io.IOException;

/** Debian's Python has pyserial. */
final class PyserialNeeded extends Needed {

    static final String PYTHON = "/usr/bin/python3";

    @Override
    protected String missing() {
        try {
            Process python = new ProcessBuilder(PYTHON, "-c", "import serial.rfc2217")
                    .redirectErrorStream(true)
                    .start();
            python.getInputStream().readAllBytes();
            return python.waitFor() == 0 ? null : "no python3-serial";
        } catch (IOException e) {
            return "no python3";
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
