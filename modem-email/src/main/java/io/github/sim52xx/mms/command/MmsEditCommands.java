package io.github.sim52xx.mms.command;

import static io.github.sim52xx.mms.command.Checked.editing;
import static io.github.sim52xx.mms.command.Checked.orError;
import static io.github.sim52xx.mms.command.Checked.parameters;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CmeError;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.Rows;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.Volume;
import io.github.sim52xx.mms.MmsClient;
import io.github.sim52xx.mms.RecipientKind;
import io.github.sim52xx.mms.pdu.MediaType;
import io.github.sim52xx.mms.pdu.MessagePart;
import io.github.sim52xx.mms.pdu.TypedText;
import io.github.sim52xx.modem.Modem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Writes a message: parts, title and recipients, between AT+CMMSEDIT=1 and AT+CMMSEDIT=0. */
public final class MmsEditCommands implements CommandSet<Modem> {

    private static final int MAX_TITLE = 40;
    private static final int MAX_NAME = 64;
    private static final int MAX_INDEX = 999;

    @Override
    public String subject() {
        return "MMS, manual 21: editing";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.<MmsClient>rows(modem -> modem.part(MmsClient.class));
        at.command("+CMMSEDIT", "begin a message, or leave it")
                .needsSim()
                .test("+CMMSEDIT: (0,1)")
                .read((mms, call) -> Response.ok("+CMMSEDIT: " + (mms.isEditing() ? 1 : 0)))
                .write("<mode>", parameters(MmsEditCommands::edit))
                .example("AT+CMMSEDIT=1");
        table.rows()
                .command("+CMMSDOWN", "add a title or part, typed at a prompt or from a file")
                .needsSim()
                .test((modem, call) -> downloads(modem.part(MmsClient.class)))
                .write(
                        "\"<type>\",<size>[,\"<name>\"] or \"FILE\",<dir>,\"<filename>\"",
                        (modem, call) -> editing((mms, down) -> add(mms, modem.part(Storage.class), down))
                                .handle(modem.part(MmsClient.class), call))
                .example("AT+CMMSDOWN=\"TITLE\",10");
        at.command("+CMMSDELFILE", "take a part out")
                .needsSim()
                .write("<index>", editing(MmsEditCommands::removePart))
                .example("AT+CMMSDELFILE=0");
        addRecipients(at, "RECP", "recipients", RecipientKind.TO);
        addRecipients(at, "CC", "recipients of a copy", RecipientKind.CC);
        addRecipients(at, "BCC", "recipients of a secret copy", RecipientKind.BCC);
    }

    private static void addRecipients(Rows<Modem, MmsClient> at, String name, String purpose, RecipientKind kind) {
        at.command("+CMMS" + name, purpose)
                .needsSim()
                .test("+CMMS" + name + ": \"ADDRESS\"")
                .read(editing((mms, call) -> Response.ok("+CMMS" + name + ":"
                        + mms.draft().recipients(kind).stream()
                                .map(Response::quoted)
                                .collect(Collectors.joining(";")))))
                .write("\"<addr>\"", editing((mms, call) -> {
                    String address = MmsAddress.last(call.parameters(), "<addr>");
                    return orError(mms.draft().add(kind, address), CmeError.MMS_THE_STORAGE_FOR_ADDRESS_IS_FULL);
                }))
                .example("AT+CMMS" + name + "=\"13613623116\"");
        at.command("+CMMSDEL" + name, "take " + purpose + " out: one, or all")
                .needsSim()
                .test("+CMMSDEL" + name + ": \"ADDRESS\"")
                .write("\"<addr>\"", editing((mms, call) -> {
                    String address = MmsAddress.last(call.parameters(), "<addr>");
                    return orError(mms.draft().remove(kind, address), CmeError.MMS_NOT_FIND_THE_ADDRESS);
                }))
                .execute(editing((mms, call) -> {
                    mms.draft().clear(kind);
                    return Response.ok();
                }));
    }

    /** {@code AT+CMMSEDIT=1}. */
    private static Reply edit(MmsClient mms, Call call) {
        boolean on = call.parameters().integer("<mode>", 0, 1) == 1;
        call.parameters().end();
        if (mms.isBusy()) {
            return Response.of(CmeError.MMS_TASK_IS_BUSY_NOW);
        }
        mms.edit(on);
        return Response.ok();
    }

