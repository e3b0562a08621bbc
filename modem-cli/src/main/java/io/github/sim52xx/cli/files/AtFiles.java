package io.github.sim52xx.cli.files;

import io.github.sim52xx.cli.dte.Answer;
import io.github.sim52xx.cli.dte.Dte;
import io.github.sim52xx.cli.dte.Saying;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.FileName;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.Progress;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a running modem, over its AT line, for this modem and for real ones (manual 14 and 15): those want names
 * in the current directory. It is the former one again at the end, and so is the echo, which would come back for each
 * byte of a file.
 */
public final class AtFiles implements ModemFiles {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PIECE = 4096;
    /** What a slow line carries while the last bytes are on their way. */
    private static final int BYTES_PER_SECOND = 500;

    private static final Pattern CURRENT = Pattern.compile("\\+FSCD: *(.*)");
    private static final Pattern MEMORY = Pattern.compile("([CD]):\\( *(\\d+) *, *(\\d+) *\\)");
    private static final Pattern ATTRIBUTES =
            Pattern.compile("\\+FSATTRI: *(\\d+)(?:, *(\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d).*)?");
    private static final Pattern BLOCK = Pattern.compile("\\+CFTRANTX: *DATA[, ]+(\\d+)");
    private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss");

    private final Dte dte;
    private final boolean echoed;
    private final ModemPath start;
    private ModemPath current;

    /** Takes over a connection; throws if there is no modem with a file system at its other end. */
    public AtFiles(Dte dte) throws IOException {
        this.dte = dte;
        // What an earlier program has left on the line ends here.
        dte.execute("AT", PATIENCE);
        echoed = dte.echoes();
        if (echoed) {
            dte.execute("ATE0", PATIENCE);
        }
        start = path(single("AT+FSCD?", CURRENT).group(1));
        current = start;
    }

    @Override
    public List<Drive> drives() throws IOException {
        List<Drive> drives = new ArrayList<>();
        for (Drive drive : Drive.values()) {
            if (enter(ModemPath.root(drive))) {
                drives.add(drive);
            }
        }
        return drives;
    }

    @Override
    public long free(Drive drive) throws IOException {
        for (String line : dte.execute("AT+FSMEM", PATIENCE).lines()) {
            Matcher memory = MEMORY.matcher(line);
            while (memory.find()) {
                if (memory.group(1).equals(drive.name())) {
                    return Long.parseLong(memory.group(2)) - Long.parseLong(memory.group(3));
                }
            }
        }
        return Long.MAX_VALUE;
    }

    @Override
    public Kind kind(ModemPath path) throws IOException {
        if (enter(path)) {
            return Kind.DIRECTORY;
        }
        boolean file = !path.isRoot()
                && enter(path.parent())
                && dte.execute("AT+FSATTRI=" + inQuotes(path.name()), PATIENCE).isGood();
        if (!file && !enter(ModemPath.root(path.drive()))) {
            throw new IOException("no drive " + path.drive() + ": at the moment; is the card in its slot?");
        }
        return file ? Kind.FILE : Kind.NONE;
    }

    @Override
    public List<String> directories(ModemPath directory) throws IOException {
        return list(directory, 1);
    }

    @Override
    public List<String> files(ModemPath directory) throws IOException {
        return list(directory, 2);
    }

    @Override
    public Attributes attributes(ModemPath file) throws IOException {
        requireEntered(file.parent());
        Matcher attributes = single("AT+FSATTRI=" + inQuotes(file.name()), ATTRIBUTES);
        String created = attributes.group(2);
        return new Attributes(
                Long.parseLong(attributes.group(1)), created == null ? null : LocalDateTime.parse(created, CREATED));
    }

    @Override
    public void read(ModemPath file, OutputStream to, Progress progress) throws IOException {
        long size = attributes(file).size();
        String line = "AT+CFTRANTX=" + inQuotes(file.toString());
        dte.type(line);
        long done = 0;
        progress.copied(done, size);
        Saying saying = dte.require(line, PATIENCE);
        for (; saying instanceof Saying.Line; saying = dte.require(line, PATIENCE)) {
            Matcher block = BLOCK.matcher(((Saying.Line) saying).text());
            if (block.matches()) {
                long length = Long.parseLong(block.group(1));
                dte.copy(length, to, PATIENCE);
                done += length;
                progress.copied(done, size);
            }
        }
        if (!(saying instanceof Saying.Result result && result.isGood() && done == size)) {
            throw new IOException(file + ": only " + done + " of " + size + " bytes came");
        }
    }

