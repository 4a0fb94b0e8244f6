package dev.shopbell.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The events of {@code events/}, and the dummy settings under which they are genuine. */
final class Recorded {

    static final Path FOLDER = Path.of("../../events");

    private static final Map<String, String> SETTINGS = Map.of(
            "META_APP_SECRET", "dummy-app-secret",
            "META_VERIFY_TOKEN", "dummy-verify-token",
            "TWILIO_AUTH_TOKEN", "dummy-twilio-token",
            "WEB_TOKEN_SECRET", "dummy-web-secret",
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

    static WebhookRequest request(String name) {
        return HttpEvent.read(event("webhook/" + name)).orElseThrow();
    }
}
