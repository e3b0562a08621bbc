package io.github.sim52xx.mms.pdu;

import java.util.List;

/**
 * M-Send.req (OMA MMS encapsulation 6.1.1): a message on its way to the centre. The headers stand in the order that the
 * specification asks for, the content type last, the parts behind it as application/vnd.wap.multipart.mixed.
 */
public final class SendRequest {

    private SendRequest() {}

    /** @param transaction what the answer will refer to */
    public static byte[] encode(Message message, SendOptions options, String transaction) {
        WspWriter out = new WspWriter();
        out.shortInteger(Field.MESSAGE_TYPE).octet(Field.SEND_REQ);
        out.shortInteger(Field.TRANSACTION_ID).text(transaction);
        out.shortInteger(Field.MMS_VERSION).shortInteger(Field.VERSION_1_0);
        if (message.date() != null) {
            out.shortInteger(Field.DATE).longInteger(message.date().getEpochSecond());
        }
        out.shortInteger(Field.FROM).withLength(new WspWriter().octet(Field.INSERT_ADDRESS));
        addresses(out, Field.TO, message.to());
        addresses(out, Field.CC, message.cc());
        addresses(out, Field.BCC, message.bcc());
        if (!message.subject().isEmpty()) {
            out.shortInteger(Field.SUBJECT).encodedString(message.subject());
        }
        options.write(out);
        out.shortInteger(Field.CONTENT_TYPE).shortInteger(Field.MULTIPART_MIXED);
        out.uintvar(message.parts().size());
        for (int i = 0; i < message.parts().size(); i++) {
            part(out, message.parts().get(i), i, options.wideHeaders());
        }
        return out.bytes();
    }

    private static void addresses(WspWriter out, int field, List<String> addresses) {
        for (String address : addresses) {
            out.shortInteger(field).text(Addresses.typed(address));
        }
    }

    private static void part(WspWriter out, MessagePart part, int index, boolean wide) {
        WspWriter type = new WspWriter();
        if (part.type().assigned() < 0) {
            type.text(part.type().mime());
        } else {
            type.shortInteger(part.type().assigned());
        }
        if (part.type().isText()) {
            type.charsetParameter();
        }
        type.shortInteger(Field.PARAMETER_NAME).text(part.name());
        WspWriter headers = new WspWriter().withLength(type);
        headers.shortInteger(Field.PART_LOCATION).text(part.name());
        if (wide && part.type().isTimed()) {
            headers.shortInteger(Field.PART_ID).text("\"<" + index + ">");
        }
        byte[] head = headers.bytes();
        out.uintvar(head.length).uintvar(part.data().length).raw(head).raw(part.data());
    }
}
