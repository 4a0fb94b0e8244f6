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
 * check one. The token of a customer whose name the shop has signed is {@code v2}, with the name, in base64url, before the
 * conversation.
 */
public final class VisitorToken {

    /** So long a visitor finds back to the conversation on the same browser. */
    public static final Duration LIFE = Duration.ofDays(30);

    private static final String SECRET = "WEB_TOKEN_SECRET";
    private static final String STRANGER = "v1";
    private static final String NAMED = "v2";

    private final Function<String, Optional<String>> settings;

    /**
     * @param settings names {@code WEB_TOKEN_SECRET}, which may hold several with commas between: the first signs, any
     *     verifies. Without it no token is issued and none is good
     */
    public VisitorToken(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /** A new token for a stranger; empty if there is no secret to sign it with. */
    public Optional<String> issue(ConversationId conversation, Instant now) {
        return issue(new Visitor(conversation, ""), now);
    }

    /** A new token; empty if there is no secret to sign it with. */
    public Optional<String> issue(Visitor visitor, Instant now) {
        var name = visitor.name().isEmpty() ? "" : encode(Transport.utf8(visitor.name())) + "|";
        var payload =
                now.getEpochSecond() + "|" + now.plus(LIFE).getEpochSecond() + "|" + name + visitor.conversation();
        var version = name.isEmpty() ? STRANGER : NAMED;
        return Secrets.inUse(settings, SECRET).map(secret -> sign(secret, version, encode(Transport.utf8(payload))));
    }

    /** Whose token it is, if it is one of ours and still good. Compares in constant time. */
    public Optional<Visitor> verify(String token, Instant now) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3 || !(parts[0].equals(STRANGER) || parts[0].equals(NAMED))) {
            return Optional.empty();
        }
        var ours = Secrets.any(settings, SECRET, secret -> Hmac.same(sign(secret, parts[0], parts[1]), token));
        // The signature is ours, so the payload is what we wrote.
        return ours ? read(parts[0], text(parts[1]), now) : Optional.empty();
    }

    private static Optional<Visitor> read(String version, String payload, Instant now) {
        var fields = payload.split("\\|", version.equals(NAMED) ? 4 : 3);
        return now.getEpochSecond() < Long.parseLong(fields[1])
                ? Optional.of(new Visitor(
                        ConversationId.parse(fields[fields.length - 1]), version.equals(NAMED) ? text(fields[2]) : ""))
                : Optional.empty();
    }

    private static String sign(String secret, String version, String payload) {
        var signed = version + "." + payload;
        return signed + "." + encode(Hmac.of("HmacSHA256", secret, Transport.utf8(signed)));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String text(String encoded) {
        return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
    }
}
