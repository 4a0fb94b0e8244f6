package dev.shopbell.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The events of {@code events/}, and the dummy settings under which they are genuine. */
final class Recorded {

    static final Path FOLDER = Path.of("../../events");
    static final URI CERTIFICATE = URI.create(
            "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem");

    private static final Map<String, String> SETTINGS = Map.of(
            "META_APP_SECRET", "dummy-app-secret",
            "META_VERIFY_TOKEN", "dummy-verify-token",
            "TWILIO_AUTH_TOKEN", "dummy-twilio-token",
            "SNS_TOPIC_ARNS", "arn:aws:sns:us-east-1:000000000000:two-way",
            "WEB_TOKEN_SECRET", "dummy-web-secret",
            "WEB_IDENTITY_SECRET", "dummy-identity-secret-of-32-bytes",
            "PUBLIC_BASE_URL", "https://shop.example");

    private Recorded() {}

    static Function<String, Optional<String>> settings() {
        return name -> Optional.ofNullable(SETTINGS.get(name));
    }

    static JsonNode event(String name) {
        try {
            return Json.read(Files.readString(FOLDER.resolve(name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SNS' certificate where its messages say that it lies. */
    static Map<URI, byte[]> certificates() {
        try {
            return Map.of(CERTIFICATE, Files.readAllBytes(FOLDER.resolve("sns-dummy-certificate.pem")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WebhookRequest request(String name) {
        return HttpEvent.read(event("webhook/" + name)).orElseThrow();
    }
}
