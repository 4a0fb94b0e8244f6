package dev.shopbell.channels.graph;

import dev.shopbell.channels.Hmac;
import dev.shopbell.channels.Secrets;
import dev.shopbell.channels.WebhookRequest;
import java.util.Optional;
import java.util.function.Function;

/**
 * Meta's question whether this address is ours: we repeat its challenge if it knows our verify token.
 *
 * <p>Source: developers.facebook.com/docs/graph-api/webhooks/getting-started, "Verification Requests".
 */
public final class Handshake {

    private final Function<String, Optional<String>> settings;

    /** @param settings names {@code META_VERIFY_TOKEN}; without it every handshake is refused */
    public Handshake(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /** The challenge to repeat; empty means refuse. The token is compared in constant time. */
    public Optional<String> answer(WebhookRequest request) {
        var given = request.query("hub.verify_token");
        var known = given.isPresent()
                && Secrets.any(settings, "META_VERIFY_TOKEN", expected -> Hmac.same(expected, given.get()));
        return known && request.query("hub.mode").filter("subscribe"::equals).isPresent()
                ? request.query("hub.challenge")
                : Optional.empty();
    }
}
