package io.github.sim52xx.mms.pdu;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What came from the centre, or what this modem has encoded itself: M-Send.conf, M-Retrieve.conf, M-Send.req (OMA MMS
 * encapsulation 6). Fields that nobody needs are passed over. Not thread-safe until it is read.
 */
public final class ReceivedPdu {

    private static final int MAX_PARTS = 100;
    private static final int MAX_ADDRESSES = 100;

    private int type;
    private int responseStatus = -1;
    private int retrieveStatus = -1;
    private String statusText = "";
    private String sender = "";
    private Instant date;
    private String subject = "";
    private final List<String> to = new ArrayList<>();
    private final List<String> cc = new ArrayList<>();
    private final List<String> bcc = new ArrayList<>();
    private final List<MessagePart> parts = new ArrayList<>();

    private ReceivedPdu() {}

    /** @throws InvalidPduException if it is none */
    public static ReceivedPdu decode(byte[] bytes) throws InvalidPduException {
        ReceivedPdu pdu = new ReceivedPdu();
        WspReader in = new WspReader(bytes);
        if (in.octet() != (0x80 | Field.MESSAGE_TYPE)) {
            throw new InvalidPduException("a message without a type");
        }
        pdu.type = in.octet();
        while (in.hasMore()) {
            pdu.field(in);
        }
        return pdu;
    }

    public boolean isSendConfirmation() {
        return type == Field.SEND_CONF;
    }

    public boolean isRetrieved() {
        return type == Field.RETRIEVE_CONF;
    }

    /** True if the centre says that it has done what was asked for, or says nothing. */
    public boolean isOk() {
        return (responseStatus == Field.OK || responseStatus < 0 && !isSendConfirmation())
                && (retrieveStatus == Field.OK || retrieveStatus < 0);
    }

    /** What the centre says, for a person. */
    public String status() {
        int code = responseStatus < 0 ? retrieveStatus : responseStatus;
        return (code < 0 ? "no status" : "status " + code) + (statusText.isEmpty() ? "" : ": " + statusText);
    }

    public Message message() {
        return new Message(sender, to, cc, bcc, date, subject, parts);
    }

    private void field(WspReader in) throws InvalidPduException {
        int name = in.peek();
        if (name < 0x80) {
            in.text();
            in.text();
            return;
        }
        switch (in.octet() & 0x7f) {
            case Field.RESPONSE_STATUS -> responseStatus = in.octet();
            case Field.RETRIEVE_STATUS -> retrieveStatus = in.octet();
            case Field.RESPONSE_TEXT, Field.RETRIEVE_TEXT -> statusText = in.encodedString();
            case Field.FROM -> from(in.withLength());
            case Field.TO -> address(to, in);
            case Field.CC -> address(cc, in);
            case Field.BCC -> address(bcc, in);
            case Field.SUBJECT -> subject = in.encodedString();
            case Field.DATE -> date = Instant.ofEpochSecond(Math.min(in.integer(), Integer.MAX_VALUE * 2L));
            case Field.CONTENT_TYPE -> body(in);
            default -> in.skip();
        }
    }

    private void from(WspReader value) throws InvalidPduException {
        if (value.octet() == Field.ADDRESS_PRESENT) {
            sender = plain(value.encodedString());
        }
    }

    private static void address(List<String> addresses, WspReader in) throws InvalidPduException {
        if (addresses.size() == MAX_ADDRESSES) {
            throw new InvalidPduException("more than " + MAX_ADDRESSES + " addresses");
        }
        addresses.add(plain(in.encodedString()));
    }

    /** As a byte string without what would break the line it is printed on. */
    private static String plain(String typed) {
        return bytes(Addresses.plain(typed)).replaceAll("[\\x00-\\x1f\\x7f\"]", "");
    }

    /** The content type is the last field; everything behind it is content. */
    private void body(WspReader in) throws InvalidPduException {
        ContentType content = ContentType.read(in);
        if (!content.multipart()) {
            parts.add(part(content, content.name(), in.rest()));
            return;
        }
        int count = in.uintvar();
        if (count > MAX_PARTS) {
            throw new InvalidPduException("more than " + MAX_PARTS + " parts");
        }
        for (int i = 0; i < count; i++) {
            int headersLength = in.uintvar();
            int dataLength = in.uintvar();
            WspReader headers = in.next(headersLength);
            parts.add(part(headers, in.next(dataLength).rest()));
        }
        in.rest();
    }

    private MessagePart part(WspReader headers, byte[] data) throws InvalidPduException {
        ContentType content = ContentType.read(headers);
        String name = content.name();
        while (headers.hasMore()) {
            int header = headers.peek() < 0x80 ? -1 : headers.octet() & 0x7f;
            if (header == -1) {
                headers.text();
                headers.text();
            } else if (name == null && (header == Field.PART_LOCATION || header == Field.PART_ID)) {
                name = headers.text();
            } else {
                headers.skip();
            }
        }
        return part(content, name, data);
    }

    private MessagePart part(ContentType content, String name, byte[] data) {
        String file = name == null ? "" : name.replaceAll("[\\x00-\\x1f\\x7f\"<>]", "");
        Charset charset = content.charset();
        boolean recoded = content.type().isText() && charset != null && charset != StandardCharsets.UTF_8;
        return new MessagePart(
                file.isEmpty() ? Integer.toString(parts.size()) : file,
                content.type(),
                recoded ? new String(data, charset).getBytes(StandardCharsets.UTF_8) : data);
    }

    private static String bytes(String unicode) {
        return new String(unicode.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
