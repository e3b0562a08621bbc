package io.github.sim52xx.modem;

import io.github.sim52xx.at.CommandLineParser;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Form;
import io.github.sim52xx.at.Handler;
import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.ResultCode;
import io.github.sim52xx.at.SettingRow;
import io.github.sim52xx.at.TypedCommand;
import java.util.LinkedHashMap;
import java.util.Map;

/** The commands that a {@link Profile} adds to those of the device, or puts in their place. */
final class ProfileCommands implements CommandSet<Modem> {

    private final Profile profile;

    ProfileCommands(Profile profile) {
        this.profile = profile;
    }

    @Override
    public String subject() {
        return "Profile";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        profile.settings().forEach(setting -> addSetting(setting, table));
        Map<String, Map<TypedCommand, Response>> replies = new LinkedHashMap<>();
        for (Profile.CannedReply canned : profile.replies()) {
            TypedCommand typed = parse(canned.line());
            Response response =
                    new Response(String.join("\n", canned.lines()), canned.error() ? ResultCode.ERROR : ResultCode.OK);
            replies.computeIfAbsent(typed.name(), name -> new LinkedHashMap<>()).put(typed, response);
        }
        replies.forEach((name, answers) -> addReplies(name, answers, table));
    }

    private static void addSetting(Profile.PlainSetting plain, CommandTable.Builder<Modem> table) {
        if (!parse(plain.command()).name().equals(plain.command())) {
            throw new IllegalArgumentException("not the name of a command: " + plain.command());
        }
        SettingRow<Modem, Modem> row = table.rows().setting(plain.command(), plain.purpose());
        for (Profile.PlainSetting.Field field : plain.fields()) {
            if (field.maxLength() != null) {
                row.text(field.name(), field.maxLength(), field.initial());
            } else {
                row.integer(field.name(), field.min(), field.max(), Integer.parseInt(field.initial()));
            }
        }
        if (plain.nonVolatile()) {
            row.nonVolatile();
        }
    }

    private static void addReplies(
            String name, Map<TypedCommand, Response> answers, CommandTable.Builder<Modem> table) {
        for (Form form : Form.values()) {
            if (answers.keySet().stream().anyMatch(typed -> typed.form() == form)) {
                Handler<Modem> canned = (modem, call) -> answers.getOrDefault(
                        new TypedCommand(name, form, call.parameters().text()), Response.error());
                table.overlay(name, "reply of the profile", form, canned);
            }
        }
    }

    private static TypedCommand parse(String line) {
        CommandLineParser parser = new CommandLineParser(line);
        try {
            TypedCommand typed = parser.next();
            if (!parser.hasNext()) {
                return typed;
            }
        } catch (ParameterException e) {
            throw new IllegalArgumentException("not a command: " + line + " (" + e.getMessage() + ")");
        }
        throw new IllegalArgumentException("more than one command: " + line);
    }
}