    private static Reply downloads(MmsClient mms) {
        String size = ",(1-" + mms.maxPdu() + ")";
        return Response.ok(
                "+CMMSDOWN: \"PIC\"" + size + ",\"NAME\"",
                "+CMMSDOWN: \"TEXT\"" + size + ",\"NAME\"",
                "+CMMSDOWN: \"AUDIO\"" + size + ",\"NAME\"",
                "+CMMSDOWN: \"VIDEO\"" + size + ",\"NAME\"",
                "+CMMSDOWN:\"SDP\"" + size,
                "+CMMSDOWN: \"FILE\",(0-8),\"FILEPATH\"",
                "+CMMSDOWN: \"TITLE\",(1-40)");
    }

    /** {@code AT+CMMSDOWN="TITLE",10} → {@code >}, exactly so many bytes, OK. */
    private static Reply add(MmsClient mms, Storage storage, Call call) {
        Parameters parameters = call.parameters();
        String word = parameters.string("<type>", 1, MAX_NAME);
        if (word.equalsIgnoreCase("FILE")) {
            return addFile(mms, storage, parameters);
        }
        if (word.equalsIgnoreCase("TITLE")) {
            int length = parameters.integer("<size>", 1, MAX_TITLE);
            parameters.end();
            return new Reply.Prompt(">", new PartEntry(length, title -> {
                CmeError obstacle = mms.whyNotEditable();
                if (obstacle == null) {
                    mms.setTitle(TypedText.decode(title));
                }
                return orError(obstacle == null, obstacle);
            }));
        }
        PartKind kind = PartKind.of(word);
        int length = parameters.integer("<size>", 1, mms.maxPdu());
        String name = kind.isNamed()
                ? parameters.stringOr(
                        "<name>",
                        1,
                        MAX_NAME,
                        kind.usualName(mms.draft().parts().size()))
                : kind.usualName(mms.draft().parts().size());
        parameters.end();
        MediaType type = kind.typeOf(name);
        if (type == null) {
            return Response.of(CmeError.MMS_INVALID_FILE_FORMAT);
        }
        return mms.isTooLarge(length)
                ? Response.of(CmeError.MMS_THE_DATA_IS_OVER_SIZE)
                : new Reply.Prompt(">", new PartEntry(length, content -> entered(mms, name, type, content)));
    }

    /** {@code AT+CMMSDOWN="FILE",1,"a.jpg"}. */
    private static Reply addFile(MmsClient mms, Storage storage, Parameters parameters) {
        try {
            ModemPath path = MediaDirectories.file(storage, parameters);
            Volume volume = storage.volume(path.drive());
            MediaType type = MediaType.ofFile(path.name());
            if (type == MediaType.UNKNOWN) {
                return Response.of(CmeError.MMS_INVALID_FILE_FORMAT);
            }
            if (volume.size(path) > mms.maxPdu()) {
                return Response.of(CmeError.MMS_THE_DATA_IS_OVER_SIZE);
            }
            String name = new String(path.name().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            try (InputStream file = volume.open(path)) {
                return entered(mms, name, type, file.readNBytes(mms.maxPdu()));
            }
        } catch (FileSystemException e) {
            storage.report(e);
            return Response.of(CmeError.MMS_FAILED_TO_READ_FILE);
        } catch (IOException e) {
            return Response.of(CmeError.MMS_FAILED_TO_READ_FILE);
        }
    }

    /** Another terminal may have left the message, or sent it, while this one typed. */
    private static Reply entered(MmsClient mms, String name, MediaType type, byte[] content) {
        CmeError obstacle = mms.whyNotEditable();
        if (obstacle != null) {
            return Response.of(obstacle);
        }
        byte[] data = type.isText() ? TypedText.decode(content).getBytes(StandardCharsets.UTF_8) : content;
        return orError(mms.add(new MessagePart(name, type, data)), CmeError.MMS_THE_DATA_IS_OVER_SIZE);
    }

    /** {@code AT+CMMSDELFILE=2}, as +CMMSVIEW counts. */
    private static Reply removePart(MmsClient mms, Call call) {
        int index = call.parameters().integer("<index>", 0, MAX_INDEX);
        call.parameters().end();
        if (!mms.draft().removePart(index)) {
            throw new ParameterException("no part " + index);
        }
        return Response.ok();
    }
}
