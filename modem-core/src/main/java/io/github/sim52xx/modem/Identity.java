package io.github.sim52xx.modem;

/**
 * What the modem says that it is. A null means the default.
 *
 * @param model as AT+CGMM prints it
 * @param revision as AT+CGMR prints it
 * @param build the second line of the revision in ATI
 * @param imei 15 digits
 */
public record Identity(String manufacturer, String model, String revision, String build, String imei) {

    public static final Identity DEFAULT = new Identity(null, null, null, null, null);

    public Identity {
        manufacturer = manufacturer == null ? "SIMCOM INCORPORATED" : manufacturer;
        model = model == null ? "SIMCOM_SIM5218" : model;
        revision = revision == null ? "1575B01SIM5218" : revision;
        build = build == null ? "SIM5218_1575_100429_V1.00" : build;
        imei = imei == null ? "359769030000015" : imei;
        if (!imei.matches("\\d{15}")) {
            throw new IllegalArgumentException("imei is not 15 digits: " + imei);
        }
    }
}
