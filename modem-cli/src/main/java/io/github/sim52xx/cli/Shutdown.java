package io.github.sim52xx.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has to be done before the process ends, in reverse order of registration: on SIGTERM, SIGHUP and Ctrl-C, which
 * count as a wish and not as a failure (exit code 0), as well as at an ordinary end. Safe for use by any thread.
 */
final class Shutdown {

    private static final Deque<Runnable> STEPS = new ArrayDeque<>();
    private static int exitCode;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Shutdown::finish, "shutdown"));
    }

    private Shutdown() {}

    /** Registers a step. */
    static synchronized void before(Runnable step) {
        STEPS.push(step);
    }

    /** Ends the process with that code, after all steps. */
    static void exit(int code) {
        synchronized (Shutdown.class) {
            exitCode = code;
        }
        System.exit(code);
    }

    private static synchronized void finish() {
        while (!STEPS.isEmpty()) {
            STEPS.pop().run();
        }
        System.out.flush();
        // A process ended by a signal would report that signal, not success.
        Runtime.getRuntime().halt(exitCode);
    }
}
