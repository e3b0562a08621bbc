package io.github.sim52xx.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whose certificates are believed: what Java trusts anyway, and extra authorities. Safe for use by any thread. */
public final class Trust {

    private final List<X509Certificate> extra;
    private SSLSocketFactory sockets;

    /** @param extra authorities, or servers that have signed for themselves */
    public Trust(List<X509Certificate> extra) {
        this.extra = List.copyOf(extra);
    }

    /**
     * The certificates of a PEM file.
     *
     * @throws IOException if the file cannot be read or holds none
     */
    public static List<X509Certificate> read(Path file) throws IOException {
        try {
            List<X509Certificate> all = new ArrayList<>();
            for (Certificate one : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))) {
                all.add((X509Certificate) one);
            }
            if (all.isEmpty()) {
                throw new IOException("there is no certificate in it");
            }
            return all;
        } catch (CertificateException e) {
            throw new IOException("not a PEM file of certificates", e);
        }
    }

    /** Makes sockets that go by it. */
    synchronized SSLSocketFactory sockets() throws IOException {
        if (sockets == null) {
            try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(null, new TrustManager[] {manager()}, null);
                sockets = context.getSocketFactory();
            } catch (GeneralSecurityException e) {
                throw new IOException("Java's trusted certificates cannot be read: " + e.getMessage(), e);
            }
        }
        return sockets;
    }

    private X509TrustManager manager() throws GeneralSecurityException, IOException {
        X509TrustManager usual = manager(null);
        if (extra.isEmpty()) {
            return usual;
        }
        // One store with both, so that one chain may be made of both.
        KeyStore both = KeyStore.getInstance(KeyStore.getDefaultType());
        both.load(null, null);
        int count = 0;
        for (X509Certificate one : usual.getAcceptedIssuers()) {
            both.setCertificateEntry("usual " + ++count, one);
        }
        for (X509Certificate one : extra) {
            both.setCertificateEntry("extra " + ++count, one);
        }
        return manager(both);
    }

    /** @param store null for Java's own */
    private static X509TrustManager manager(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new NoSuchAlgorithmException("no trust manager for X.509");
    }
}
