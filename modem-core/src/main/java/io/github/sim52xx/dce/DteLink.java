package io.github.sim52xx.dce;

/**
 * The wire to a DTE: a TCP connection, a PTY, standard input and output. Implementations send from any thread; the
 * {@link Dce} calls them on the modem's thread only.
 */
public interface DteLink {

    /** Queues bytes for the DTE. Never blocks; the array is the link's from now on. */
    void send(byte[] bytes);

    /** Bytes that {@link #send} took but that have not left yet. */
    long backlog();

    /** Calls {@code task} once, on any thread, when little or nothing of the backlog is left, or the link is dead. */
    void whenDrained(Runnable task);

    /** Stops (true) or resumes (false) taking bytes from the DTE. */
    void holdInput(boolean hold);

    /** False while nobody is at the other end, as on a PTY that no program has open: what is sent then is lost. */
    default boolean isOpen() {
        return true;
    }

    /** True if the wire has circuits beside the data: {@link #circuits} then shows somewhere. */
    default boolean hasCircuits() {
        return false;
    }

    /** The DCE's circuits have changed. */
    default void circuits(Circuits now) {}

    /** Sends what is queued, then closes. */
    void close();
}
