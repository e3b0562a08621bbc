package io.github.sim52xx.mms.command;

import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.modem.Modem;

/** The way to the MMS centre, and what goes into every message. */
public final class MmsSettingCommands implements CommandSet<Modem> {

    private static final int MAX_URL = 255;
    private static final int MAX_ADDRESS = 15;
    private static final int MAX_PORT = 65535;
    private static final int MAX_AGENT = 511;

    @Override
    public String subject() {
        return "MMS, manual 21: settings";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.rows();
        at.setting("+CMMSCURL", "MMS centre, without http://")
                .needsSim()
                .text("<mmscurl>", MAX_URL, "")
                .nonVolatile()
                .withoutExecute()
                .test("+CMMSCURL:\"URL\"")
                .example("AT+CMMSCURL=\"mmsc.server.com\"");
        at.setting("+CMMSPROTO", "protocol, 0 WAP, 1 HTTP, and proxy of the MMS centre")
                .needsSim()
                .integer("<type>", 0, 1, 1)
                .optional()
                .text("<gateway>", MAX_ADDRESS, "0.0.0.0")
                .integer("<port>", 0, MAX_PORT, 0)
                .nonVolatile()
                .withoutExecute()
                .test("+CMMSPROTO: (0,1),\"(0-255).(0-255).(0-255).(0-255)\",(0-65535)")
                .example("AT+CMMSPROTO=1,\"10.0.0.172\",80");
        at.setting("+CMMSSENDCFG", "options of outgoing messages")
                .needsSim()
                .integer("<valid>", 0, 6, 6)
                .integer("<pri>", 0, 3, 3)
                .integer("<sendrep>", 0, 1, 0)
                .integer("<readrep>", 0, 1, 0)
                .integer("<visible>", 0, 2, 2)
                .integer("<class>", 0, 4, 4)
                .nonVolatile()
                .withoutExecute()
                .test("+CMMSSENDCFG: (0-6),(0-3),(0,1),(0,1),(0-2),(0-4)");
        at.setting("+CMMSSYSSET", "size limit of outgoing messages; buffers of WAP, which nobody notices")
                .needsSim()
                .integer("<max_pdu_size>", 10240, 102400, 102400)
                .optional()
                .integer("<wap_send_buf_size>", 512, 4096, 1460)
                .integer("<wap_recv_buf_size>", 512, 4096, 1500)
                .integer("<wap_send_buf_count>", 1, 8, 6)
                .withoutExecute()
                .readPrefix("+CMMSSYSSET:");
        at.setting("+CMMSINCLEN", "longer headers of audio and video parts, with a Content-ID")
                .needsSim()
                .oneOf("<mode>", 0, 0, 1)
                .withoutExecute();
        at.setting("+CMMSUA", "User-Agent of MMS")
                .needsSim()
                .text("<useragent>", MAX_AGENT, "")
                .withoutExecute()
                .test("+CMMSUA:\"UserAgent\"");
        at.setting("+CMMSPROFILE", "profile of the User-Agent of MMS")
                .needsSim()
                .text("<profile>", MAX_AGENT, "")
                .withoutExecute()
                .test("+CMMSPROFILE:\"UserAgentProfile\"");
    }
}
