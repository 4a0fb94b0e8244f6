package dev.shopbell.channels.awssms;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;

/**
 * How SNS signs: RSA over SHA-1 (version 1) or SHA-256 (version 2).
 *
 * <p>Source: docs.aws.amazon.com/sns/latest/dg, "Verifying the signatures of Amazon SNS messages".
 */
final class SnsSignature {

    /** RSA signatures are as long as the key: from 2,048 bits to a generous 8,192. */
    private static final int SHORTEST_BYTES = 256;

    private static final int LONGEST_BYTES = 1024;

    private SnsSignature() {}

    /** Whether the message carries what could be a signature at all; asked before anything is downloaded to check it. */
    static boolean isThere(SnsMessage message) {
        return algorithm(message).isPresent() && bytes(message).isPresent();
    }

    /** Whether the key's owner signed the message. */
    static boolean isBy(PublicKey key, SnsMessage message) {
        var algorithm = algorithm(message);
        var bytes = bytes(message);
        if (algorithm.isEmpty() || bytes.isEmpty()) {
            return false;
        }
        try {
            var signature = Signature.getInstance(algorithm.get());
            signature.initVerify(key);
            signature.update(message.signedBytes());
            return signature.verify(bytes.get());
        } catch (GeneralSecurityException notByThisKey) {
            return false;
        }
    }

    private static Optional<String> algorithm(SnsMessage message) {
        return switch (message.signatureVersion()) {
            case "1" -> Optional.of("SHA1withRSA");
            case "2" -> Optional.of("SHA256withRSA");
            default -> Optional.empty();
        };
    }

    /** Whole groups of four: there is one way to write a signature, not one with and one without padding. */
    private static Optional<byte[]> bytes(SnsMessage message) {
        try {
            return Optional.of(message.signature())
                    .filter(base64 -> base64.length() % 4 == 0)
                    .map(Base64.getDecoder()::decode)
                    .filter(bytes -> bytes.length >= SHORTEST_BYTES && bytes.length <= LONGEST_BYTES);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
