package dev.shopbell.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.Hmac;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.platform.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may talk with the shop from the web, how much and how often. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WebTrustTest {

    private static final Map<String, String> TWO_SITES = Map.of(
            "ALLOWED_ORIGIN",
            "https://www.shop.example,https://m.shop.example",
            "PUBLIC_BASE_URL",
            "https://chat.example");

    private static WebhookRequest post(String path, String body, Map<String, String> headers) {
        var all = new LinkedHashMap<>(headers);
        all.putIfAbsent("Host", "api.example");
        all.putIfAbsent(HttpEvent.ADDRESS, "203.0.113.9");
        return new WebhookRequest(
                "POST", "https://api.example" + path, all, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpAnswer open(Shop shop, Map<String, String> headers) {
        return shop.edge.answer(post("/web/sessions", "{}", headers));
    }

    private static HttpAnswer say(Shop shop, String token, String text) {
        var body = Json.write(Json.object().put("text", text));
        return shop.edge.answer(post("/web/messages", body, Map.of("Authorization", "Bearer " + token)));
    }

    private static HttpAnswer look(Shop shop, String token) {
        var headers = Map.of("Host", "api.example", "Authorization", "Bearer " + token);
        return shop.edge.answer(
                new WebhookRequest("GET", "https://api.example/web/messages", headers, Map.of(), new byte[0]));
    }

    private static String token(HttpAnswer session) {
        try {
            return Json.read(session.body()).path("token").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(session.body(), e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.shop.example",
                "https://m.shop.example",
                "https://chat.example",
                "https://api.example"
            })
    void admits_the_shops_sites_and_our_own_pages(String origin) {
        assertThat(open(new Shop(TWO_SITES), Map.of("Origin", origin)).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://www.shop.example.evil.example",
                "http://www.shop.example",
                "https://www.shop.example:444",
                "null"
            })
    void refuses_other_sites(String origin) {
        var shop = new Shop(TWO_SITES);
        var answer = open(shop, Map.of("Origin", origin));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("AllowedOrigin").doesNotContain(origin);
        var frame = (ObjectNode) Recorded.event("socket/connect");
        frame.putObject("headers").put("Origin", origin).put("Host", "socket.example");
        assertThat(shop.sockets.on(frame)).isEqualTo(403);
        assertThat(shop.opened).isEmpty();
    }

    @Test
    void admits_programs_which_have_no_origin_and_any_site_where_any_is_allowed() {
        assertThat(open(new Shop(TWO_SITES), Map.of()).status()).isEqualTo(201);
        assertThat(open(new Shop(Map.of("ALLOWED_ORIGIN", "*")), Map.of("Origin", "https://any.example"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void opens_a_socket_for_a_page_of_the_shop() {
        var frame = (ObjectNode) Recorded.event("socket/connect");
        frame.putObject("headers").put("Origin", "https://chat.example").put("Host", "socket.example");
        assertThat(new Shop(TWO_SITES).sockets.on(frame)).isEqualTo(200);
    }

    @Test
    void takes_no_more_words_than_the_bot_can_read() {
        var shop = new Shop();
        var token = token(open(shop, Map.of()));
        assertThat(say(shop, token, "x".repeat(4000)).status()).isEqualTo(202);
        var refusal = say(shop, token, "x".repeat(4001));
        assertThat(refusal.status()).isEqualTo(413);
        assertThat(refusal.body()).contains("4000");
        assertThat(say(shop, token, "x".repeat(40_000)).status()).isEqualTo(413);
        assertThat(shop.kept).hasSize(1);
    }

    @Test
    void asks_a_visitor_who_says_too_much_to_wait() {
        var shop = new Shop(Map.of("VISITOR_MESSAGES_PER_MINUTE", "6"));
        var token = token(open(shop, Map.of()));
        for (var said = 0; said < 3; said++) {
            assertThat(say(shop, token, "Hello?").status()).isEqualTo(202);
        }
        var refusal = say(shop, token, "Hello?");
        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.headers()).containsEntry("retry-after", "10");
        assertThat(shop.kept).hasSize(3);
        assertThat(say(shop, token(open(shop, Map.of())), "Somebody else").status())
                .isEqualTo(202);
    }

    @Test
    void asks_a_visitor_who_looks_far_more_often_than_the_widget_does_to_wait() {
        var shop = new Shop(Map.of("VISITOR_MESSAGES_PER_MINUTE", "30"));
        var token = token(open(shop, Map.of()));
        for (var looked = 0; looked < 120; looked++) {
            assertThat(look(shop, token).status()).isEqualTo(200);
        }
        var refusal = look(shop, token);
        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.headers()).containsEntry("retry-after", "1");
        assertThat(say(shop, token, "Hello?").status()).isEqualTo(202);
        assertThat(look(shop, token(open(shop, Map.of()))).status()).isEqualTo(200);
    }

    @Test
    void lets_the_widget_look_at_its_pace_however_little_may_be_said() {
        var shop = new Shop(Map.of("VISITOR_MESSAGES_PER_MINUTE", "1"));
        var token = token(open(shop, Map.of()));
        for (var looked = 0; looked < 60; looked++) {
            assertThat(look(shop, token).status()).isEqualTo(200);
        }
        var refusal = look(shop, token);
        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.headers()).containsEntry("retry-after", "1");
    }

    @Test
    void lets_everybody_look_as_often_as_they_like_where_there_is_no_limit() {
        var shop = new Shop(Map.of("VISITOR_MESSAGES_PER_MINUTE", "0"));
        var token = token(open(shop, Map.of()));
        for (var looked = 0; looked < 1_000; looked++) {
            assertThat(look(shop, token).status()).isEqualTo(200);
        }
    }

    @Test
    void asks_an_address_that_makes_up_visitors_to_wait() {
        var shop = new Shop(Map.of("ADDRESS_REQUESTS_PER_MINUTE", "60"));
        var inOneNetwork = new String[] {"2001:db8:1:2::1", "2001:db8:1:2:ffff::2", "2001:db8:1:2:3::3"};
        for (var address : inOneNetwork) {
            assertThat(open(shop, Map.of(HttpEvent.ADDRESS, address)).status()).isEqualTo(201);
        }
        assertThat(open(shop, Map.of(HttpEvent.ADDRESS, "2001:db8:1:2::4")).status())
                .isEqualTo(429);
        assertThat(open(shop, Map.of(HttpEvent.ADDRESS, "2001:db8:1:3::1")).status())
                .isEqualTo(201);
    }

    @Test
    void believes_the_gateway_on_the_address_and_not_the_sender() {
        var event = (ObjectNode) Recorded.event("webhook/web-session");
        ((ObjectNode) event.path("headers")).put("X-Forwarded-For", "198.51.100.1");
        assertThat(HttpEvent.read(event).orElseThrow().header(HttpEvent.ADDRESS))
                .contains("203.0.113.9");
    }

    @Test
    void knows_a_customer_of_the_shop_on_every_device() throws JsonProcessingException {
        var shop = new Shop();
        var body = Json.write(
                Json.object().put("identity", identity("{\"sub\":\"c 7\",\"name\":\"Ana\",\"exp\":4102444800}")));
        var first = shop.edge.answer(post("/web/sessions", body, Map.of()));
        var second = shop.edge.answer(post("/web/sessions", body, Map.of()));
        assertThat(Json.read(first.body()).path("conversationId").asText())
                .isEqualTo("web:shop:customer-c+7")
                .isEqualTo(Json.read(second.body()).path("conversationId").asText());
        assertThat(say(shop, token(first), "Hello").status()).isEqualTo(202);
        assertThat(shop.kept.getFirst().profileName()).isEqualTo("Ana");
    }

    @Test
    void says_what_is_wrong_with_an_identity() {
        var body = Json.write(Json.object().put("identity", identity("{\"sub\":\"7\",\"exp\":1}")));
        var answer = new Shop().edge.answer(post("/web/sessions", body, Map.of()));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("exp");
    }

    private static String identity(String claims) {
        var signed = part("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + part(claims.getBytes(StandardCharsets.UTF_8));
        var secret = Recorded.settings().apply("WEB_IDENTITY_SECRET").orElseThrow();
        return signed + "." + part(Hmac.of("HmacSHA256", secret, signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
