package io.github.sim52xx.mms.command;

import static io.github.sim52xx.mms.command.Checked.parameters;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CmeError;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Handler;
import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.NewFile;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.mms.Mailbox;
import io.github.sim52xx.mms.MmsClient;
import io.github.sim52xx.mms.StoredMessage;
import io.github.sim52xx.mms.http.HttpAddress;
import io.github.sim52xx.mms.pdu.MessagePart;
import io.github.sim52xx.modem.Modem;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;

/** Sends, fetches, shows and keeps messages. */
public final class MmsCommands implements CommandSet<Modem> {

    private static final int MAX_LOCATION = 512;
    private static final int LAST_SLOT = Mailbox.SLOTS - 1;
    private static final int MAX_INDEX = 999;

    @Override
    public String subject() {
        return "MMS, manual 21";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.<MmsClient>rows(modem -> modem.part(MmsClient.class));
        at.command("+CMMSSEND", "send the message")
                .needsSim()
                .test("+CMMSSEND=\"ADDRESS\"")
                .write("\"<address>\"", parameters(MmsCommands::sendTo))
                .execute((mms, call) -> mms.send(call.terminal(), null))
                .example("AT+CMMSSEND=\"13613623116\"");
        at.command("+CMMSRECV", "fetch a message from the MMS centre")
                .needsSim()
                .test("+CMMSRECV: \"LOCATION\"")
                .write("\"<location>\"", parameters(MmsCommands::receive))
                .example("AT+CMMSRECV=\"http://mmsc.server.com/m1\"");
        table.rows()
                .command("+CMMSVIEW", "show the message in memory, or one of the mailbox")
                .needsSim()
                .test("+CMMSVIEW: (0,1)")
                .write("<index>", withModem(MmsCommands::viewStored))
                .execute(withModem(MmsCommands::view));
        at.command("+CMMSREAD", "print a part of the message in memory")
                .needsSim()
                .write("<index>", parameters(MmsCommands::read));
        table.rows()
                .command("+CMMSSNATCH", "keep a part of the message in memory as a file")
                .needsSim()
                .write("<index>,<dir>,\"<filename>\"", withModem(MmsCommands::snatch));
        at.command("+CMMSSAVE", "keep the message in the mailbox")
                .needsSim()
                .test("+CMMSSAVE: (0-1),(0-2)")
                .write("<index>[,<mmstype>]", parameters(MmsCommands::save))
                .execute((mms, call) -> save(mms, mms.mailbox().free(), null));
        at.command("+CMMSDELETE", "take a message out of the mailbox, or all")
                .needsSim()
                .test("+CMMSDELETE: (0-1)")
                .read((mms, call) -> Response.ok("+CMMSDELETE: " + mms.mailbox().count()))
                .write("<index>", parameters(MmsCommands::delete))
                .execute((mms, call) -> deleteAll(mms));
    }

    private interface ModemCommand {
        Reply handle(Modem modem, MmsClient mms, Call call);
    }

    private static Handler<Modem> withModem(ModemCommand command) {
        return (modem, call) ->
                parameters((mms, same) -> command.handle(modem, mms, same)).handle(modem.part(MmsClient.class), call);
    }

    /** {@code AT+CMMSSEND="13613623116"}: one recipient more. */
    private static Reply sendTo(MmsClient mms, Call call) {
        return mms.send(call.terminal(), MmsAddress.last(call.parameters(), "<address>"));
    }

    /** {@code AT+CMMSRECV="http://211.136.112.84/RROpJGJVyjeA"}. */
    private static Reply receive(MmsClient mms, Call call) {
        HttpAddress location = HttpAddress.parse(call.parameters().string("<location>", 1, MAX_LOCATION));
        call.parameters().end();
        if (location == null) {
            throw new ParameterException("<location> is no address of HTTP");
        }
        return mms.receive(call.terminal(), location);
    }

    private static Reply view(Modem modem, MmsClient mms, Call call) {
        return print(modem, mms.current(), CmeError.MMS_NO_CONTENT_IN_THE_BUFFER);
    }

