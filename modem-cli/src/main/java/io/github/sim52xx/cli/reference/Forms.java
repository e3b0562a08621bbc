package io.github.sim52xx.cli.reference;

import io.github.sim52xx.at.Command;
import io.github.sim52xx.at.Form;
import java.util.LinkedHashMap;
import java.util.Map;

/** The forms of a command as they are typed: {@code AT+SMTPSRV="<server>"[,<port>]}. */
final class Forms {

    private Forms() {}

    static Map<Form, String> of(Command<?> command) {
        Map<Form, String> forms = new LinkedHashMap<>();
        for (Form form : new Form[] {Form.WRITE, Form.EXECUTE, Form.READ, Form.TEST}) {
            if (command.has(form) || form == Form.TEST && command.isExtended()) {
                forms.put(form, "AT" + command.name() + form.suffix() + parameters(command, form));
            }
        }
        return forms;
    }

    private static String parameters(Command<?> command, Form form) {
        return switch (form) {
            case WRITE -> command.syntax();
            case EXECUTE -> command.isExtended() ? "" : command.name().equals("D") ? "<number>[;]" : "[<value>]";
            default -> "";
        };
    }
}
