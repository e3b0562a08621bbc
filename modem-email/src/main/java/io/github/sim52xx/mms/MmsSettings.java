package io.github.sim52xx.mms;

import io.github.sim52xx.at.Settings;
import io.github.sim52xx.mms.http.HttpAddress;
import io.github.sim52xx.mms.pdu.SendOptions;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the settings of the MMS commands mean. Confined to the modem's thread. */
final class MmsSettings {

    private static final String MESSAGE_TYPE = "application/vnd.wap.mms-message";
    private static final String NO_GATEWAY = "0.0.0.0";

    private final Settings settings;

    MmsSettings(Settings settings) {
        this.settings = settings;
    }

    /** +CMMSCURL, null if it is no address. */
    HttpAddress centre() {
        return HttpAddress.parse(settings.text("+CMMSCURL", 0));
    }

    /** False for WAP 1, which needs a gateway of its kind. */
    boolean isHttp() {
        return settings.integer("+CMMSPROTO", 0) == 1;
    }

    /** The proxy of +CMMSPROTO, null if there is none. */
    HttpAddress proxy() {
        String gateway = settings.text("+CMMSPROTO", 1);
        int port = settings.integer("+CMMSPROTO", 2);
        return port == 0 || gateway.isEmpty() || gateway.equals(NO_GATEWAY)
                ? null
                : new HttpAddress(gateway, port, "/");
    }

    SendOptions options() {
        return new SendOptions(
                settings.integer("+CMMSSENDCFG", 0),
                settings.integer("+CMMSSENDCFG", 1),
                settings.integer("+CMMSSENDCFG", 2),
                settings.integer("+CMMSSENDCFG", 3),
                settings.integer("+CMMSSENDCFG", 4),
                settings.integer("+CMMSSENDCFG", 5),
                settings.integer("+CMMSINCLEN", 0) == 1);
    }

    /** Bytes that an outgoing message may have. */
    int maxPdu() {
        return settings.integer("+CMMSSYSSET", 0);
    }

    Map<String, String> headerFields(boolean sends) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Accept", MESSAGE_TYPE + ", */*");
        fields.put("User-Agent", settings.text("+CMMSUA", 0));
        fields.put("x-wap-profile", settings.text("+CMMSPROFILE", 0));
        if (sends) {
            fields.put("Content-Type", MESSAGE_TYPE);
        }
        return fields;
    }
}
