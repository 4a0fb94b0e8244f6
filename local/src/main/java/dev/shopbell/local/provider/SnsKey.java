package dev.shopbell.local.provider;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The key that the simulated SNS signs with, made at the first need, and its certificate. It lives as long as the process. */
public final class SnsKey {
    /** The one that whatever stands for SNS here signs with. */
    public static final SnsKey OWN = new SnsKey();

    /** In whose name SNS signs in most regions. */
    private static final String NAME = "sns.amazonaws.com";

    /** The certificate's file, as a message names it. */
    static final String FILE = "SimpleNotificationService-10ca1000000000000000000000000000.pem";

    private @Nullable KeyPair keys;

    private SnsKey() {}

    /** The private key: PKCS #8 in base64. */
    public String secret() {
        return Base64.getEncoder().encodeToString(keys().getPrivate().getEncoded());
    }

    /** The certificate as PEM. */
    String certificate() {
        try {
            return SelfSigned.certificate(keys(), NAME, Instant.now());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot sign a certificate", e);
        }
    }

    private synchronized KeyPair keys() {
        var made = keys;
        if (made == null) {
            try {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                made = generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This JDK lacks RSA", e);
            }
            keys = made;
        }
        return made;
    }
}
