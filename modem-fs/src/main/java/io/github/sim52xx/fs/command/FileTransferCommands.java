package io.github.sim52xx.fs.command;

import static io.github.sim52xx.fs.command.Refusable.orError;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.ResultCode;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.FileSystemError;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.NewFile;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.modem.Modem;

/**
 * Files between the DTE and the modem over the AT line itself. Neither command needs the SIM. Both want the full path,
 * drive included; the manual's samples write it with backslashes, which no name can hold, and a small drive letter.
 */
public final class FileTransferCommands implements CommandSet<Modem> {

    private static final int LONGEST = 512;
    private static final String FULL_PATH = "[A-Za-z]:/.*[^/]";

    @Override
    public String subject() {
        return "File transmission, manual 15";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.rows();
        at.command("+CFTRANRX", "receive a file from the DTE: prompt, then so many bytes")
                .test("+CFTRANRX: [{non-ascii}]\"FILEPATH\"")
                .write("\"<filepath>\",<len>", orError(FileTransferCommands::receive))
                .example("AT+CFTRANRX=\"C:/t1.txt\",10");
        at.command("+CFTRANTX", "send a file to the DTE in blocks")
                .test("+CFTRANTX: [{non-ascii}]\"FILEPATH\"")
                .write("\"<filepath>\"", orError(FileTransferCommands::send))
                .example("AT+CFTRANTX=\"C:/image_0.jpg\"");
        XmodemCommands.addTo(at);
    }

    /**
     * {@code AT+CFTRANRX="<filepath>",<len>} → {@code >}, exactly so many bytes, OK. The file must not exist yet, its
     * directory must, and there has to be room for it now.
     */
    private static Reply receive(Modem modem, Call call) throws FileSystemException {
        String typed = call.parameters().string("<filepath>", 1, LONGEST);
        int length = call.parameters().integer("<len>", 0, Integer.MAX_VALUE);
        call.parameters().end();
        ModemPath path = fullPath(typed);
        Storage storage = modem.part(Storage.class);
        NewFile file = storage.volume(path.drive()).create(path, length);
        if (length > 0) {
            return new Reply.Prompt(">", new FileEntry(storage, file, length));
        }
        try (file) {
            file.commit();
            return Response.ok(">");
        }
    }

    /**
     * {@code AT+CFTRANTX="<filepath>"} → {@code +CFTRANTX: DATA,<len>} and so many bytes until the file is out, then
     * {@code +CFTRANTX: 0}.
     */
    private static Reply send(Modem modem, Call call) throws FileSystemException {
        String typed = call.parameters().string("<filepath>", 1, LONGEST);
        call.parameters().end();
        ModemPath path = fullPath(typed);
        Storage storage = modem.part(Storage.class);
        return new Reply.Stream(new FileBlocks(storage.volume(path.drive()).open(path)), ResultCode.OK);
    }

    private static ModemPath fullPath(String typed) throws FileSystemException {
        String path = typed.replace('\\', '/');
        if (!path.matches(FULL_PATH)) {
            throw new FileSystemException(FileSystemError.INVALID_PATH);
        }
        return ModemPath.parse(path, ModemPath.root(Drive.C));
    }
}
