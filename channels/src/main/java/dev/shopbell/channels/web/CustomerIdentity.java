package dev.shopbell.channels.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.Hmac;
import dev.shopbell.channels.Secrets;
import dev.shopbell.channels.Transport;
import dev.shopbell.channels.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/**
 * The shop's signed word on who is logged in: a JSON Web Token with HMAC-SHA256, made by the shop's own server. Its claims are
 * {@code sub} (the shop's id of the customer), {@code exp}, and at will {@code name} and {@code nbf}; others are ignored.
 *
 * <p>The algorithm is ours to choose and not the token's: whatever its header says, it is checked as HS256, and it must say so.
 * Sources: RFC 7519 (claims), RFC 7515 (signing input), RFC 8725, 3.1 and 3.5 (algorithm, length of keys).
 */
public final class CustomerIdentity {

    private static final String SETTING = "WEB_IDENTITY_SECRET";
    private static final int LONGEST_TOKEN = 4096;
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NAME = 100;

    /** RFC 7518, 3.2: a key of the hash's size or larger. */
    private static final int SHORTEST_SECRET_BYTES = 32;

    private final Function<String, Optional<String>> settings;

    /** @param settings names {@code WEB_IDENTITY_SECRET}; without it nobody is who they say they are */
    public CustomerIdentity(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /** What there is to say of a token. */
    public sealed interface Verdict {

        /**
         * The shop signed it, and it still holds.
         *
         * @param person the customer's end of the conversation
         * @param name empty if the shop does not say
         */
        record Known(String person, String name) implements Verdict {}

        /** @param why for whoever integrates it; nothing of the token's content */
        record Refused(String why) implements Verdict {}
    }

    /** Checks the signature in constant time before anything in the token is believed. */
    public Verdict verify(String token, Instant now) {
        var secrets = Secrets.all(settings, SETTING);
        if (secrets.isEmpty()) {
            return new Verdict.Refused("The setting " + SETTING + " is missing: nobody's identity can be checked.");
        }
        if (secrets.stream().anyMatch(secret -> Transport.utf8(secret).length < SHORTEST_SECRET_BYTES)) {
            return new Verdict.Refused("The setting " + SETTING + " has less than " + SHORTEST_SECRET_BYTES
                    + " characters. HS256 needs as many.");
        }
        var parts = token.split("\\.", -1);
        if (token.length() > LONGEST_TOKEN || parts.length != 3) {
            return new Verdict.Refused("The identity is not a JSON Web Token.");
        }
        var signed = Secrets.any(
                settings, SETTING, secret -> Hmac.same(signature(secret, parts[0] + "." + parts[1]), parts[2]));
        if (!signed) {
            return new Verdict.Refused("The identity was not signed with " + SETTING + " and HS256.");
        }
        var header = part(parts[0]);
        if (header.flatMap(some -> Fields.text(some, "alg"))
                        .filter("HS256"::equals)
                        .isEmpty()
                || header.filter(some -> some.has("crit")).isPresent()) {
            return new Verdict.Refused(
                    "The identity's header must say \"alg\": \"HS256\", and nothing critical besides.");
        }
        return part(parts[1])
                .map(claims -> judge(claims, now))
                .orElseGet(() -> new Verdict.Refused("The identity's claims are not a JSON object."));
    }

    private static Verdict judge(JsonNode claims, Instant now) {
        var expires = claims.path("exp");
        if (!expires.isNumber() || now.getEpochSecond() >= expires.asLong()) {
            return new Verdict.Refused("The identity has no \"exp\" (seconds since 1970), or it is over.");
        }
        if (claims.path("nbf").isNumber()
                && now.getEpochSecond() < claims.path("nbf").asLong()) {
            return new Verdict.Refused("The identity does not hold yet (\"nbf\").");
        }
        var customer = Fields.text(claims, "sub").map(String::strip);
        if (customer.isEmpty() || customer.get().length() > LONGEST_ID) {
            return new Verdict.Refused("The identity needs a \"sub\" of up to " + LONGEST_ID + " characters.");
        }
        var name = Fields.text(claims, "name").map(String::strip).orElse("");
        return new Verdict.Known(
                Visitor.person(customer.get()),
                name.length() > LONGEST_NAME ? Words.clean(name.substring(0, LONGEST_NAME)) : name);
    }

    private static Optional<JsonNode> part(String encoded) {
        try {
            return Fields.object(Base64.getUrlDecoder().decode(encoded.getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String signature(String secret, String signed) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Hmac.of("HmacSHA256", secret, Transport.utf8(signed)));
    }
}
