package dev.shopbell.channels.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.Hmac;
import dev.shopbell.channels.web.CustomerIdentity.Verdict;
import dev.shopbell.conversation.ConversationId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CustomerIdentityTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String SECRET = "a secret of thirty-two characters";
    private static final String HS256 = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    private static final String LATER = "\"exp\":" + (NOW.getEpochSecond() + 60);

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String signed(String secret, String header, String claims) {
        var what = part(header) + "." + part(claims);
        return what + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Hmac.of("HmacSHA256", secret, what.getBytes(StandardCharsets.UTF_8)));
    }

    private static Verdict verify(String setting, String token) {
        return new CustomerIdentity(name -> Optional.of(setting)).verify(token, NOW);
    }

    @Test
    void is_believed_when_the_shop_signed_it() {
        var token =
                signed(SECRET, HS256, "{\"sub\":\"auth0|7\",\"name\":\"Zoë\",\"email\":\"z@x.example\"," + LATER + "}");
        assertThat(verify(SECRET, token)).isEqualTo(new Verdict.Known("customer-auth0%7C7", "Zoë"));
        assertThat(verify("the next secret which is as long as it must be," + SECRET, token))
                .isInstanceOf(Verdict.Known.class);
        assertThat(Visitor.customerOf(new ConversationId(WebChannel.NAME, "shop", "customer-auth0%7C7")))
                .contains("auth0|7");
        assertThat(Visitor.customerOf(new ConversationId(WebChannel.NAME, "shop", "0b1d5c7e")))
                .isEmpty();
    }

    /** The example of RFC 7515, A.1, whose key is not text, is out of reach; this one was made with Python's hmac. */
    @Test
    void is_made_as_others_make_it() {
        var token =
                "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI3IiwiZXhwIjo0MTAyNDQ0ODAwfQ.HlVbbbOiR4amaza5NEevmgAOhZ1hlEbneIiJVLz4eu4";
        assertThat(verify(SECRET, token)).isEqualTo(new Verdict.Known("customer-7", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"alg\":\"none\"}", "{\"alg\":\"HS512\"}", "{}", "[]", "{\"alg\":\"HS256\",\"crit\":[\"x\"]}"})
    void is_not_believed_under_another_algorithm(String header) {
        assertThat(verify(SECRET, signed(SECRET, header, "{\"sub\":\"7\"," + LATER + "}")))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void is_not_believed_without_a_signature_or_with_a_strangers() {
        var claims = "{\"sub\":\"7\"," + LATER + "}";
        assertThat(verify(SECRET, part("{\"alg\":\"none\"}") + "." + part(claims) + "."))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(verify(SECRET, signed("another secret of thirty-two characters", HS256, claims)))
                .isInstanceOf(Verdict.Refused.class);
        var token = signed(SECRET, HS256, claims);
        assertThat(verify(SECRET, token.replaceFirst("\\.[^.]*\\.", "." + part("{\"sub\":\"8\"," + LATER + "}") + ".")))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(verify("", token)).isInstanceOf(Verdict.Refused.class);
        assertThat(verify("short", signed("short", HS256, claims))).isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sub\":\"7\"}",
                "{\"sub\":\"7\",\"exp\":1}",
                "{\"sub\":\"7\",\"exp\":\"9999999999\"}",
                "{\"exp\":9999999999}",
                "{\"sub\":\"\",\"exp\":9999999999}",
                "{\"sub\":{},\"exp\":9999999999}",
                "{\"sub\":\"7\",\"exp\":9999999999,\"nbf\":9999999998}",
                "{\"sub\":\"01234567890123456789012345678901234567890123456789012345678901234\",\"exp\":9999999999}",
                "no json"
            })
    void is_not_believed_without_a_customer_and_a_time_that_is_yet_to_come(String claims) {
        assertThat(verify(SECRET, signed(SECRET, HS256, claims))).isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b", "a.b.c.d", "%.%.%", "eyJ9.eyJ9."})
    void is_not_believed_when_it_is_no_token(String token) {
        assertThat(verify(SECRET, token)).isInstanceOf(Verdict.Refused.class);
    }
}
