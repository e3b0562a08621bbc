package io.github.sim52xx.cli.transcript;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is said at one terminal, while it is being recorded: keeps what is not complete, such as a command that is typed
 * letter by letter, and hands the rest on as steps. Byte strings. Not thread-safe.
 */
final class Conversation {

    /** More is not kept. */
    private static final int MOST = 4096;
    /** The longest step with bytes. */
    private static final int PIECE = 256;

    private static final Pattern PROMPT = Pattern.compile("\\r?\\n?>{1,2} ?");
    private static final Pattern OFFLINE = Pattern.compile("\r\n(NO CARRIER|CLOSED|DISCONNECTED)\r\n");
    private static final Pattern END_OF_TEXT = Pattern.compile("[\\x1a\\x1b\\r]");

    private final Recording.Sheet sheet;
    private final Incoming incoming = new Incoming();
    private final StringBuilder typed = new StringBuilder();
    private Instant typedSince;
    /** How long the modem was silent before what is in {@code incoming}. */
    private Duration before = Duration.ZERO;
    /** A command line has ended; a line feed behind it would be its own. */
    private boolean lineJustEnded;
    /** The DTE ends its lines with CR LF, as far as it has shown. */
    private boolean sendsLineFeed;
    /** What comes is no text. */
    private boolean raw;
    /** The modem has asked for data. */
    private boolean prompted;
    /** What is sent goes to somebody else, to the byte. */
    private boolean online;

    Conversation(Recording.Sheet sheet) {
        this.sheet = sheet;
    }

    void sent(String bytes, Instant now) {
        if (!isEcho()) {
            flushIncoming();
        }
        raw = false;
        if (typed.length() == 0) {
            typedSince = now;
        }
        typed.append(bytes);
        dropLineFeed();
        takeTyped(bytes.length() > 1);
    }

    /** @param silence before it, in which whatever came before has ended; zero if it was short */
    void came(byte[] bytes, Duration silence) {
        boolean late = !silence.isZero();
        if (late) {
            before = silence;
        }
        incoming.add(bytes);
        if (typed.length() > 0 && !isEcho()) {
            flushTyped();
        }
        raw &= !late;
        while (!raw && !online && hasLine()) {
            String line = new Incoming(incoming).line();
            if (isText(line)) {
                incoming.line();
                sheet.line(line, before);
                connectedBy(line);
                prompted = false;
                before = Duration.ZERO;
            } else {
                raw = true;
            }
        }
        if (raw || online || isPrompt() || incoming.size() > MOST) {
            flushIncoming();
        }
    }

    /** Somebody else does what may come of data that has been typed so far. */
    void settle() {
        if (!isCommand()) {
            flushTyped();
        }
    }

    /** Whatever there is belongs to what has been said. */
    void end() {
        flushTyped();
        if (!isEcho()) {
            flushIncoming();
        }
        incoming.takeAll();
    }

    // ---- what the DTE sends

    private void takeTyped(boolean atOnce) {
        while (typed.length() > 0) {
            int end = typed.indexOf("\r");
            if (isCommand() && end >= 0) {
                command(typed.substring(0, end));
                typed.delete(0, end + 1);
                dropLineFeed();
            } else if (!isCommand() && (atOnce || END_OF_TEXT.matcher(typed).find()) || typed.length() > MOST) {
                data(takenUpToCommand());
            } else {
                return;
            }
        }
    }

    private void flushTyped() {
        if (typed.length() > 0) {
            data(typed.toString());
            typed.setLength(0);
        }
    }

    private void command(String line) {
        String edited = edited(line);
        boolean secret = !SecretParameters.replace(edited, value -> "").equals(edited);
        if (isText(line) || secret) {
            incoming.sent((secret ? edited : line) + "\r");
            sheet.command(secret ? edited : line, typedSince);
            lineJustEnded = true;
        } else {
            data(line + "\r");
        }
    }

    private void data(String bytes) {
        lineJustEnded = false;
        online &= !bytes.equals("+++");
        for (int i = 0; i < bytes.length(); i += PIECE) {
            String piece = bytes.substring(i, Math.min(bytes.length(), i + PIECE));
            if (!online) {
                incoming.sent(piece);
            }
            sheet.data(piece, typedSince);
        }
    }

    /** Data, up to a line that begins as a command does. */
    private String takenUpToCommand() {
        String all = typed.toString();
        int command = prompted || online ? -1 : all.toUpperCase(Locale.ROOT).indexOf("\rAT");
        String data = all.substring(0, command < 0 ? all.length() : command + 1);
        typed.delete(0, data.length());
        return data;
    }

    /** True if it begins as a command line does, as far as it goes. */
    private boolean isCommand() {
        String start = typed.substring(0, Math.min(2, typed.length()));
        return !prompted && !online && "AT".startsWith(start.toUpperCase(Locale.ROOT));
    }

    /** As the modem does: behind the prompt or CONNECT it is the line's only if those of other lines were. */
    private void dropLineFeed() {
        if (lineJustEnded && typed.length() > 0) {
            boolean isData = prompted || online;
            boolean drops = typed.charAt(0) == '\n' && (!isData || sendsLineFeed);
            sendsLineFeed = isData ? sendsLineFeed : drops;
            lineJustEnded = false;
            if (drops) {
                typed.deleteCharAt(0);
            }
        }
    }

    /** The line as the modem reads it: after backspaces, without other control characters. */
    private static String edited(String line) {
        StringBuilder edited = new StringBuilder();
        for (char c : line.toCharArray()) {
            if (c == '\b' || c == 127) {
                edited.setLength(Math.max(0, edited.length() - 1));
            } else if (c >= ' ') {
                edited.append(c);
            }
        }
        return edited.toString();
    }

    // ---- what the modem sends

    private void connectedBy(String line) {
        online |= line.startsWith("CONNECT");
    }

    private boolean hasLine() {
        return new Incoming(incoming).line() != null;
    }

    /** True if nothing has come but the echo of what has been sent, or a part of it. */
    private boolean isEcho() {
        Incoming copy = new Incoming(incoming);
        copy.sent(typed.toString());
        return !online && (copy.rest().isEmpty() || copy.mayBecomeEcho());
    }

    private boolean isPrompt() {
        return !isEcho() && PROMPT.matcher(new Incoming(incoming).rest()).matches();
    }

    private void flushIncoming() {
        String bytes = incoming.takeAll();
        prompted = PROMPT.matcher(bytes).matches();
        online &= !OFFLINE.matcher(bytes).find();
        for (int i = 0; i < bytes.length(); i += PIECE) {
            sheet.bytes(bytes.substring(i, Math.min(bytes.length(), i + PIECE)), before);
            before = Duration.ZERO;
        }
    }

    /** True if the line can be written as it is. */
    private static boolean isText(String line) {
        String text = Escapes.text(line);
        return Escapes.bytes(text).equals(line)
                && text.chars().noneMatch(c -> c < ' ' || c >= 127 && c < 160)
                && !text.startsWith("\ufeff");
    }
}
