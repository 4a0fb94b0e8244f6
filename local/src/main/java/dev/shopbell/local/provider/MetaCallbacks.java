package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Signs what a Meta platform has to say to our webhook. */
final class MetaCallbacks {
    private final Supplier<String> appSecret;
    private final String path;

    /** @param path of the webhook */
    MetaCallbacks(Supplier<String> appSecret, String path) {
        this.appSecret = appSecret;
        this.path = path;
    }

    Callback say(JsonNode delivery, URI ourself, Duration after) {
        var body = Json.text(delivery);
        return new Callback(
                URI.create(ourself + path),
                Map.of(
                        "Content-Type", "application/json",
                        "User-Agent", "facebookexternalua",
                        "X-Hub-Signature-256", Signatures.meta(appSecret.get(), body)),
                body,
                after,
                Callback.Patience.META);
    }
}
