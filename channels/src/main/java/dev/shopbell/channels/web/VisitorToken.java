package dev.shopbell.channels.web;

import dev.shopbell.channels.Hmac;
import dev.shopbell.channels.Secrets;
import dev.shopbell.channels.Transport;
import dev.shopbell.conversation.ConversationId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a visitor's browser shows to be let into its conversation: {@code v1.<payload>.<signature>}, both base64url, the
 * payload being {@code issuedAt|expiresAt|conversation} in epoch seconds, signed with HMAC-SHA256. No table is read to
 * check one.
 */
public final class VisitorToken {

    /** So long a visitor finds back to the conversation on the same browser. */
    public static final Duration LIFE = Duration.ofDays(30);

    private static final String VERSION = "v1";
    private static final String SECRET = "WEB_TOKEN_SECRET";

    private final Function<String, Optional<String>> settings;

    /** @param settings names {@code WEB_TOKEN_SECRET}; without it no token is issued and none is good */
    public VisitorToken(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /** A new token; empty if there is no secret to sign it with. */
    public Optional<String> issue(ConversationId conversation, Instant now) {
        var payload = now.getEpochSecond() + "|" + now.plus(LIFE).getEpochSecond() + "|" + conversation;
        return Secrets.inUse(settings, SECRET).map(secret -> sign(secret, encode(Transport.utf8(payload))));
    }

    /** Whose token it is, if it is one of ours and still good. Compares in constant time. */
    public Optional<ConversationId> verify(String token, Instant now) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3 || !Secrets.any(settings, SECRET, secret -> Hmac.same(sign(secret, parts[1]), token))) {
            return Optional.empty();
        }
        // The signature is ours, so the payload is what we wrote.
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).split("\\|", 3);
        return now.getEpochSecond() < Long.parseLong(payload[1])
                ? Optional.of(ConversationId.parse(payload[2]))
                : Optional.empty();
    }

    private static String sign(String secret, String payload) {
        var signed = VERSION + "." + payload;
        return signed + "." + encode(Hmac.of("HmacSHA256", secret, Transport.utf8(signed)));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
