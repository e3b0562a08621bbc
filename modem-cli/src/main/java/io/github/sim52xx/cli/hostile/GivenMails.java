package io.github.sim52xx.cli.hostile;

import io.github.sim52xx.cli.transcript.SampleMail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code mails: [first, mine.eml]}: samples by their names, or files in the directory of the one
 * that names them. */
public final class GivenMails {

    private GivenMails() {}

    /** @param beside the file with the list, null if there is none: only samples can be named then */
    public static List<byte[]> read(Mapping list, Path beside) {
        List<byte[]> mails = new ArrayList<>();
        for (String name : list.texts("mails")) {
            int number = mails.size();
            try {
                if (SampleMail.names().contains(name)) {
                    mails.add(SampleMail.read(name));
                } else if (beside != null) {
                    mails.add(Neighbours.read(Neighbours.find(beside, name)));
                } else {
                    throw list.wrong("mails", number, "there is no mail " + name);
                }
            } catch (IOException e) {
                throw list.wrong("mails", number, "cannot read " + name + ": " + Neighbours.why(e));
            }
        }
        return mails;
    }
}
