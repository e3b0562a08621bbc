package io.github.sim52xx.mms.pdu;

/**
 * The options of outgoing messages as +CMMSSENDCFG counts them (manual 21.3); what is "not set" there does not occur in
 * the message.
 *
 * @param wideHeaders +CMMSINCLEN: the headers of audio and video parts are longer, for centres that want a Content-ID
 */
public record SendOptions(
        int validity,
        int priority,
        int deliveryReport,
        int readReport,
        int visibility,
        int messageClass,
        boolean wideHeaders) {

    private static final int HOUR = 3600;
    private static final int[] SECONDS = {HOUR, 12 * HOUR, 24 * HOUR, 48 * HOUR, 7 * 24 * HOUR};
    private static final int MAXIMUM = 5;
    private static final int NO_PRIORITY = 3;
    private static final int NO_VISIBILITY = 2;
    private static final int NO_CLASS = 4;
    private static final int YES = 128;
    private static final int NO = 129;

    void write(WspWriter out) {
        if (messageClass < NO_CLASS) {
            out.shortInteger(Field.MESSAGE_CLASS).octet(Field.FIRST_VALUE + messageClass);
        }
        if (validity < MAXIMUM) {
            out.shortInteger(Field.EXPIRY)
                    .withLength(new WspWriter().octet(Field.RELATIVE).longInteger(SECONDS[validity]));
        }
        if (priority < NO_PRIORITY) {
            out.shortInteger(Field.PRIORITY).octet(Field.FIRST_VALUE + priority);
        }
        if (visibility < NO_VISIBILITY) {
            out.shortInteger(Field.SENDER_VISIBILITY).octet(Field.FIRST_VALUE + visibility);
        }
        out.shortInteger(Field.DELIVERY_REPORT).octet(deliveryReport == 1 ? YES : NO);
        out.shortInteger(Field.READ_REPORT).octet(readReport == 1 ? YES : NO);
    }
}
