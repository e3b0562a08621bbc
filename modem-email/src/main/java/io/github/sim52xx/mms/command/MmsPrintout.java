package io.github.sim52xx.mms.command;

import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.ResultCode;
import io.github.sim52xx.mms.StoredMessage;
import io.github.sim52xx.mms.pdu.Message;
import io.github.sim52xx.mms.pdu.MessagePart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** How messages and parts are printed (manual 21.15 and 21.16): text leaves the modem in UCS2, little endian. */
final class MmsPrintout {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String NO_DATE = "0000-00-00 00:00:00";

    private MmsPrintout() {}

    /**
     * {@code +CMMSVIEW:2,"","13613623116",,,"0000-00-00 00:00:00","title",83867}, then a line for each part: {@code
     * 0,"1.txt",4,10}.
     */
    static Reply view(StoredMessage stored, ZoneOffset zone) {
        Message message = stored.message();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        add(
                out,
                "+CMMSVIEW:" + stored.kind().ordinal() + "," + Response.quoted(message.sender()) + ","
                        + list(message.to()) + "," + list(message.cc()) + "," + list(message.bcc()) + ",\""
                        + date(message.date(), zone) + "\",\"");
        out.writeBytes(message.subject().getBytes(StandardCharsets.UTF_16LE));
        add(out, "\"," + stored.pdu().length + "\r\n");
        for (int i = 0; i < message.parts().size(); i++) {
            MessagePart part = message.parts().get(i);
            add(
                    out,
                    i + "," + Response.quoted(part.name()) + "," + part.type().number() + "," + part.data().length
                            + "\r\n");
        }
        return stream(out);
    }

    /** {@code +CMMSREAD:"1.jpg",83794} and the bytes. */
    static Reply part(MessagePart part) {
        byte[] data = part.type().isText()
                ? new String(part.data(), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE)
                : part.data();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        add(out, "+CMMSREAD:" + Response.quoted(part.name()) + "," + data.length + "\r\n");
        out.writeBytes(data);
        add(out, "\r\n");
        return stream(out);
    }

    private static Reply stream(ByteArrayOutputStream out) {
        return new Reply.Stream(new Once(out.toByteArray()), ResultCode.OK);
    }

    private static String list(List<String> addresses) {
        return addresses.stream().map(Response::quoted).collect(Collectors.joining(";"));
    }

    private static String date(Instant date, ZoneOffset zone) {
        return date == null ? NO_DATE : DATE.format(date.atOffset(zone));
    }

    private static void add(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** All in one piece. */
    private static final class Once implements Reply.Body {

        private byte[] bytes;

        Once(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public byte[] next() {
            byte[] next = bytes;
            bytes = null;
            return next;
        }
    }
}
