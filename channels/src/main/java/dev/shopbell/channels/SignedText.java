package dev.shopbell.channels;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/**
 * A text that leaves the house and is known again when it comes back: {@code <payload>.<signature>}, both base64url, the payload
 * being {@code expiresAt|text} in epoch seconds, signed with HMAC-SHA256. No table is read to check one.
 *
 * <p>The key is that of visitors' tokens ({@code WEB_TOKEN_SECRET}); what is signed begins with the purpose, so that nothing
 * signed for one purpose passes for another, and none of it for a visitor's token.
 */
public final class SignedText {

    private static final String SECRET = "WEB_TOKEN_SECRET";

    private final Function<String, Optional<String>> settings;
    private final String purpose;

    /**
     * @param settings names {@code WEB_TOKEN_SECRET}, which may hold several with commas between: the first signs, any verifies
     * @param purpose what is signed here, such as {@code media}; no {@code v1} or {@code v2}, which are tokens
     */
    public SignedText(Function<String, Optional<String>> settings, String purpose) {
        this.settings = settings;
        this.purpose = purpose;
    }

    /** Signs a text that is good until then; empty if there is no secret to sign with. */
    public Optional<String> sign(String text, Instant until) {
        var payload = encode(Transport.utf8(until.getEpochSecond() + "|" + text));
        return Secrets.inUse(settings, SECRET).map(secret -> payload + "." + signature(secret, payload));
    }

    /** The text, if we signed it for this purpose and it is still good. Compares in constant time. */
    public Optional<String> verify(String signed, Instant now) {
        var dot = signed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        var payload = signed.substring(0, dot);
        var ours = Secrets.any(
                settings, SECRET, secret -> Hmac.same(signature(secret, payload), signed.substring(dot + 1)));
        // The signature is ours, so the payload is what we wrote.
        return ours ? read(payload, now) : Optional.empty();
    }

    private static Optional<String> read(String payload, Instant now) {
        var text = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
        var bar = text.indexOf('|');
        return now.getEpochSecond() < Long.parseLong(text.substring(0, bar))
                ? Optional.of(text.substring(bar + 1))
                : Optional.empty();
    }

    private String signature(String secret, String payload) {
        return encode(Hmac.of("HmacSHA256", secret, Transport.utf8(purpose + "." + payload)));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
