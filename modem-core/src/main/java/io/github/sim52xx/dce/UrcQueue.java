package io.github.sim52xx.dce;

import java.util.ArrayDeque;

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

    /** The oldest one, or null. */
    String poll() {
        String text = waiting.poll();
        characters -= text == null ? 0 : text.length();
        return text;
    }

    void clear() {
        waiting.clear();
        characters = 0;
    }
}
