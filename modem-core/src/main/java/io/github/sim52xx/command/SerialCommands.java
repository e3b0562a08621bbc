package io.github.sim52xx.command;

import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.modem.Modem;
import java.util.List;

/** The serial line: speed and framing, which RFC 2217 shows and nothing else has, and flow control. */
final class SerialCommands implements CommandSet<Modem> {

    private static final Integer[] SPEEDS = {
        300, 600, 1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600, 3200000, 3686400, 4000000
    };
    /** With the two blanks that the device prints. */
    private static final String SPEED_LIST = "(300,600,1200,2400,4800,9600,19200,38400,57600,115200,230400,460800,"
            + "921600,3200000, 3686400, 4000000)";

    private static final List<String> NO_CHARACTERS = List.of("0", "2");

    @Override
    public String subject() {
        return "Serial line, manual 16.1 to 16.4";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.rows();
        at.setting("+IPREX", "serial speed, kept")
                .oneOf("<speed>", 115200, SPEEDS)
                .nonVolatile()
                .onChange(modem -> modem.settings().startAnew("+IPR"))
                .test("+IPREX: " + SPEED_LIST);
        at.setting("+IPR", "serial speed until restart")
                .oneOf("<speed>", 115200, SPEEDS)
                .follows("+IPREX")
                .test("+IPR:" + SPEED_LIST);
        at.setting("+ICF", "character framing")
                .oneOf("<format>", 3, 3)
                .optional()
                .integer("<parity>", 0, 3, 3)
                .test("+ICF: (3),(0-3)");
        at.setting("+IFC", "flow control: 0 none, 2 RTS and CTS, from 2014 on 1 and 3 XON and XOFF")
                .integer("<DCE>", 0, 3, 0)
                .optional()
                .integer("<DTE>", 0, 3, 0)
                .accepts((modem, values) -> charactersToo(modem) || NO_CHARACTERS.containsAll(values))
                .test(modem -> charactersToo(modem) ? "+IFC: (0-3),(0-3)" : "+IFC: (0,2),(0,2)");
    }

    private static boolean charactersToo(Modem modem) {
        return modem.firmware() == Firmware.V2014;
    }
}
