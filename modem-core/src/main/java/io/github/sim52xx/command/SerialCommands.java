package io.github.sim52xx.command;

import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.modem.Modem;

/** The serial line: speed, framing, flow control. A TCP port or PTY has none of them; the values are only stored. */
final class SerialCommands implements CommandSet<Modem> {

    private static final Integer[] SPEEDS = {
        300, 600, 1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600, 3200000, 3686400, 4000000
    };
    /** With the two blanks that the device prints. */
    private static final String SPEED_LIST = "(300,600,1200,2400,4800,9600,19200,38400,57600,115200,230400,460800,"
            + "921600,3200000, 3686400, 4000000)";

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
                .storedOnly()
                .test("+IPREX: " + SPEED_LIST);
        at.setting("+IPR", "serial speed until restart")
                .oneOf("<speed>", 115200, SPEEDS)
                .follows("+IPREX")
                .storedOnly()
                .test("+IPR:" + SPEED_LIST);
        at.setting("+ICF", "character framing")
                .oneOf("<format>", 3, 3)
                .optional()
                .integer("<parity>", 0, 3, 3)
                .test("+ICF: (3),(0-3)")
                .storedOnly();
        at.setting("+IFC", "flow control")
                .oneOf("<DCE>", 0, 0, 2)
                .optional()
                .oneOf("<DTE>", 0, 0, 2)
                .storedOnly();
    }
}
