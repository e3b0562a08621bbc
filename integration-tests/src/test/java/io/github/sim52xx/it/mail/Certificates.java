package io.github.sim52xx.it.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** An authority of the tests' own and what it has signed, made by the keytool of the Java that runs them. */
final class Certificates {

    /** Who has signed, and for whom. */
    enum Holder {
        /** Right in every way, for {@code mail.example.org} and {@code localhost}. */
        MAIL("-signer", "authority", "-ext", "san=dns:mail.example.org,dns:localhost"),
        /** For {@code other.example.org}. */
        OTHER("-signer", "authority", "-ext", "san=dns:other.example.org"),
        EXPIRED("-signer", "authority", "-ext", "san=dns:mail.example.org", "-startdate", "-10d", "-validity", "2"),
        /** Nobody has signed but the server. */
        STRANGER("-ext", "san=dns:mail.example.org");

        private final List<String> options;

        Holder(String... options) {
            this.options = List.of(options);
        }
    }

    private static final char[] PASSWORD = "only-of-a-test".toCharArray();
    private static final Certificates INSTANCE = new Certificates();

    private final KeyStore keys;

    private Certificates() {
        try {
            Path directory = Files.createTempDirectory("certificates");
            Path store = directory.resolve("keys.p12");
            keytool(store, "authority", List.of("-ext", "bc:c"));
            for (Holder holder : Holder.values()) {
                keytool(store, holder.name(), holder.options);
            }
            keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD);
            }
            Files.delete(store);
            Files.delete(directory);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The authority. */
    static List<X509Certificate> authority() {
        try {
            return List.of((X509Certificate) INSTANCE.keys.getCertificate("authority"));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The authority, in a file. */
    static Path writeAuthority(Path file) throws IOException, GeneralSecurityException {
        String base64 =
                Base64.getMimeEncoder().encodeToString(authority().get(0).getEncoded());
        return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }

    /** Makes the sockets of a server that shows a certificate. */
    static SSLSocketFactory server(Holder holder) {
        try {
            KeyStore one = KeyStore.getInstance("PKCS12");
            one.load(null, null);
            one.setKeyEntry(
                    "one",
                    INSTANCE.keys.getKey(holder.name(), PASSWORD),
                    PASSWORD,
                    INSTANCE.keys.getCertificateChain(holder.name()));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(one, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static void keytool(Path store, String alias, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(Arrays.asList(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-keyalg",
                "EC",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD)));
        command.addAll(options);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError("keytool: " + output);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
