package dev.shopbell.channels.graph;

import dev.shopbell.channels.Hmac;
import dev.shopbell.channels.Secrets;
import dev.shopbell.channels.WebhookRequest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How Meta signs deliveries: HMAC-SHA256 over the raw bytes with the app's secret, as {@code sha256=<hex>} in
 * {@code X-Hub-Signature-256}. The older SHA-1 header is not accepted.
 *
 * <p>Source: developers.facebook.com/docs/graph-api/webhooks/getting-started, "Validating Payloads".
 */
public final class AppSecretSignature {

    private static final String PREFIX = "sha256=";

    private final Function<String, Optional<String>> settings;

    /** @param settings names {@code META_APP_SECRET}, one or several; without it nothing is authentic */
    public AppSecretSignature(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /** Whether the bytes were signed with our secret. Upper-case hex is taken for what it says. */
    public boolean isOn(WebhookRequest request) {
        var signature = request.header("X-Hub-Signature-256");
        if (signature.isEmpty() || !signature.get().startsWith(PREFIX)) {
            return false;
        }
        var hex = signature.get().substring(PREFIX.length()).toLowerCase(Locale.ROOT);
        return Secrets.any(settings, "META_APP_SECRET", secret -> {
            var expected = HexFormat.of().formatHex(Hmac.of("HmacSHA256", secret, request.body()));
            return Hmac.same(expected, hex);
        });
    }
}