    /** {@code AT+CMMSVIEW=0}: the message comes into memory, from where +CMMSREAD takes its parts. */
    private static Reply viewStored(Modem modem, MmsClient mms, Call call) {
        int slot = call.parameters().integer("<index>", 0, LAST_SLOT);
        call.parameters().end();
        StoredMessage message = mms.mailbox().get(slot);
        if (message != null) {
            mms.load(message);
        }
        return print(modem, message, CmeError.MMS_THE_BOX_IS_EMPTY);
    }

    private static Reply print(Modem modem, StoredMessage message, CmeError none) {
        ZoneOffset zone = modem.clock().dateTime().getOffset();
        return message == null ? Response.of(none) : MmsPrintout.view(message, zone);
    }

    /** {@code AT+CMMSREAD=0}. */
    private static Reply read(MmsClient mms, Call call) {
        int index = call.parameters().integer("<index>", 0, MAX_INDEX);
        call.parameters().end();
        StoredMessage current = mms.current();
        return current == null
                ? Response.of(CmeError.MMS_NO_CONTENT_IN_THE_BUFFER)
                : MmsPrintout.part(part(current, index));
    }

    /** {@code AT+CMMSSNATCH=3,2,"mylocalfile.jpg"}: as it is, which for text is UTF-8. */
    private static Reply snatch(Modem modem, MmsClient mms, Call call) {
        Storage storage = modem.part(Storage.class);
        try {
            int index = call.parameters().integer("<index>", 0, MAX_INDEX);
            ModemPath path = MediaDirectories.file(storage, call.parameters());
            StoredMessage current = mms.current();
            if (current == null) {
                return Response.of(CmeError.MMS_NO_CONTENT_IN_THE_BUFFER);
            }
            MessagePart part = part(current, index);
            try (NewFile file = storage.volume(path.drive()).create(path)) {
                file.write(part.data());
                file.commit();
            }
            return Response.ok();
        } catch (FileSystemException e) {
            storage.report(e);
            return Response.of(CmeError.MMS_FAILED_TO_SAVE_MMS);
        } catch (IOException e) {
            return Response.of(CmeError.MMS_FAILED_TO_SAVE_MMS);
        }
    }

    private static MessagePart part(StoredMessage message, int index) {
        List<MessagePart> parts = message.message().parts();
        if (index >= parts.size()) {
            throw new ParameterException("no part " + index);
        }
        return parts.get(index);
    }

    /** {@code AT+CMMSSAVE=1,0}. */
    private static Reply save(MmsClient mms, Call call) {
        int slot = call.parameters().integer("<index>", 0, LAST_SLOT);
        int kind = call.parameters().integerOr("<mmstype>", 0, 2, -1);
        call.parameters().end();
        boolean taken = mms.mailbox().get(slot) != null;
        return save(mms, taken ? -1 : slot, kind < 0 ? null : StoredMessage.Kind.values()[kind]);
    }

    /** @param slot -1 if there is none */
    private static Reply save(MmsClient mms, int slot, StoredMessage.Kind kind) {
        StoredMessage current = mms.current();
        if (current == null) {
            return Response.of(CmeError.MMS_NO_CONTENT_IN_THE_BUFFER);
        }
        if (slot < 0) {
            return Response.of(CmeError.MMS_THE_STORAGE_IS_FULL);
        }
        mms.mailbox()
                .put(slot, new StoredMessage(kind == null ? current.kind() : kind, current.message(), current.pdu()));
        return Response.ok("+CMMSSAVE: " + slot);
    }

    /** {@code AT+CMMSDELETE=1}. */
    private static Reply delete(MmsClient mms, Call call) {
        int slot = call.parameters().integer("<index>", 0, LAST_SLOT);
        call.parameters().end();
        if (mms.mailbox().get(slot) == null) {
            return Response.of(CmeError.MMS_THE_BOX_IS_EMPTY);
        }
        mms.mailbox().remove(slot);
        return Response.ok();
    }

    private static Reply deleteAll(MmsClient mms) {
        for (int slot = 0; slot < Mailbox.SLOTS; slot++) {
            mms.mailbox().remove(slot);
        }
        return Response.ok();
    }
}
