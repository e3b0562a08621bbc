package io.github.sim52xx.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Handler;
import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.Rows;
import io.github.sim52xx.modem.Modem;
import java.util.List;
import java.util.Set;

/**
 * The camera of a module that has no sensor attached (manual 7): AT+CCAMS says so, and whatever wants a started camera
 * is told that it is not. Handlers run on the modem's thread.
 *
 * <pre>
 * AT+CCAMS
 * CAMERA NO SENSOR
 *
 * ERROR
 * </pre>
 */
final class CameraCommands implements CommandSet<Modem> {

    private static final int MAX_NAME = 20;
    private static final Set<String> SIZES = Set.of(
            "80,48",
            "160,120",
            "176,144",
            "320,240",
            "352,288",
            "640,480",
            "1024,768",
            "1280,960",
            "1280,1024",
            "1600,1200");

    @Override
    public String subject() {
        return "Camera, manual 7";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.rows();
        at.command("+CCAMS", "start the camera").execute((modem, call) -> Response.error("CAMERA NO SENSOR"));
        at.command("+CCAME", "stop the camera").execute(CameraCommands::notStarted);
        addPictures(at);
        addAppearance(at);
        addSettings(at);
    }

    private static void addPictures(Rows<Modem, Modem> at) {
        at.command("+CCAMTP", "take a picture").execute(CameraCommands::notStarted);
        at.command("+CCAMEP", "save the picture").execute(CameraCommands::notStarted);
        at.command("+CCAMTPEXT", "take and save a picture")
                .test("+CCAMTPEXT: (10-100)")
                .write("<quality>[,<type>]", CameraCommands::takeAndSave)
                .example("AT+CCAMTPEXT=100");
        at.command("+CCAMRS", "record a video").execute(CameraCommands::notStarted);
        at.command("+CCAMRP", "interrupt the recording").execute(CameraCommands::notStarted);
        at.command("+CCAMRR", "go on recording").execute(CameraCommands::notStarted);
        at.command("+CCAMRE", "end the recording").execute(CameraCommands::notStarted);
    }

    private static void addAppearance(Rows<Modem, Modem> at) {
        at.command("+CCAMSETD", "size of pictures and videos")
                .write("<width>,<height>", CameraCommands::size)
                .example("AT+CCAMSETD=320,240");
        at.command("+CCAMSETF", "frames a second: 0 7.5, 1 10, 2 15")
                .write("<fps>", range("<fps>", 0, 2))
                .example("AT+CCAMSETF=1");
        at.command("+CCAMSETR", "rotation in degrees")
                .write("<rotation_degree>", choice("<rotation_degree>", 0, 90, 180, 270))
                .example("AT+CCAMSETR=90");
        at.command("+CCAMSETN", "night mode")
                .write("<nightshot>", range("<nightshot>", 0, 1))
                .example("AT+CCAMSETN=1");
        at.command("+CCAMSETWB", "white balance: 1 auto, 4 fluorescent, 5 daylight, 6 cloudy")
                .write("<wb>", choice("<wb>", 1, 4, 5, 6))
                .example("AT+CCAMSETWB=1");
        at.command("+CCAMSETB", "brightness")
                .write("<brightness>", range("<brightness>", 0, 6))
                .example("AT+CCAMSETB=3");
        at.command("+CCAMSETZ", "zoom").write("<zoom>", range("<zoom>", 0, 91)).example("AT+CCAMSETZ=0");
    }

    private static void addSettings(Rows<Modem, Modem> at) {
        at.setting("+CCAMMD", "television standard: 0 PAL, 1 NTSC")
                .integer("<mode>", 0, 1, 0)
                .nonVolatile()
                .withoutExecute()
                .storedOnly();
        at.setting("+CCAMCHL", "video input")
                .integer("<channel>", 1, 2, 1)
                .nonVolatile()
                .withoutExecute()
                .storedOnly();
        at.setting("+CCAMSETPN", "how names of pictures begin")
                .text("<name>", MAX_NAME, "")
                .withoutExecute()
                .test("")
                .storedOnly()
                .example("AT+CCAMSETPN=\"image_\"");
        at.setting("+CCAMAFT", "date and time in pictures")
                .since(2012)
                .integer("<on/off>", 0, 1, 0)
                .withoutExecute()
                .storedOnly();
        at.setting("+CCAMFLOW", "pictures as a stream over USB")
                .since(2012)
                .integer("<on/off>", 0, 1, 0)
                .withoutExecute()
                .storedOnly();
    }

    /** {@code AT+CCAMTPEXT=<quality>[,<type>]}: type 0 saves the picture, 1 sends it over USB. */
    private static Reply takeAndSave(Modem modem, Call call) {
        call.parameters().integer("<quality>", 10, 100);
        call.parameters().integerOr("<type>", 0, 1, 0);
        call.parameters().end();
        return notStarted(modem, call);
    }

    /** {@code AT+CCAMSETD=<width>,<height>}: from 80,48 to 1600,1200. */
    private static Reply size(Modem modem, Call call) {
        int width = call.parameters().integer("<width>", 80, 1600);
        int height = call.parameters().integer("<height>", 48, 1200);
        call.parameters().end();
        if (!SIZES.contains(width + "," + height)) {
            throw new ParameterException("<width>,<height>");
        }
        return notStarted(modem, call);
    }

    /** {@code AT+CCAMSETB=<n>} and its like. */
    private static Handler<Modem> range(String name, int min, int max) {
        return (modem, call) -> {
            call.parameters().integer(name, min, max);
            call.parameters().end();
            return notStarted(modem, call);
        };
    }

    /** {@code AT+CCAMSETR=<n>} and its like. */
    private static Handler<Modem> choice(String name, Integer... allowed) {
        return (modem, call) -> {
            int value = call.parameters().integer(name, 0, allowed[allowed.length - 1]);
            call.parameters().end();
            if (!List.of(allowed).contains(value)) {
                throw new ParameterException(name);
            }
            return notStarted(modem, call);
        };
    }

    private static Reply notStarted(Modem modem, Call call) {
        return Response.error("CAMERA NOT START");
    }
}
