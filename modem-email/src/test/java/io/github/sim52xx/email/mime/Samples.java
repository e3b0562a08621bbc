package io.github.sim52xx.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Mails in which everything occurs that a reader has to know. */
final class Samples {

    private Samples() {}

    static List<byte[]> all() {
        return List.of(
                everything(), bytes(binary()), bytes(unsplit()), bytes(unsplit().replace("\r\n", "\n")));
    }

    private static byte[] everything() {
        byte[] file = new byte[5000];
        new Random(1).nextBytes(file);
        String mail =
                """
                From x@y Mon
                Received: by z
                Date: Tue, 2 Feb 2010 11:04:57 +0800
                From: "A" <a@b.c>
                To: <d@e.f>,
                 <g@h.i>
                Subject: =?utf-8?Q?caf=C3=A9?=
                Content-Type: multipart/mixed; boundary="=_outer"

                preamble
                --=_outer
                Content-Type: multipart/alternative;
                 boundary="=_inner"

                --=_inner
                Content-Type: text/plain; charset="koi8-r"
                Content-Transfer-Encoding: quoted-printable

                =F0=D2=C9=D7=C5=D4 soft=
                 break  \n-- \nbegin 644 cat.txt
                #0V%T
                `
                end
                --=_inner
                Content-Type: text/html; charset=utf-8

                <p>html
                --=_inner--

                --=_outer
                Content-Type: application/octet-stream; name*0*=utf-8''a%20; name*1="b.bin"
                Content-Transfer-Encoding: base64

                FILE
                --=_outer
                Content-Type: image/png; name="=?utf-8?B?w6k=?=.png"
                Content-Transfer-Encoding: x-uuencode

                begin 644 x
                #0V%T
                `
                end

                --=_outer
                Content-Type: message/rfc822

                Subject: inner
                Content-Type: multipart/mixed; boundary=x

                --x--
                --=_outer
                Content-Type: text/calendar; charset=utf-7

                BEGIN:VCALENDAR
                --=_outer

                begin 644 dog
                this is no block
                --=_outer
                Content-Disposition: attachment; filename="EMAIL000.TXT"

                clash
                --=_outer--
                epilogue
                """.replace("FILE", Base64.getMimeEncoder().encodeToString(file).replace("\r", ""));
        return bytes(mail.replace("\n", "\r\n"));
    }

    private static String binary() {
        StringBuilder mail = new StringBuilder(
                "Subject: s\nContent-Type: multipart/mixed; boundary=b\n\n--b\n" + "Content-Type: a/b; name=x\n\n");
        Random random = new Random(2);
        for (int i = 0; i < 3000; i++) {
            mail.append("\r\n-- b\u00ff".charAt(random.nextInt(7)));
        }
        return mail + "\r\n--b--\n";
    }

    private static String unsplit() {
        return "Subject: s\r\nContent-Type: multipart/mixed; boundary=none\r\n\r\n"
                + "caf\u00e9 --none of it\r\n".repeat(100) + "begin 644 cats\r\n"
                + ("M" + "0V%T".repeat(15) + "\r\n").repeat(300);
    }

    private static byte[] bytes(String mail) {
        return mail.getBytes(ISO_8859_1);
    }
}
