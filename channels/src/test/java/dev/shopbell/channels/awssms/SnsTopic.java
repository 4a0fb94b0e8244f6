package dev.shopbell.channels.awssms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.Fetch;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.Settings;
import dev.shopbell.channels.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A topic of ours with a dummy key: it signs as SNS does, by the fields that SNS' guide lists, and shows its certificate. */
final class SnsTopic {

    static final String CERTIFICATE_URL =
            "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem";
    static final String SUBSCRIBE_URL = "https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn="
            + Settings.SNS_TOPIC + "&Token=t0ken";
    static final String PUBLISHED = "2026-11-22T11:59:58.120Z";

    private static final PrivateKey KEY = key();

    private final List<URI> fetched = new ArrayList<>();

    /** Shows the certificate at its address, and nothing else. */
    Fetch fetch() {
        return (url, mostBytes) -> {
            fetched.add(url);
            return url.toString().equals(CERTIFICATE_URL) ? Optional.of(certificate()) : Optional.empty();
        };
    }

    List<URI> fetched() {
        return fetched;
    }

    static byte[] certificate() {
        return resource("dummy-certificate.pem");
    }

    static PublicKey publicKey() {
        return SigningCertificates.parse(certificate()).orElseThrow().getPublicKey();
    }

    /** A notification, not signed yet. */
    static ObjectNode notification(String message) {
        return Fields.JSON
                .createObjectNode()
                .put("Type", "Notification")
                .put("MessageId", "11111111-1111-5111-8111-111111111111")
                .put("TopicArn", Settings.SNS_TOPIC)
                .put("Message", message)
                .put("Timestamp", PUBLISHED)
                .put("SignatureVersion", "2")
                .put("SigningCertURL", CERTIFICATE_URL)
                .put("UnsubscribeURL", "https://sns.us-east-1.amazonaws.com/?Action=Unsubscribe");
    }

    /** A confirmation, not signed yet. */
    static ObjectNode confirmation(String type) {
        return notification("You have chosen to …\nTo confirm, visit the SubscribeURL.")
                .put("Type", type)
                .put("Token", "t0ken")
                .put("SubscribeURL", SUBSCRIBE_URL);
    }

    static byte[] signed(ObjectNode message) {
        return signed(message, signedText(message));
    }

    /** Signed over a text of the caller's choice. */
    static byte[] signed(ObjectNode message, String text) {
        try {
            var version = message.path("SignatureVersion").asText();
            var signature = Signature.getInstance(version.equals("1") ? "SHA1withRSA" : "SHA256withRSA");
            signature.initSign(KEY);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            message.put("Signature", Base64.getEncoder().encodeToString(signature.sign()));
            return Transport.utf8(message.toString());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String signedText(ObjectNode message) {
        var names = message.path("Type").asText().equals("Notification")
                ? List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type")
                : List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");
        var text = new StringBuilder();
        for (var name : names) {
            if (message.hasNonNull(name)) {
                text.append(name)
                        .append('\n')
                        .append(message.path(name).asText())
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static PrivateKey key() {
        try {
            var der = Base64.getMimeDecoder().decode(resource("dummy-key.base64"));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] resource(String name) {
        try (var in = Objects.requireNonNull(SnsTopic.class.getResourceAsStream("/sns/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
