package io.github.sim52xx.cli;

import io.github.sim52xx.cli.mail.Envelope;
import io.github.sim52xx.cli.mail.StoredMail;
import io.github.sim52xx.email.mime.SavedMail;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.Volume;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** What the dialogues of the demo have brought about beyond their lines: mails at the server, files on C:. */
final class DemoProof {

    private final Console console;
    private final Bench bench;
    private List<String> shownTree = List.of();

    DemoProof(Console console, Bench bench) {
        this.console = console;
        this.bench = bench;
    }

    /** Shows the mails that have been sent and are at the server now; returns how many. */
    int showMails() throws IOException {
        int count = 0;
        for (StoredMail mail : bench.mail().server().mailbox().messages()) {
            if (!mail.envelope().equals(Envelope.NONE)) {
                show(new ReceivedMail(mail));
                count++;
            }
        }
        return count;
    }

    /** Shows C:/Email if it is different now. */
    void showTree() throws FileSystemException {
        Volume flash = bench.storage().volume(Drive.C);
        ModemPath mails = ModemPath.root(Drive.C).child("Email");
        List<String> tree = new ArrayList<>();
        if (flash.exists(mails)) {
            tree.add(mails.toString());
            addTree(flash, mails, "", tree);
        }
        if (!tree.equals(shownTree)) {
            shownTree = tree;
            console.line("");
            tree.forEach(line -> console.line("    " + line));
        }
    }

    /** @throws FailedException if it is not what was attached */
    private void show(ReceivedMail mail) throws IOException {
        console.line("");
        console.line("    The mail server has got");
        row("from", mail.sender());
        row("to", String.join(", ", mail.recipients()));
        row("subject", mail.subject());
        row("text", mail.body());
        for (SavedMail.Attachment attachment : mail.attachments()) {
            String sum = sha256(mail.content(attachment));
            ModemPath file = ModemPath.root(Drive.C).child("Picture").child(attachment.name());
            if (!sum.equals(sha256(read(file)))) {
                throw new FailedException(attachment.name() + " did not arrive as it is on C:");
            }
            row(
                    "file",
                    attachment.name() + ", " + attachment.size() + " bytes, "
                            + console.good("✓ SHA-256 " + sum.substring(0, 16) + "… as on C:"));
        }
    }

    private void row(String label, String text) {
        console.line(String.format("      %-8s %s", label, text));
    }

    private byte[] read(ModemPath file) throws IOException {
        try (InputStream in = bench.storage().volume(file.drive()).open(file)) {
            return in.readAllBytes();
        }
    }

    private static void addTree(Volume volume, ModemPath directory, String indent, List<String> tree)
            throws FileSystemException {
        List<String> directories = volume.directories(directory);
        List<String> files = volume.files(directory);
        int left = directories.size() + files.size();
        for (String name : directories) {
            left--;
            tree.add(indent + (left > 0 ? "├─ " : "└─ ") + name);
            addTree(volume, directory.child(name), indent + (left > 0 ? "│  " : "   "), tree);
        }
        for (String name : files) {
            left--;
            tree.add(String.format(
                    Locale.ROOT,
                    "%s%s%-14s %7d bytes",
                    indent,
                    left > 0 ? "├─ " : "└─ ",
                    name,
                    volume.size(directory.child(name))));
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
