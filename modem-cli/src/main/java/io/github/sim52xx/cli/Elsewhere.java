package io.github.sim52xx.cli;

/** The options {@code --to} and {@code --baud}: a modem that is not of this process. */
final class Elsewhere {

    /** Null for a modem of this process. */
    private String target;

    private int baud = Target.DEFAULT_BAUD;

    OptionList addTo(OptionList options) {
        return options.value(
                        "--to",
                        "HOST:PORT|DEVICE",
                        text -> target = checked(text),
                        "The modem: on TCP, or on a serial port or PTY such as /dev/ttyUSB2.")
                .value(
                        "--baud",
                        "N",
                        text -> baud = Values.baud(text),
                        "Speed of the serial port, 8N1, default " + baud + ".");
    }

    boolean isGiven() {
        return target != null;
    }

    RemoteStage open() {
        return open(null);
    }

    /** @param world null if what is around the modem cannot be reached */
    RemoteStage open(RemoteWorld world) {
        return new RemoteStage(target, baud, world);
    }

    private static String checked(String text) {
        if (!RemoteStage.isDevice(text)) {
            Values.address(text);
        }
        return text;
    }
}
