package io.github.sim52xx.modem;

/**
 * The SIM card as it comes from the operator. A null means the default.
 *
 * @param inserted whether there is one
 * @param pinRequired whether it asks for its PIN at power-on
 * @param pin 4 to 8 digits
 * @param puk 8 digits
 * @param barringPassword the operator's password for call barring, 4 digits
 * @param provider the service provider's name on it, empty if there is none
 */
public record SimCard(
        Boolean inserted,
        Boolean pinRequired,
        String pin,
        String puk,
        String pin2,
        String puk2,
        String barringPassword,
        String imsi,
        String iccid,
        String provider) {

    public static final SimCard DEFAULT = new SimCard(null, null, null, null, null, null, null, null, null, null);

    public SimCard {
        inserted = inserted == null || inserted;
        // A profile that names a PIN means a SIM that asks for it.
        pinRequired = pinRequired == null ? pin != null : pinRequired;
        pin = pin == null ? "1234" : pin;
        puk = puk == null ? "12345678" : puk;
        pin2 = pin2 == null ? "5678" : pin2;
        puk2 = puk2 == null ? "87654321" : puk2;
        barringPassword = barringPassword == null ? "0000" : barringPassword;
        imsi = imsi == null ? "001010123456789" : imsi;
        iccid = iccid == null ? "8986010000000000001F" : iccid;
        // Not with the value, as this goes to the console.
        require(pin.matches("\\d{4,8}") && pin2.matches("\\d{4,8}"), "a PIN is not 4 to 8 digits");
        require(puk.matches("\\d{8}") && puk2.matches("\\d{8}"), "a PUK is not 8 digits");
        require(barringPassword.matches("\\d{4}"), "barringPassword is not 4 digits");
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** The same card, with that provider's name on it if it has had none of its own. */
    SimCard issuedBy(String operator) {
        return provider != null
                ? this
                : new SimCard(inserted, pinRequired, pin, puk, pin2, puk2, barringPassword, imsi, iccid, operator);
    }
}
