package io.github.sim52xx.dce;

import java.util.ArrayDeque;
import java.util.function.Consumer;

/** Unsolicited result codes that wait for their terminal. Bounded: when nobody fetches them the oldest go. */
final class UrcQueue {

    private static final int MAX_CHARACTERS = 64 * 1024;

    private final ArrayDeque<String> waiting = new ArrayDeque<>(0);
    private int characters;

    void add(String text) {
        waiting.add(text);
        characters += text.length();
        while (characters > MAX_CHARACTERS) {
            characters -= waiting.remove().length();
        }
    }

    /** Hands over all of them, the oldest first. */
    void drain(Consumer<String> taker) {
        while (!waiting.isEmpty()) {
            String text = waiting.remove();
            characters -= text.length();
            taker.accept(text);
        }
    }

    void clear() {
        waiting.clear();
        characters = 0;
    }
}
