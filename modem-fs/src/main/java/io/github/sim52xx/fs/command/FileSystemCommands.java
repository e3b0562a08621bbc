package io.github.sim52xx.fs.command;

import static io.github.sim52xx.fs.command.Refusable.orError;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Form;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.FileName;
import io.github.sim52xx.fs.FileSystemError;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.Volume;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.modem.Modem;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Directories, files, memory. None of these needs the SIM. Names are UTF-8, with or without quotes, or {@code
 * {non-ascii}"hex"}. What the file system refuses is plain ERROR whatever +CMEE says; +FSCOPY also says why.
 */
public final class FileSystemCommands implements CommandSet<Modem> {

    private static final int LONGEST = 512;
    private static final DateTimeFormatter CREATED =
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss EEE", Locale.ENGLISH);

    @Override
    public String subject() {
        return "File system, manual 14";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.rows();
        at.command("+FSCD", "current directory")
                .read((modem, call) -> Response.ok(currentDirectory(storage(modem))))
                .write("<path>", orError(FileSystemCommands::changeDirectory))
                .example("AT+FSCD=C:/Picture");
        at.command("+FSMKDIR", "make a directory")
                .write("<dir>", orError(FileSystemCommands::makeDirectory))
                .example("AT+FSMKDIR=Notes");
        at.command("+FSRMDIR", "delete an empty directory")
                .write("<dir>", orError(FileSystemCommands::removeDirectory))
                .example("AT+FSRMDIR=Notes");
        at.command("+FSLS", "list the current directory: 0 all, 1 directories, 2 files")
                .test("+FSLS: (0-2)")
                .read(orError(FileSystemCommands::count))
                .write("<type>", orError(FileSystemCommands::list))
                .execute(orError(FileSystemCommands::list))
                .example("AT+FSLS");
        at.command("+FSDEL", "delete a file, *.* all files of the current directory")
                .write("<filename>", orError(FileSystemCommands::delete))
                .example("AT+FSDEL=image_0.jpg");
        at.command("+FSRENAME", "rename a file")
                .write("<old_name>,<new_name>", orError(FileSystemCommands::rename))
                .example("AT+FSRENAME=image_0.jpg,image_1.jpg");
        at.command("+FSATTRI", "size and creation time of a file")
                .write("<filename>", orError(FileSystemCommands::attributes))
                .example("AT+FSATTRI=image_0.jpg");
        at.command("+FSCOPY", "copy a file")
                .write("<file1>,<file2>[,<sync_mode>]", FileSystemCommands::copy)
                .example("AT+FSCOPY=image_0.jpg,C:/Picture/copy.jpg");
        MemoryCommands.addTo(at);
    }

    /** {@code AT+FSCD=<path>}: absolute or relative; answers like the read form. */
    private static Reply changeDirectory(Modem modem, Call call) throws FileSystemException {
        Storage storage = storage(modem);
        storage.changeDirectory(storage.resolve(only(call, "<path>")));
        return Response.ok(currentDirectory(storage));
    }

    /** {@code AT+FSMKDIR=<dir>}: in the current directory. */
    private static Reply makeDirectory(Modem modem, Call call) throws FileSystemException {
        Storage storage = storage(modem);
        ModemPath directory = storage.resolve(only(call, "<dir>"));
        if (directory.drive() == Drive.C
                && directory.parent().isRoot()
                && !storage.options().directoriesUnderRoot()) {
            throw new FileSystemException(FileSystemError.DIRECTORY_UNDER_ROOT);
        }
        storage.volume(directory.drive()).createDirectory(directory);
        return Response.ok();
    }

    /** {@code AT+FSRMDIR=<dir>}: an empty directory, neither the current one nor an automatic one. */
    private static Reply removeDirectory(Modem modem, Call call) throws FileSystemException {
        Storage storage = storage(modem);
        ModemPath directory = storage.resolve(only(call, "<dir>"));
        Volume volume = storage.volume(directory.drive());
        if (volume.actual(directory).equals(storage.currentDirectory())) {
            throw new FileSystemException(FileSystemError.DIRECTORY_NOT_DELETABLE);
        }
        volume.deleteDirectory(directory);
        return Response.ok();
    }

    /** {@code AT+FSLS?} → {@code +FSLS: SUBDIRECTORIES: 2, FILES: 7}; the firmware of 2014 leaves out the blanks. */
    private static Reply count(Modem modem, Call call) throws FileSystemException {
        ModemPath directory = storage(modem).currentDirectory();
        Volume volume = storage(modem).volume(directory.drive());
        String blank = modem.firmware().atLeast(Firmware.V2014) ? "" : " ";
        return Response.ok("+FSLS: SUBDIRECTORIES:" + blank
                + volume.directories(directory).size() + "," + blank + "FILES:" + blank
                + volume.files(directory).size());
    }

