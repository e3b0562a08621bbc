package io.github.sim52xx.mms.pdu;

/** Assigned numbers of the header fields (OMA MMS encapsulation 7.4), and of some values. */
final class Field {

    static final int BCC = 0x01;
    static final int CC = 0x02;
    static final int CONTENT_TYPE = 0x04;
    static final int DATE = 0x05;
    static final int DELIVERY_REPORT = 0x06;
    static final int EXPIRY = 0x08;
    static final int FROM = 0x09;
    static final int MESSAGE_CLASS = 0x0a;
    static final int MESSAGE_TYPE = 0x0c;
    static final int MMS_VERSION = 0x0d;
    static final int PRIORITY = 0x0f;
    static final int READ_REPORT = 0x10;
    static final int RESPONSE_STATUS = 0x12;
    static final int RESPONSE_TEXT = 0x13;
    static final int SENDER_VISIBILITY = 0x14;
    static final int SUBJECT = 0x16;
    static final int TO = 0x17;
    static final int TRANSACTION_ID = 0x18;
    static final int RETRIEVE_STATUS = 0x19;
    static final int RETRIEVE_TEXT = 0x1a;

    /** Headers of a part, WSP table 39. */
    static final int PART_LOCATION = 0x0e;

    static final int PART_ID = 0x40;

    /** Parameters of a content type, WSP table 38. */
    static final int PARAMETER_CHARSET = 0x01;

    static final int PARAMETER_NAME = 0x05;
    static final int PARAMETER_NAME_AS_TEXT = 0x17;

    /** application/vnd.wap.multipart.mixed, WSP table 40. */
    static final int MULTIPART_MIXED = 0x23;

    /** Where the numbers of enumerated values begin, MESSAGE_TYPE's among them. */
    static final int FIRST_VALUE = 128;

    static final int SEND_REQ = 128;
    static final int SEND_CONF = 129;
    static final int RETRIEVE_CONF = 132;
    static final int OK = 128;
    static final int ADDRESS_PRESENT = 128;
    static final int INSERT_ADDRESS = 129;
    static final int RELATIVE = 129;
    static final int VERSION_1_0 = 0x10;

    private Field() {}
}
