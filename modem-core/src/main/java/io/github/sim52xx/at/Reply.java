package io.github.sim52xx.at;

import java.io.IOException;
import java.util.concurrent.CompletionStage;

/** What a command answers: at once, later, by asking for data, by streaming, or by entering a data mode. */
public sealed interface Reply permits Response, Reply.Later, Reply.Prompt, Reply.Stream, Reply.Online, Reply.Resume {

    /**
     * The answer follows when {@code stage} completes, on whatever thread. Input waits in order until then.
     *
     * @param abort called on the modem's thread if the DTE types something before that (V.250 5.6.1); null if the
     *     command cannot be aborted by typing
     */
    record Later(CompletionStage<? extends Reply> stage, Runnable abort) implements Reply {

        public Later(CompletionStage<? extends Reply> stage) {
            this(stage, null);
        }
    }

    /**
     * The device asks for data.
     *
     * @param mark what it prints, without the line break in front of it: {@code >} or {@code ">> "}
     * @param entry takes what is typed
     */
    record Prompt(String mark, DataEntry entry) implements Reply {}

    /**
     * Long output, sent as fast as the terminal takes it, and a result behind it.
     *
     * @param body gives the bytes to send as they are, formatting included
     */
    record Stream(Body body, FinalResult result) implements Reply {}

    /** The terminal leaves command mode: every byte goes to the session until it hands the terminal back. */
    record Online(FinalResult announcement, DataSession session) implements Reply {}

    /** ATO: the terminal goes back to the connection that is held, with its announcement; NO CARRIER if there is none. */
    record Resume() implements Reply {}

    /** Output in pieces. */
    interface Body extends AutoCloseable {
        /** The next piece, or null at the end. Called on the modem's thread; pieces of some 16 KB keep it short. */
        byte[] next() throws IOException;

        @Override
        default void close() {}
    }
}
