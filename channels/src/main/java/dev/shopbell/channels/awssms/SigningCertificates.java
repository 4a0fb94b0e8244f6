package dev.shopbell.channels.awssms;

import dev.shopbell.channels.Fetch;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * SNS' certificates, downloaded at need and kept for as long as the environment lives.
 *
 * <p>What vouches for one is where it came from: SNS' own host over TLS, checked against the JDK's roots by the download. The
 * file holds the one certificate and none of its issuers, so that a chain to a root could only be built with files from
 * elsewhere; the vendor's SDK does not build one either. Its name, its time and its key are checked here.
 */
final class SigningCertificates {

    /** SNS has one or two a region at a time. Only genuine ones are kept, so nobody can crowd them out. */
    private static final int MOST = 16;

    private static final int LARGEST_BYTES = 16 * 1024;

    private final Fetch fetch;
    private final Map<URI, X509Certificate> known = new LinkedHashMap<>(MOST, 0.75f, true);

    SigningCertificates(Fetch fetch) {
        this.fetch = fetch;
    }

    /**
     * The key that signs under this address; empty if there is no good certificate. Blocks for a download the first time.
     *
     * @param url one that {@link SnsAddresses#certificate} let pass
     * @throws RuntimeException what {@link Fetch} throws when no answer came
     */
    Optional<PublicKey> key(URI url, Instant now) {
        return certificate(url)
                .filter(certificate -> isValidAt(certificate, now))
                .map(X509Certificate::getPublicKey);
    }

    private synchronized Optional<X509Certificate> certificate(URI url) {
        var cached = Optional.ofNullable(known.get(url));
        if (cached.isPresent()) {
            return cached;
        }
        var downloaded = fetch.get(url, LARGEST_BYTES)
                .flatMap(SigningCertificates::parse)
                .filter(certificate -> SigningName.isOf(certificate, url.getHost()));
        downloaded.ifPresent(certificate -> known.put(url, certificate));
        if (known.size() > MOST) {
            known.remove(known.keySet().iterator().next());
        }
        return downloaded;
    }

    static Optional<X509Certificate> parse(byte[] pem) {
        try {
            var certificate =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
            return certificate instanceof X509Certificate x509 ? Optional.of(x509) : Optional.empty();
        } catch (CertificateException notOne) {
            return Optional.empty();
        }
    }

    private static boolean isValidAt(X509Certificate certificate, Instant now) {
        try {
            certificate.checkValidity(Date.from(now));
            return true;
        } catch (CertificateException tooEarlyOrTooLate) {
            return false;
        }
    }
}
