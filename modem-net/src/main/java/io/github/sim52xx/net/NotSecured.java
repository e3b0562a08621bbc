package io.github.sim52xx.net;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Why TLS with a server has not come about, in words for a person who knows mail servers and not Java.
 *
 * @param asked what the host code wanted to reach
 * @param name what the certificate has to say
 */
record NotSecured(HostPort asked, String name) {

    NetworkException by(IOException e) {
        return new NetworkException(NetworkException.Reason.NOT_SECURED, words(e));
    }

    private String words(IOException e) {
        String certificate = "certificate of " + name;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return certificate + " has expired: " + cause.getMessage();
            }
            if (cause instanceof CertificateNotYetValidException) {
                return certificate + " is not valid yet: " + cause.getMessage();
            }
            if (cause instanceof CertPathBuilderException) {
                return certificate + " is not trusted: nobody known has signed it (--tls-trust)";
            }
        }
        if (e.getCause() instanceof CertificateException) {
            return certificate + " is not trusted: " + e.getCause().getMessage();
        }
        if (e instanceof EOFException || e.getCause() instanceof EOFException || e instanceof SocketException) {
            return asked + " closed the connection during the TLS handshake";
        }
        if (e instanceof SSLException && !(e instanceof SSLHandshakeException)) {
            return asked + " does not speak TLS here: " + e.getMessage();
        }
        return "no TLS with " + asked + ": " + e.getMessage();
    }
}
