package io.github.sim52xx.at;

/** The short message errors of the device, shown by the rule of +CMEE: {@code +CMS ERROR: 321} (27.005 3.2.5). */
public enum CmsError implements EquipmentError {
    ME_FAILURE(300, "ME failure"),
    SMS_SERVICE_OF_ME_RESERVED(301, "SMS service of ME reserved"),
    OPERATION_NOT_ALLOWED(302, "Operation not allowed"),
    OPERATION_NOT_SUPPORTED(303, "Operation not supported"),
    INVALID_PDU_MODE_PARAMETER(304, "Invalid PDU mode parameter"),
    INVALID_TEXT_MODE_PARAMETER(305, "Invalid text mode parameter"),
    SIM_NOT_INSERTED(310, "SIM not inserted"),
    SIM_PIN_REQUIRED(311, "SIM PIN required"),
    PH_SIM_PIN_REQUIRED(312, "PH-SIM PIN required"),
    SIM_FAILURE(313, "SIM failure"),
    SIM_BUSY(314, "SIM busy"),
    SIM_WRONG(315, "SIM wrong"),
    SIM_PUK_REQUIRED(316, "SIM PUK required"),
    SIM_PIN2_REQUIRED(317, "SIM PIN2 required"),
    SIM_PUK2_REQUIRED(318, "SIM PUK2 required"),
    MEMORY_FAILURE(320, "Memory failure"),
    INVALID_MEMORY_INDEX(321, "Invalid memory index"),
    MEMORY_FULL(322, "Memory full"),
    SMSC_ADDRESS_UNKNOWN(330, "SMSC address unknown"),
    NO_NETWORK_SERVICE(331, "no network service"),
    NETWORK_TIMEOUT(332, "Network timeout"),
    NO_CNMA_ACK_EXPECTED(340, "NO +CNMA ACK EXPECTED"),
    UNKNOWN_ERROR(500, "unknown error");

    private final int number;
    private final String text;

    CmsError(int number, String text) {
        this.number = number;
        this.text = text;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public String prefix() {
        return "+CMS ERROR: ";
    }
}
