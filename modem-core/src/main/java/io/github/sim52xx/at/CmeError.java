package io.github.sim52xx.at;

/**
 * The mobile equipment errors of the device, number and text: {@code +CME ERROR: 16} after AT+CMEE=1, {@code +CME
 * ERROR: incorrect password} after AT+CMEE=2, plain ERROR after AT+CMEE=0 (27.007 9.2, manual 10.1). The words are the
 * device's own, spelling included. SMTP, POP3 and the file system have no codes here: they fail with plain ERROR.
 */
public enum CmeError implements FinalResult {
    PHONE_FAILURE(0, "phone failure"),
    NO_CONNECTION_TO_PHONE(1, "no connection to phone"),
    PHONE_ADAPTOR_LINK_RESERVED(2, "phone adaptor link reserved"),
    OPERATION_NOT_ALLOWED(3, "operation not allowed"),
    OPERATION_NOT_SUPPORTED(4, "operation not supported"),
    PH_SIM_PIN_REQUIRED(5, "PH-SIM PIN required"),
    PH_FSIM_PIN_REQUIRED(6, "PH-FSIM PIN required"),
    PH_FSIM_PUK_REQUIRED(7, "PH-FSIM PUK required"),
    SIM_NOT_INSERTED(10, "SIM not inserted"),
    SIM_PIN_REQUIRED(11, "SIM PIN required"),
    SIM_PUK_REQUIRED(12, "SIM PUK required"),
    SIM_FAILURE(13, "SIM failure"),
    SIM_BUSY(14, "SIM busy"),
    SIM_WRONG(15, "SIM wrong"),
    INCORRECT_PASSWORD(16, "incorrect password"),
    SIM_PIN2_REQUIRED(17, "SIM PIN2 required"),
    SIM_PUK2_REQUIRED(18, "SIM PUK2 required"),
    MEMORY_FULL(20, "memory full"),
    INVALID_INDEX(21, "invalid index"),
    NOT_FOUND(22, "not found"),
    MEMORY_FAILURE(23, "memory failure"),
    TEXT_STRING_TOO_LONG(24, "text string too long"),
    INVALID_CHARACTERS_IN_TEXT_STRING(25, "invalid characters in text string"),
    DIAL_STRING_TOO_LONG(26, "dial string too long"),
    INVALID_CHARACTERS_IN_DIAL_STRING(27, "invalid characters in dial string"),
    NO_NETWORK_SERVICE(30, "no network service"),
    NETWORK_TIMEOUT(31, "network timeout"),
    NETWORK_NOT_ALLOWED_EMERGENCY_CALLS_ONLY(32, "network not allowed - emergency calls only"),
    NETWORK_PERSONALIZATION_PIN_REQUIRED(40, "network personalization PIN required"),
    NETWORK_PERSONALIZATION_PUK_REQUIRED(41, "network personalization PUK required"),
    NETWORK_SUBSET_PERSONALIZATION_PIN_REQUIRED(42, "network subset personalization PIN required"),
    NETWORK_SUBSET_PERSONALIZATION_PUK_REQUIRED(43, "network subset personalization PUK required"),
    SERVICE_PROVIDER_PERSONALIZATION_PIN_REQUIRED(44, "service provider personalization PIN required"),
    SERVICE_PROVIDER_PERSONALIZATION_PUK_REQUIRED(45, "service provider personalization PUK required"),
    CORPORATE_PERSONALIZATION_PIN_REQUIRED(46, "corporate personalization PIN required"),
    CORPORATE_PERSONALIZATION_PUK_REQUIRED(47, "corporate personalization PUK required"),
    UNKNOWN(100, "Unknown"),
    ILLEGAL_MESSAGE(103, "Illegal MESSAGE"),
    ILLEGAL_ME(106, "Illegal ME"),
    GPRS_SERVICES_NOT_ALLOWED(107, "GPRS services not allowed"),
    PLMN_NOT_ALLOWED(111, "PLMN not allowed"),
    LOCATION_AREA_NOT_ALLOWED(112, "Location area not allowed"),
    ROAMING_NOT_ALLOWED_IN_THIS_LOCATION_AREA(113, "Roaming not allowed in this location area"),
    SERVICE_OPTION_NOT_SUPPORTED(132, "service option not supported"),
    REQUESTED_SERVICE_OPTION_NOT_SUBSCRIBED(133, "requested service option not subscribed"),
    SERVICE_OPTION_TEMPORARILY_OUT_OF_ORDER(134, "service option temporarily out of order"),
    UNSPECIFIED_GPRS_ERROR(148, "unspecified GPRS error"),
    PDP_AUTHENTICATION_FAILURE(149, "PDP authentication failure"),
    INVALID_MOBILE_CLASS(150, "invalid mobile class"),
    MMS_UNKNOWN_ERROR_FOR_MMS(170, "Unknown error for mms"),
    MMS_TASK_IS_BUSY_NOW(171, "MMS task is busy now"),
    MMS_THE_DATA_IS_OVER_SIZE(172, "The mms data is over size"),
    MMS_THE_OPERATION_IS_OVERTIME(173, "The operation is overtime"),
    MMS_THERE_IS_NO_RECEIVER(174, "There is no mms receiver"),
    MMS_THE_STORAGE_FOR_ADDRESS_IS_FULL(175, "The storage for address is full"),
    MMS_NOT_FIND_THE_ADDRESS(176, "Not find the address"),
    MMS_INVALID_PARAMETER(177, "Invalid parameter"),
    MMS_FAILED_TO_READ_MSS(178, "Failed to read mss"),
    MMS_THERE_IS_NOT_A_PUSH_MESSAGE(179, "There is not a mms push message"),
    MMS_MEMORY_ERROR(180, "Memory error"),
    MMS_INVALID_FILE_FORMAT(181, "Invalid file format"),
    MMS_THE_STORAGE_IS_FULL(182, "The mms storage is full"),
    MMS_THE_BOX_IS_EMPTY(183, "The box is empty"),
    MMS_FAILED_TO_SAVE_MMS(184, "Failed to save mms"),
    MMS_ITS_BUSY_EDITING_NOW(185, "It's busy editing mms now"),
    MMS_ITS_NOT_ALLOWED_TO_EDIT_NOW(186, "It's not allowed to edit now"),
    MMS_NO_CONTENT_IN_THE_BUFFER(187, "No content in the buffer"),
    MMS_FAILED_TO_RECEIVE_MMS(188, "Failed to receive mms"),
    MMS_INVALID_PDU(189, "Invalid mms pdu"),
    MMS_NETWORK_ERROR(190, "Network error"),
    MMS_FAILED_TO_READ_FILE(191, "Failed to read file"),
    MMS_NONE(192, "None"),
    FTP_UNKNOWN_ERROR(201, "Unknown error for FTP"),
    FTP_TASK_IS_BUSY(202, "FTP task is busy"),
    FTP_FAILED_TO_RESOLVE_SERVER_ADDRESS(203, "Failed to resolve server address"),
    FTP_TIMEOUT(204, "FTP timeout"),
    FTP_FAILED_TO_READ_FILE(205, "Failed to read file"),
    FTP_FAILED_TO_WRITE_FILE(206, "Failed to write file"),
    FTP_ITS_NOT_ALLOWED_IN_CURRENT_STATE(207, "It's not allowed in current state"),
    FTP_FAILED_TO_LOGIN(208, "Failed to login"),
    FTP_FAILED_TO_LOGOUT(209, "Failed to logout"),
    FTP_FAILED_TO_TRANSFER_DATA(210, "Failed to transfer data"),
    FTP_COMMAND_REJECTED_BY_SERVER(211, "FTP command rejected by server"),
    FTP_MEMORY_ERROR(212, "Memory error"),
    FTP_INVALID_PARAMETER(213, "Invalid parameter"),
    FTP_NETWORK_ERROR(214, "Network error"),
    HTTP_UNKNOWN_ERROR(220, "Unknown error fot HTTP"),
    HTTP_TASK_IS_BUSY(221, "HTTP task is busy"),
    HTTP_FAILED_TO_RESOLVE_SERVER_ADDRESS(222, "Failed to resolve server address"),
    HTTP_TIMEOUT(223, "HTTP timeout"),
    HTTP_FAILED_TO_TRANSFER_DATA(224, "Failed to transfer data"),
    HTTP_MEMORY_ERROR(225, "Memory error"),
    HTTP_INVALID_PARAMETER(226, "Invalid parameter"),
    HTTP_NETWORK_ERROR(227, "Network error"),
    NETWORK_REJECTED_REQUEST(257, "network rejected request"),
    RETRY_OPERATION(258, "retry operation"),
    INVALID_DEFLECTED_TO_NUMBER(259, "invalid deflected to number"),
    DEFLECTED_TO_OWN_NUMBER(260, "deflected to own number"),
    UNKNOWN_SUBSCRIBER(261, "unknown subscriber"),
    SERVICE_NOT_AVAILABLE(262, "service not available"),
    UNKNOWN_CLASS_SPECIFIED(263, "unknown class specified"),
    UNKNOWN_NETWORK_MESSAGE(264, "unknown network message"),
    MINIMUM_TFTS_PER_PDP_ADDRESS_VIOLATED(273, "minimum TFTS per PDP address violated"),
    TFT_PRECEDENCE_INDEX_NOT_UNIQUE(274, "TFT precedence index not unique"),
    INVALID_PARAMETER_COMBINATION(275, "invalid parameter combination");

    /** What stands before the number or the text. */
    public static final String PREFIX = "+CME ERROR: ";

    private final int number;
    private final String text;

    CmeError(int number, String text) {
        this.number = number;
        this.text = text;
    }

    public int number() {
        return number;
    }

    public String text() {
        return text;
    }

    @Override
    public boolean endsLine() {
        return true;
    }
}