    /** {@code AT+FSLS[=<type>]}: a section for the directories and one for the files, those that are not empty. */
    private static Reply list(Modem modem, Call call) throws FileSystemException {
        int type = call.form() == Form.WRITE ? call.parameters().integer("<type>", 0, 2) : 0;
        call.parameters().end();
        ModemPath directory = storage(modem).currentDirectory();
        Volume volume = storage(modem).volume(directory.drive());
        List<String> lines = new ArrayList<>();
        if (type != 2) {
            addSection("+FSLS: SUBDIRECTORIES:", volume.directories(directory), lines);
        }
        if (type != 1) {
            addSection("+FSLS: FILES:", volume.files(directory), lines);
        }
        return Response.ok(lines.toArray(String[]::new));
    }

    /** {@code AT+FSDEL=<filename>}: of the current directory; {@code *.*} is all files, but no directories. */
    private static Reply delete(Modem modem, Call call) throws FileSystemException {
        Storage storage = storage(modem);
        String name = only(call, "<filename>");
        if (name.equals("*.*")) {
            ModemPath directory = storage.currentDirectory();
            storage.volume(directory.drive()).deleteFiles(directory);
        } else {
            ModemPath file = file(storage, name);
            storage.volume(file.drive()).deleteFile(file);
        }
        return Response.ok();
    }

    /** {@code AT+FSRENAME=<old_name>,<new_name>}: the new name must be free and in the same directory. */
    private static Reply rename(Modem modem, Call call) throws FileSystemException {
        Storage storage = storage(modem);
        String oldName = call.parameters().word("<old_name>", 1, LONGEST);
        String newName = call.parameters().word("<new_name>", 1, LONGEST);
        call.parameters().end();
        ModemPath file = file(storage, oldName);
        ModemPath renamed = file(storage, newName);
        if (!renamed.parent().equals(file.parent())) {
            throw new FileSystemException(FileSystemError.INVALID_NAME);
        }
        storage.volume(file.drive()).rename(file, renamed.name());
        return Response.ok();
    }

    /** {@code AT+FSATTRI=<filename>} → {@code +FSATTRI: 8604, 2008/04/28 10:24:46 Mon}. */
    private static Reply attributes(Modem modem, Call call) throws FileSystemException {
        Storage storage = storage(modem);
        ModemPath file = file(storage, only(call, "<filename>"));
        Volume volume = storage.volume(file.drive());
        return Response.ok("+FSATTRI: " + volume.size(file) + ", " + CREATED.format(volume.created(file)));
    }

    /**
     * {@code AT+FSCOPY=<file1>,<file2>[,<sync_mode>]}: percentages while it copies, or why it does not. With sync_mode 1,
     * which the firmware of 2014 has, OK comes first and {@code +FSCOPY: END} last.
     */
    private static Reply copy(Modem modem, Call call) {
        Storage storage = storage(modem);
        String source = call.parameters().word("<file1>", 1, LONGEST);
        String target = call.parameters().word("<file2>", 1, LONGEST);
        boolean later =
                modem.firmware().atLeast(Firmware.V2014) && call.parameters().integerOr("<sync_mode>", 0, 1, 0) == 1;
        call.parameters().end();
        Terminal terminal = call.terminal();
        Consumer<String> lines = later
                ? line -> modem.terminals().report(terminal, line)
                : line -> {
                    if (terminal.attached()) {
                        terminal.information(line);
                    }
                };
        try {
            return copy(new FileCopy(modem, file(storage, source), file(storage, target), lines), later);
        } catch (FileSystemException e) {
            return Response.error(e.error().phrase());
        }
    }

    private static Reply copy(FileCopy copy, boolean later) {
        if (later) {
            copy.start().thenAccept(error -> {
                if (error != null) {
                    copy.say(error.phrase());
                }
                copy.say("+FSCOPY: END");
            });
            return Response.ok();
        }
        return new Reply.Later(
                copy.start().thenApply(error -> error == null ? Response.ok() : Response.error(error.phrase())));
    }

    private static Storage storage(Modem modem) {
        return modem.part(Storage.class);
    }

    private static String currentDirectory(Storage storage) {
        return "+FSCD: " + storage.currentDirectory().printedAsDirectory();
    }

    private static void addSection(String header, List<String> names, List<String> lines) {
        if (names.isEmpty()) {
            return;
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(header);
        names.forEach(name -> lines.add(FileName.encode(name)));
    }

    /** The only parameter. */
    private static String only(Call call, String name) {
        String word = call.parameters().word(name, 1, LONGEST);
        call.parameters().end();
        return word;
    }

    /** What is meant by the name of a file, which unlike that of a directory never ends with a slash. */
    static ModemPath file(Storage storage, String typed) throws FileSystemException {
        if (typed.endsWith("/")) {
            throw new FileSystemException(FileSystemError.INVALID_NAME);
        }
        return storage.resolve(typed);
    }
}
