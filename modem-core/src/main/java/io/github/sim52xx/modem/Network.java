package io.github.sim52xx.modem;

/**
 * The mobile network that the modem finds. A null means the default.
 *
 * @param operator long alphanumeric name
 * @param shortName short alphanumeric name
 * @param numeric MCC and MNC, 5 or 6 digits; 001-01 is 3GPP's test network
 * @param roaming true if it is not the SIM's own network
 * @param lac location area code, hexadecimal
 * @param cell cell identity, hexadecimal
 * @param rssi signal quality as in +CSQ, 0 to 31 or 99
 * @param ber bit error rate as in +CSQ, 0 to 7 or 99
 * @param address what the packet network gives the modem as its IPv4 address
 */
public record Network(
        String operator,
        String shortName,
        String numeric,
        Boolean roaming,
        String lac,
        String cell,
        Integer rssi,
        Integer ber,
        String address) {

    public static final Network DEFAULT = new Network(null, null, null, null, null, null, null, null, null);

    public Network {
        operator = operator == null ? "Test PLMN 1-1" : operator;
        shortName = shortName == null ? "Test" : shortName;
        numeric = numeric == null ? "00101" : numeric;
        roaming = roaming != null && roaming;
        lac = lac == null ? "0152" : lac;
        cell = cell == null ? "DA3CDB" : cell;
        rssi = rssi == null ? 22 : rssi;
        ber = ber == null ? 0 : ber;
        address = address == null ? "10.71.155.118" : address;
        if (!numeric.matches("\\d{5,6}")) {
            throw new IllegalArgumentException("numeric is not 5 or 6 digits: " + numeric);
        }
        if (!(rssi >= 0 && rssi <= 31 || rssi == 99)) {
            throw new IllegalArgumentException("rssi is neither 0-31 nor 99: " + rssi);
        }
        if (!(ber >= 0 && ber <= 7 || ber == 99)) {
            throw new IllegalArgumentException("ber is neither 0-7 nor 99: " + ber);
        }
    }

    /** The same network, received otherwise. */
    public Network withSignal(int newRssi, int newBer) {
        return new Network(operator, shortName, numeric, roaming, lac, cell, newRssi, newBer, address);
    }

    /** The same cell, operated by somebody else. */
    public Network withOperator(String newNumeric, String newOperator, String newShortName) {
        return new Network(newOperator, newShortName, newNumeric, roaming, lac, cell, rssi, ber, address);
    }
}