    @Override
    public void write(ModemPath file, InputStream from, long size, Progress progress) throws IOException {
        String line = "AT+CFTRANRX=" + inQuotes(file.toString()) + "," + size;
        Answer answer = dte.execute(line, PATIENCE);
        if (answer.isPrompt()) {
            send(from, size, progress);
            answer = dte.answer(line, PATIENCE.plusSeconds(size / BYTES_PER_SECOND));
        }
        require(answer, line);
    }

    @Override
    public void delete(ModemPath file) throws IOException {
        change(file, "AT+FSDEL=");
    }

    @Override
    public void rename(ModemPath file, String name) throws IOException {
        requireEntered(file.parent());
        perform("AT+FSRENAME=" + inQuotes(file.name()) + "," + inQuotes(name));
    }

    @Override
    public void createDirectory(ModemPath directory) throws IOException {
        change(directory, "AT+FSMKDIR=");
    }

    @Override
    public void deleteDirectory(ModemPath directory) throws IOException {
        change(directory, "AT+FSRMDIR=");
    }

    /** Goes back to where the modem was, or as near as still possible. */
    @Override
    public void close() {
        try {
            ModemPath back = start;
            while (!enter(back) && !back.isRoot()) {
                back = back.parent();
            }
            if (echoed) {
                dte.execute("ATE1", PATIENCE);
            }
        } catch (IOException e) {
            // The line has failed: that has been said already.
        } finally {
            dte.close();
        }
    }

    private void send(InputStream from, long size, Progress progress) throws IOException {
        long done = 0;
        while (done < size) {
            progress.copied(done, size);
            byte[] piece = from.readNBytes((int) Math.min(PIECE, size - done));
            if (piece.length == 0) {
                dte.close();
                throw new EOFException("the file has become shorter while it was sent");
            }
            dte.send(piece);
            done += piece.length;
        }
        progress.copied(size, size);
    }

    /** @param type 1 directories, 2 files */
    private List<String> list(ModemPath directory, int type) throws IOException {
        requireEntered(directory);
        Answer answer = perform("AT+FSLS=" + type);
        return answer.lines().stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("+FSLS:"))
                .map(FileName::decode)
                .toList();
    }

    private void change(ModemPath path, String command) throws IOException {
        requireEntered(path.parent());
        perform(command + bare(path.name()));
    }

    /** Makes it the current directory if it is one. */
    private boolean enter(ModemPath directory) throws IOException {
        if (!directory.equals(current)) {
            if (!dte.execute("AT+FSCD=" + bare(directory.toString()), PATIENCE).isGood()) {
                return false;
            }
            current = directory;
        }
        return true;
    }

    private void requireEntered(ModemPath directory) throws IOException {
        if (!enter(directory)) {
            throw new IOException(directory + ": no such directory");
        }
    }

    private Answer perform(String line) throws IOException {
        return require(dte.execute(line, PATIENCE), line);
    }

    private static Answer require(Answer answer, String line) throws IOException {
        if (!answer.isGood()) {
            String result = answer.end() instanceof Saying.Result end ? end.text() : "a prompt";
            throw new IOException("the modem answers " + result + " to " + FileName.decode(line));
        }
        return answer;
    }

    /** The line of information text that is expected. */
    private Matcher single(String line, Pattern expected) throws IOException {
        for (String text : perform(line).lines()) {
            Matcher matcher = expected.matcher(text);
            if (matcher.matches()) {
                return matcher;
            }
        }
        throw new IOException("the modem's answer to " + line + " is none");
    }

    private static ModemPath path(String printed) throws IOException {
        try {
            return ModemPath.parse(printed, ModemPath.root(Drive.C));
        } catch (FileSystemException e) {
            throw new IOException("the modem says that its current directory is " + printed, e);
        }
    }

    /** A name as the manual writes it for +FSCD, +FSMKDIR, +FSRMDIR and +FSDEL: without quotes where that is possible. */
    private static String bare(String name) {
        boolean plain = name.chars().allMatch(c -> c > ' ' && c < 127);
        return plain ? name : "\"" + FileName.encode(name) + "\"";
    }

    /** A name for the other commands. */
    private static String inQuotes(String name) {
        if (name.chars().allMatch(c -> c < 127)) {
            return "\"" + name + "\"";
        }
        StringBuilder digits = new StringBuilder("{non-ascii}\"");
        FileName.encode(name).chars().forEach(c -> digits.append(String.format("%02X", c)));
        return digits.append('"').toString();
    }
}
