package dev.shopbell.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Turn;
import dev.shopbell.platform.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A visitor of the web chat sends a file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UploadTest {

    private static final String CAKE = "{\"name\":\"cake.png\",\"type\":\"image/png\",\"size\":309}";

    private final Shop shop = new Shop();
    private final String token = visitor();

    private String visitor() {
        return json(post(shop, "/web/sessions", "", "")).path("token").asText();
    }

    private static HttpAnswer post(Shop shop, String path, String token, String body) {
        return shop.edge.answer(new WebhookRequest(
                "POST",
                "https://shop.example" + path,
                Map.of("Authorization", "Bearer " + token, HttpEvent.ADDRESS, "203.0.113.9"),
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode json(HttpAnswer answer) {
        try {
            return Json.read(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    @Test
    void is_told_where_to_put_it_and_how_to_name_it() {
        var answer = shop.edge.answer(Recorded.request("web-upload"));

        assertThat(answer.status()).isEqualTo(201);
        var told = json(answer);
        assertThat(told.path("url").asText())
                .matches(
                        "https://bucket\\.example/web/[0-9a-f]{32}/[0-9a-f-]{36}\\?type=image/png&size=309&life=PT15M");
        assertThat(told.path("headers").path("content-type").asText()).isEqualTo("image/png");
        assertThat(told.path("expiresAt").asText()).isEqualTo("2026-11-22T12:15:01Z");
    }

    @Test
    void sends_it_with_a_message() {
        var id = json(post(shop, "/web/uploads", token, CAKE)).path("id").asText();

        assertThat(post(shop, "/web/messages", token, "{\"attachment\":\"" + id + "\"}")
                        .status())
                .isEqualTo(202);

        assertThat(shop.kept.getFirst().message().attachments()).hasSize(1).allMatch(file -> file.name()
                .equals("cake.png"));
    }

    @Test
    void can_send_it_over_the_socket_too() {
        var id = json(post(shop, "/web/uploads", token, CAKE)).path("id").asText();
        var frame = Json.object();
        frame.putObject("requestContext").put("eventType", "MESSAGE").put("connectionId", "c");
        frame.put(
                "body",
                Json.write(
                        Json.object().put("token", token).put("attachment", id).put("text", "Like this")));

        assertThat(shop.sockets.on(frame)).isEqualTo(202);

        assertThat(shop.kept.getFirst().message().words()).isEqualTo("Like this");
        assertThat(shop.kept.getFirst().message().attachments()).hasSize(1);
    }

    @Test
    void cannot_send_what_another_visitor_uploaded() {
        var id = json(post(shop, "/web/uploads", visitor(), CAKE)).path("id").asText();

        assertThat(post(shop, "/web/messages", token, "{\"attachment\":\"" + id + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(shop.kept).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "415 | {\"name\":\"a\",\"type\":\"text/html\",\"size\":3}",
                "415 | {\"name\":\"a\",\"type\":\"image/svg+xml\",\"size\":3}",
                "415 | {\"name\":\"a\",\"size\":3}",
                "413 | {\"name\":\"a\",\"type\":\"image/png\",\"size\":10485761}",
                "400 | {\"name\":\"a\",\"type\":\"image/png\",\"size\":0}",
                "400 | {\"name\":\"a\",\"type\":\"image/png\",\"size\":-1}",
                "400 | {\"name\":\"a\",\"type\":\"image/png\"}",
                "400 | nonsense",
                "400 | []"
            })
    void is_told_what_cannot_be_sent(int status, String body) {
        assertThat(post(shop, "/web/uploads", token, body).status()).isEqualTo(status);
    }

    @Test
    void needs_a_token() {
        assertThat(post(shop, "/web/uploads", "v1.x.y", CAKE).status()).isEqualTo(401);
    }

    @Test
    void is_told_to_wait_after_a_lot_at_once() {
        var busy = new Shop(Map.of("VISITOR_MESSAGES_PER_MINUTE", "4"));
        var one = json(post(busy, "/web/sessions", "", "")).path("token").asText();
        var statuses = List.of(
                post(busy, "/web/uploads", one, CAKE).status(),
                post(busy, "/web/messages", one, "{\"text\":\"a\"}").status(),
                post(busy, "/web/uploads", one, CAKE).status());
        assertThat(statuses).containsExactly(201, 202, 429);
    }

    @Test
    void finds_it_again_with_a_link() {
        var id = json(post(shop, "/web/uploads", token, CAKE)).path("id").asText();
        post(shop, "/web/messages", token, "{\"attachment\":\"" + id + "\",\"id\":\"c-1\"}");
        var said = shop.kept.getFirst();
        shop.turns.add(new Turn(
                said.conversation(),
                1,
                said.id(),
                Turn.Speaker.CUSTOMER,
                said.message().words(),
                "",
                List.of(),
                Outcome.NOT_UNDERSTOOD,
                "",
                0,
                "en",
                "",
                null,
                0,
                Shop.NOW,
                Shop.NOW,
                "",
                said.message().attachments()));

        var message = json(shop.edge.answer(new WebhookRequest(
                        "GET",
                        "https://shop.example/web/messages",
                        Map.of("Authorization", "Bearer " + token),
                        Map.of(),
                        new byte[0])))
                .path("messages")
                .path(0);

        assertThat(message.path("text").asText()).isEmpty();
        var file = message.path("attachments").path(0);
        assertThat(file.path("kind").asText()).isEqualTo("image");
        assertThat(file.path("name").asText()).isEqualTo("cake.png");
        assertThat(file.path("href").asText()).startsWith("/media/");
        assertThat(message.toString()).as("nothing of the bucket is shown").doesNotContain("web/");
    }
}
