package io.github.sim52xx.fs.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.DataSession;
import io.github.sim52xx.at.Handler;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.ResultCode;
import io.github.sim52xx.at.Rows;
import io.github.sim52xx.fs.FileSystemError;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.NewFile;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.Volume;
import io.github.sim52xx.fs.xmodem.XmodemReceiver;
import io.github.sim52xx.fs.xmodem.XmodemSender;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.ModemEvent;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Files between the DTE and the modem by Xmodem (manual 15.1 to 15.3). OK comes before the transfer and ends the
 * command line, whatever else stands on it. Nothing comes behind the transfer, be it complete or not: no document shows
 * anything there, and published host code waits for nothing. Names are meant as in the file system commands.
 */
final class XmodemCommands {

    private static final int LONGEST = 512;
    private static final String WAIT = "+CMWAIT";

    private XmodemCommands() {}

    static void addTo(Rows<Modem, Modem> at) {
        at.command("+CTXFILE", "send a file to the DTE by Xmodem")
                .test("+CTXFILE: (0),(0-1)")
                .write(
                        "\"<file_name>\"[,<dir_type>[,<protocol>]]",
                        withPhrase(FileSystemError.NO_FILE, XmodemCommands::send))
                .example("AT+CTXFILE=\"image_0.jpg\",0,1");
        at.command("+CRXFILE", "receive a file from the DTE by Xmodem")
                .test("+CRXFILE: (0)")
                .write("\"<file_name>\"[,<dir_type>]", withPhrase(FileSystemError.FILE_EXISTS, XmodemCommands::receive))
                .example("AT+CRXFILE=\"image_8.jpg\",0");
        at.setting(WAIT, "seconds before +CRXFILE asks for the file")
                .integer("<value>", 0, 60, 10)
                .executePrints();
    }

    /**
     * {@code AT+CTXFILE="<file_name>"[,<dir_type>[,<protocol>]]}: dir_type 0 is the current directory; protocol 0 is
     * Xmodem, 1 Xmodem-1K.
     */
    private static Reply send(Modem modem, Call call) throws FileSystemException {
        String typed = fileName(call);
        boolean longBlocks = call.parameters().integerOr("<protocol>", 0, 1, 0) == 1;
        call.parameters().end();
        ModemPath path = FileSystemCommands.file(modem.part(Storage.class), typed);
        Volume volume = modem.part(Storage.class).volume(path.drive());
        long size = volume.size(path);
        return online(new XmodemSender(
                volume.open(path), size, longBlocks, modem.timers(), notice(modem, path, "has not been sent")));
    }

    /** {@code AT+CRXFILE="<file_name>"[,<dir_type>]}: the file must not exist yet. */
    private static Reply receive(Modem modem, Call call) throws FileSystemException {
        String typed = fileName(call);
        call.parameters().end();
        ModemPath path = FileSystemCommands.file(modem.part(Storage.class), typed);
        NewFile file = modem.part(Storage.class).volume(path.drive()).create(path);
        Duration wait = Duration.ofSeconds(modem.settings().integer(WAIT, 0));
        return online(new XmodemReceiver(file, modem.timers(), wait, notice(modem, path, "has not been received")));
    }

    private static String fileName(Call call) {
        String name = call.parameters().string("<file_name>", 1, LONGEST);
        call.parameters().integerOr("<dir_type>", 0, 0, 0);
        return name;
    }

    private static Reply online(DataSession session) {
        return new Reply.Online(ResultCode.OK, session);
    }

    private static Consumer<String> notice(Modem modem, ModemPath path, String what) {
        return reason -> modem.event(new ModemEvent.Notice("Xmodem: " + path + " " + what + ": " + reason));
    }

    /** {@code command}, answered with ERROR if it is refused, which for one reason is given in words. */
    private static Handler<Modem> withPhrase(FileSystemError named, Refusable command) {
        return (modem, call) -> {
            try {
                return command.handle(modem, call);
            } catch (FileSystemException e) {
                modem.part(Storage.class).report(e);
                return e.error() == named ? Response.error(named.phrase()) : Response.error();
            }
        };
    }
}
