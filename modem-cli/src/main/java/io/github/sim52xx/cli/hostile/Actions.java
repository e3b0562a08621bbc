package io.github.sim52xx.cli.hostile;

import io.github.sim52xx.cli.mail.Action;
import io.github.sim52xx.cli.mail.Stall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * What a rule does, in a script's words. Texts are byte strings, in which <code>{random}</code> becomes sixteen hexadecimal
 * digits.
 *
 * <pre>
 * reply: 550 5.1.1 No such user         # or a list of lines: instead of the right reply, and nothing is done
 * early: ["354 go", "250 stored"]       # says this before it does, silently, what it was asked for
 * raw: "250 O"                          # these bytes and no line end
 * garbage: 10..300                      # so many random bytes
 * endless: ["+OK", "and on"]            # the last line again and again
 * close: 421 4.3.2 Shutting down        # says this and closes; true: just closes
 * cut: 100                              # closes after so many bytes of the payload
 * cut: {after: 100, say: 421 Bye}
 * stall: true                           # falls silent for good; or after so many bytes
 * drip: {bytes: 1, every: 2s}           # the right reply in small pieces
 * lie: {messages: 2, octets: -5, id: x} # wrong numbers, sizes, unique ids (POP3)
 * delay: 20s                            # before the right reply, or before one of the others
 * </pre>
 */
final class Actions {

    private static final List<String> NAMES =
            List.of("reply", "early", "raw", "garbage", "endless", "close", "cut", "stall", "drip", "lie");

    private static final long MAX_GARBAGE = 64 << 20;

    private Actions() {}

    static ScriptLine.Draw read(Mapping rule) {
        List<String> given = NAMES.stream().filter(rule::has).toList();
        if (given.size() > 1) {
            throw rule.wrong("either " + given.get(0) + " or " + given.get(1));
        }
        boolean delayed = rule.has("delay");
        if (given.isEmpty() && !delayed) {
            throw rule.wrong("what shall happen? One of " + String.join(", ", NAMES) + ", delay");
        }
        ScriptLine.Draw then = given.isEmpty() ? random -> Action.PROCEED : one(given.get(0), rule);
        if (!delayed) {
            return then;
        }
        Range delay = rule.time("delay", "");
        return random -> new Action.Delay(Duration.ofMillis(delay.draw(random)), then.action(random));
    }

    private static ScriptLine.Draw one(String name, Mapping rule) {
        return switch (name) {
            case "reply" -> reply(rule.texts(name));
            case "early" -> early(rule.texts(name));
            case "raw" -> raw(rule.text(name));
            case "garbage" -> garbage(rule);
            case "endless" -> endless(rule);
            case "close" -> close(rule.flag(name) ? List.of() : rule.texts(name));
            case "cut" -> cut(rule);
            case "stall" -> stall(rule);
            case "drip" -> drip(rule.mapping(name));
            default -> lie(rule.mapping(name));
        };
    }

    private static ScriptLine.Draw reply(List<String> lines) {
        return random -> new Action.Reply(filled(lines, random));
    }

    private static ScriptLine.Draw early(List<String> lines) {
        return random -> new Action.EarlyReply(filled(lines, random));
    }

    private static ScriptLine.Draw raw(String text) {
        return random -> new Action.Garbage(filled(text, random).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ScriptLine.Draw garbage(Mapping rule) {
        Range length = rule.bytes("garbage");
        if (length.to() > MAX_GARBAGE) {
            throw rule.wrong("garbage", "at most 64M; endless has no end");
        }
        return random -> {
            byte[] bytes = new byte[(int) length.draw(random)];
            random.nextBytes(bytes);
            return new Action.Garbage(bytes);
        };
    }

    private static ScriptLine.Draw endless(Mapping rule) {
        List<String> lines = rule.texts("endless");
        if (lines.isEmpty()) {
            throw rule.wrong("endless", "which line?");
        }
        int last = lines.size() - 1;
        return random -> {
            List<String> filled = filled(lines, random);
            return new Action.Endless(filled.subList(0, last), filled.get(last));
        };
    }

    private static ScriptLine.Draw close(List<String> lines) {
        return random -> new Action.Close(filled(lines, random));
    }

    private static ScriptLine.Draw cut(Mapping rule) {
        if (!rule.isMapping("cut")) {
            Range after = rule.bytes("cut");
            return random -> new Action.CutAfter(after.draw(random));
        }
        Mapping cut = rule.mapping("cut");
        Range after = cut.bytes("after");
        List<String> lines = cut.texts("say");
        cut.check();
        return random -> new Action.CutAfter(after.draw(random), filled(lines, random));
    }

    private static ScriptLine.Draw stall(Mapping rule) {
        if (rule.flag("stall")) {
            return random -> new Stall();
        }
        Range after = rule.bytes("stall");
        return random -> new Stall(after.draw(random));
    }

    private static ScriptLine.Draw drip(Mapping drip) {
        int bytes = Math.max(1, drip.count("bytes"));
        Range every = drip.time("every", "1s");
        drip.check();
        return random -> new Action.Drip(bytes, Duration.ofMillis(every.draw(random)));
    }

    private static ScriptLine.Draw lie(Mapping lie) {
        int messages = lie.number("messages", 0);
        int octets = lie.number("octets", 0);
        String id = lie.text("id", null);
        lie.check();
        return random -> new Action.Lie(messages, octets, id == null ? null : filled(id, random));
    }

    private static List<String> filled(List<String> lines, Random random) {
        return lines.stream().map(line -> filled(line, random)).toList();
    }

    private static String filled(String text, Random random) {
        String filled = text;
        while (filled.contains("{random}")) {
            filled = filled.replaceFirst("\\{random}", String.format("%016x", random.nextLong()));
        }
        return filled;
    }
}
