package io.github.sim52xx.cli.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Something that happened in the world of a modem. Immutable.
 *
 * @param id counts up
 * @param at when
 * @param kind {@code at} a command line, an answer or data, {@code urc}, {@code mail}, {@code file}, {@code world},
 *     {@code socket}
 * @param fields what there is to say: plain values, without secrets
 */
public record Event(long id, Instant at, String kind, Map<String, Object> fields) {

    /** All kinds. */
    public static final List<String> KINDS = List.of("at", "urc", "mail", "file", "world", "socket");
}
