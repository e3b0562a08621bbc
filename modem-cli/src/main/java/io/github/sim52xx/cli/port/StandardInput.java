package io.github.sim52xx.cli.port;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What standard input is. */
public final class StandardInput {

    private static final int FD = 0;

    /** Where things are in struct termios of Linux. */
    private static final int OUTPUT_FLAGS = 4;

    private static final int LOCAL_FLAGS = 12;
    private static final int CONTROL_CHARACTERS = 17;
    private static final int OPOST = 1;
    private static final int ISIG = 1;
    private static final int VQUIT = 1;
    private static final int VSUSP = 10;

    private StandardInput() {}

    /** True if a person types there. */
    public static boolean isTerminal() {
        return LibC.isatty(FD) == 1;
    }

    /**
     * Makes a terminal hand on each key when it is pressed, Enter as CR, and repeat none: that is the modem's part. Only
     * Ctrl-C still means what it does to other programs.
     *
     * @return gives the terminal back as it was
     */
    public static Runnable handOnKeys() {
        byte[] before = new byte[256];
        LibC.tcgetattr(FD, before);
        byte[] termios = before.clone();
        LibC.cfmakeraw(termios);
        ByteBuffer fields = ByteBuffer.wrap(termios).order(ByteOrder.nativeOrder());
        fields.putInt(OUTPUT_FLAGS, fields.getInt(OUTPUT_FLAGS) | OPOST);
        fields.putInt(LOCAL_FLAGS, fields.getInt(LOCAL_FLAGS) | ISIG);
        termios[CONTROL_CHARACTERS + VQUIT] = 0;
        termios[CONTROL_CHARACTERS + VSUSP] = 0;
        LibC.tcsetattr(FD, LibC.TCSANOW, termios);
        return () -> LibC.tcsetattr(FD, LibC.TCSANOW, before);
    }
}
