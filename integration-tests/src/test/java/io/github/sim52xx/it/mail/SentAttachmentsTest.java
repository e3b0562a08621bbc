package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were sent along, byte for byte and by name (RFC 2045, RFC 2183, RFC 2231). */
class SentAttachmentsTest {

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    private final Random random = new Random(2183);

    @Test
    void tenFilesOfAllSizesInOrder() throws Exception {
        bench.writeMail();
        List<byte[]> contents = new ArrayList<>();
        int[] sizes = {0, 1, 2, 3, 56, 57, 58, 45_599, 45_600, 123_457};
        for (int i = 0; i < sizes.length; i++) {
            contents.add(bench.put("C:/file" + i + ".bin", bytes(sizes[i])));
        }
        for (int i = sizes.length - 1; i >= 0; i--) {
            bench.ok("AT+SMTPFILE=" + (i + 1) + ",\"file" + i + ".bin\"");
        }
        bench.sendMail();
        ReceivedMail mail = ReceivedMail.of(bench.received());
        assertThat(mail.attachments()).hasSize(sizes.length);
        for (int i = 0; i < sizes.length; i++) {
            ReceivedMail.Part part = mail.attachments().get(i);
            assertThat(part.name()).isEqualTo("file" + i + ".bin");
            assertThat(part.encoding()).isEqualTo("base64");
            assertThat(part.disposition()).isEqualTo("attachment");
            assertThat(part.content()).isEqualTo(contents.get(i));
        }
        assertThat(mail.rawBody().lines()).allMatch(line -> line.length() <= 78);
    }

    @Test
    void tenMegabytes() throws Exception {
        byte[] content = bench.put("C:/big.bin", bytes(10 << 20));
        bench.writeMail();
        bench.ok("AT+SMTPFILE=1,\"big.bin\"");
        bench.sendMail();
        assertThat(ReceivedMail.of(bench.received()).attachments().get(0).content())
                .isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20100202_100006.jpg",
                "no extension",
                "two  blanks and 'quotes' (1).txt",
                "percent%20=equals&amp!.txt",
                "\u6d4b\u8bd5 \u6587\u4ef6.txt",
                "gr\u00fc\u00df.pdf",
                "a.mime",
                "a.html",
                "very-long-name-very-long-name-very-long-name-very-long-name-very-long-name-very-long-name-very-long.tar.gz",
                "\u6d4b\u8bd5\u6d4b\u8bd5\u6d4b\u8bd5\u6d4b\u8bd5\u6d4b\u8bd5\u6d4b\u8bd5\u6d4b\u8bd5\u6d4b\u8bd5\u6d4b\u8bd5\u6d4b\u8bd5\u6d4b\u8bd5\u6d4b\u8bd5.txt",
            })
    void names(String name) throws Exception {
        byte[] content = bench.put("C:/" + name, bytes(300));
        bench.writeMail();
        bench.ok("AT+SMTPFILE=1,\"" + new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                + "\"");
        bench.sendMail();
        ReceivedMail mail = ReceivedMail.of(bench.received());
        assertThat(mail.attachments()).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo(name);
            assertThat(part.content()).isEqualTo(content);
            assertThat(part.type()).doesNotStartWith("message/").doesNotStartWith("multipart/");
        });
        assertThat(mail.raw()).isASCII();
    }

    @Test
    void filesOfBothDrives() throws Exception {
        byte[] first = bench.put("D:/on the card.txt", bytes(10));
        byte[] second = bench.put("C:/Picture/in flash.txt", bytes(20));
        bench.writeMail();
        bench.line("AT+FSCD=D:/");
        bench.ok("AT+SMTPFILE=1,\"on the card.txt\"");
        bench.line("AT+FSCD=C:/Picture");
        bench.ok("AT+SMTPFILE=2,\"in flash.txt\"");
        bench.sendMail();
        List<ReceivedMail.Part> parts = ReceivedMail.of(bench.received()).attachments();
        assertThat(parts).extracting(ReceivedMail.Part::name).containsExactly("on the card.txt", "in flash.txt");
        assertThat(parts.get(0).content()).isEqualTo(first);
        assertThat(parts.get(1).content()).isEqualTo(second);
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
