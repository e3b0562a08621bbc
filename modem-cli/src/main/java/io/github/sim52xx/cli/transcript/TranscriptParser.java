package io.github.sim52xx.cli.transcript;

import io.github.sim52xx.cli.transcript.Step.Act;
import io.github.sim52xx.cli.world.Intervention;
import io.github.sim52xx.cli.world.WorldException;
import io.github.sim52xx.net.HostPort;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads one transcript. Used once, by one thread. */
final class TranscriptParser {

    private static final Pattern SIGN = Pattern.compile("([1-9])?(>!|>|<!|</~|</|<~|<)(?: (.*))?");
    private static final Pattern GONE = Pattern.compile("gone( [1-9])?");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m)");
    private static final Pattern CLIENT = Pattern.compile(
            "(?:client|peer) (\\d{1,5}) (connects(?= \\d{1,5}$)|says(?= .)|hears(?= .)|closes$|resets$|is closed$)(?: (.+))?");
    private static final Pattern ACCEPTS = Pattern.compile("peer (\\d{1,5}) accepts (udp )?(\\S+)");
    private static final Pattern HANG_UP = Pattern.compile("hang up(?: ([1-9]))?\\s*");
    private static final String PLAYED = "played ";
    private static final String SCENARIO = "scenario ";
    private static final String PROFILE = "profile ";
    private static final String FOLLOWS = "mail-server follows ";

    private final TranscriptSource source;
    private final List<String> users;
    private final UnaryOperator<String> passwords;
    private final List<Fixture> fixtures = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<String> title = new ArrayList<>();
    private boolean titleEnded;
    private boolean sent;
    private int number;

    /**
     * @param users the transcripts that presuppose this one
     * @param passwords what {@link Placeholders} stand for
     */
    TranscriptParser(TranscriptSource source, List<String> users, UnaryOperator<String> passwords) {
        this.source = source;
        this.users = users;
        this.passwords = passwords;
    }

    Transcript parse() throws IOException {
        for (String line : text().split("\n", -1)) {
            number++;
            read(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
        return new Transcript(source.name(), String.join(" ", title), fixtures, steps);
    }

    private String text() throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(source.read()))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new TranscriptSyntaxException(source.name(), 1, "expected text in UTF-8");
        }
    }

    private void read(String line) throws IOException {
        if (line.startsWith("#")) {
            comment(line, line.substring(1).strip());
            return;
        }
        titleEnded |= !title.isEmpty();
        try {
            if (line.isBlank()) {
                return;
            } else if (line.startsWith("given ")) {
                given(line.substring("given ".length()).strip());
            } else if (line.startsWith("wait ")) {
                add(
                        line,
                        1,
                        new Act.Wait(duration(line.substring("wait ".length()).strip())));
            } else if (line.startsWith("client ")) {
                add(line, 1, client(line));
            } else if (line.startsWith("peer ")) {
                add(line, 1, peer(line));
            } else if (line.startsWith("card ")) {
                add(line, 1, intervention(card(line.substring("card ".length()).strip())));
            } else if (GONE.matcher(line).matches()) {
                add(line, line.equals("gone") ? 1 : line.charAt(line.length() - 1) - '0', new Act.Gone());
            } else if (line.startsWith("ctl ")) {
                add(line, 1, intervention(line.substring("ctl ".length())));
            } else if (line.startsWith("hang ")) {
                add(line, hungUp(line), new Act.HangUp());
            } else {
                dialogue(line);
            }
        } catch (IllegalArgumentException e) {
            throw error(e.getMessage());
        }
    }

    private void comment(String line, String text) {
        if (titleEnded || !steps.isEmpty() || !fixtures.isEmpty()) {
            add(line, 1, new Act.Remark(text));
        } else {
            title.add(text);
        }
    }

    private void given(String words) throws IOException {
        if (sent) {
            throw error("expected given before the first line that is sent");
        }
        if (words.startsWith(PLAYED)) {
            fixtures.add(played(words.substring(PLAYED.length()).strip()));
        } else if (words.startsWith(SCENARIO)) {
            fixtures.add(scenario(words.substring(SCENARIO.length()).strip()));
        } else if (words.startsWith(PROFILE)) {
            String file = words.substring(PROFILE.length()).strip();
            fixtures.add(new Fixture.ProfileOf(file, path(source.sibling(file))));
        } else if (words.startsWith(FOLLOWS)) {
            String script = words.substring(FOLLOWS.length()).strip();
            fixtures.add(new Fixture.Follows(script, path(source.sibling(script))));
        } else {
            fixtures.add(FixtureSyntax.parse(words));
        }
    }

    private Fixture scenario(String file) {
        TranscriptSource sibling = source.sibling(file);
        try {
            return new Fixture.Directed(
                    sibling.name(), new String(sibling.read(), StandardCharsets.UTF_8), path(sibling));
        } catch (IOException e) {
            throw error("expected a scenario that can be read: " + file);
        }
    }

    /** Null for what is no file. */
    private static Path path(TranscriptSource source) {
        return source instanceof TranscriptSource.File there ? there.path() : null;
    }

    private Fixture played(String file) throws IOException {
        TranscriptSource sibling = source.sibling(file);
        List<String> chain = new ArrayList<>(users);
        chain.add(source.name());
        if (chain.contains(sibling.name())) {
            throw error("expected a transcript that does not presuppose this one: " + file);
        }
        try {
            return new Fixture.Played(new TranscriptParser(sibling, chain, passwords).parse());
        } catch (IOException e) {
            throw error("expected a transcript that can be read: " + file);
        }
    }

    private void dialogue(String line) {
        Matcher sign = SIGN.matcher(line);
        if (!sign.matches()) {
            throw error(
                    "expected #, given, wait, ctl, card, client, peer, gone, hang up, or one of the signs > >! < <~ </ </~ <! with a blank behind it");
        }
        int terminal = sign.group(1) == null ? 1 : Integer.parseInt(sign.group(1));
        String text = sign.group(3) == null ? "" : sign.group(3);
        add(line, terminal, act(sign.group(2), text));
        sent |= sign.group(2).startsWith(">");
    }

    private Act act(String sign, String text) {
        if (text.isEmpty() && !sign.equals(">")) {
            throw error("expected something behind " + sign + (sign.equals("<") ? "; empty lines do not count" : ""));
        }
        return switch (sign) {
            case ">" -> new Act.Send(revealed(Escapes.bytes(text)) + "\r");
            case ">!" -> new Act.Send(revealed(Escapes.decode(text)));
            case "<!" -> new Act.Bytes(revealed(Escapes.decode(text)));
            case "<" -> new Act.Line(revealed(Escapes.bytes(text)), Duration.ZERO);
            case "</" -> new Act.Matching(pattern(text), Duration.ZERO);
            case "<~" -> new Act.Line(revealed(Escapes.bytes(behindDuration(sign, text))), leading(text));
            default -> new Act.Matching(pattern(behindDuration(sign, text)), leading(text));
        };
    }

    /** Who connects, and where the modem goes, is there before anything is sent. */
    private void presuppose(Fixture fixture) {
        if (!fixtures.contains(fixture)) {
            fixtures.add(fixture);
        }
    }

    private Act peer(String line) {
        Matcher accepts = ACCEPTS.matcher(line);
        if (!accepts.matches()) {
            return client(line);
        }
        Fixture.Peer there = new Fixture.Peer(HostPort.parse(accepts.group(3)), accepts.group(2) != null);
        presuppose(there);
        return new Act.Accept(Integer.parseInt(accepts.group(1)), there);
    }

    private Act client(String line) {
        Matcher client = CLIENT.matcher(line);
        if (!client.matches()) {
            throw new IllegalArgumentException("expected client 1 connects PORT or peer 1 accepts HOST:PORT, says TEXT,"
                    + " hears TEXT, closes, resets, or is closed");
        }
        Act.Deed deed =
                Act.Deed.valueOf(client.group(2).toUpperCase(Locale.ROOT).replace(' ', '_'));
        String bytes = client.group(3) == null ? "" : revealed(Escapes.decode(client.group(3)));
        if (deed == Act.Deed.CONNECTS) {
            presuppose(new Fixture.TcpClients(Integer.parseInt(bytes)));
        }
        return new Act.Client(Integer.parseInt(client.group(1)), deed, bytes);
    }

    private String revealed(String bytes) {
        return Placeholders.reveal(bytes, name -> {
            String value = passwords.apply(name);
            return value == null ? null : Escapes.bytes(value);
        });
    }

    private static Act intervention(String words) {
        try {
            return new Act.Intervene(Intervention.parse(words));
        } catch (WorldException e) {
            throw new IllegalArgumentException("expected what sim52xx ctl can do: " + e.getMessage());
        }
    }

    private static String card(String word) {
        return switch (word) {
            case "in" -> "card insert";
            case "out" -> "card pull";
            default -> throw new IllegalArgumentException("expected card in or card out, not " + word);
        };
    }

    private static int hungUp(String line) {
        Matcher words = HANG_UP.matcher(line);
        if (!words.matches()) {
            throw new IllegalArgumentException("expected hang up, or hang up 2");
        }
        return words.group(1) == null ? 1 : Integer.parseInt(words.group(1));
    }

    private static Duration leading(String text) {
        return duration(text.substring(0, text.indexOf(' ')));
    }

    private String behindDuration(String sign, String text) {
        int blank = text.indexOf(' ');
        if (blank < 0 || blank == text.length() - 1) {
            throw error("expected a time and a line behind " + sign + ", such as " + sign + " 5s OK");
        }
        return text.substring(blank + 1);
    }

    private static Duration duration(String text) {
        Matcher duration = DURATION.matcher(text);
        if (!duration.matches()) {
            throw new IllegalArgumentException("expected a time such as 500ms, 5s or 2m, not " + text);
        }
        long number = Long.parseLong(duration.group(1));
        return switch (duration.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("expected a regular expression: " + e.getDescription());
        }
    }

    private void add(String line, int terminal, Act act) {
        steps.add(new Step(number, line, terminal, act));
    }

    private TranscriptSyntaxException error(String message) {
        return new TranscriptSyntaxException(source.name(), number, message);
    }
}
