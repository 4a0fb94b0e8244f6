package dev.shopbell.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.Turn;
import dev.shopbell.platform.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WebChatTest {

    private static final ConversationId VISITOR = new ConversationId(new ChannelName("web"), "shop", "visitor-1");

    private final Shop shop = new Shop();

    private static JsonNode json(HttpAnswer answer) {
        try {
            return Json.read(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private HttpAnswer request(String method, String target, String token, Map<String, String> query, String body) {
        return shop.edge.answer(new WebhookRequest(
                method,
                "https://shop.example" + target,
                Map.of("Authorization", "Bearer " + token),
                query,
                body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Turn turn(long number, Turn.Speaker speaker, String heard, Reply... replies) {
        return new Turn(
                VISITOR,
                number,
                new MessageId("web:visitor-1/c-" + number),
                speaker,
                heard,
                "",
                List.of(replies),
                Outcome.ANSWERED,
                "hours",
                0.9,
                "en",
                "",
                null,
                0,
                Shop.NOW,
                Shop.NOW,
                "");
    }

    private String listen(String cursor) {
        var token = json(shop.edge.answer(Recorded.request("web-session"))).path("token");
        assertThat(token.isTextual()).isTrue();
        var recorded = Recorded.request("web-listen");
        var answer = shop.edge.answer(new WebhookRequest(
                "GET",
                recorded.url(),
                Map.of("Authorization", recorded.header("Authorization").orElseThrow()),
                Map.of("after", cursor),
                new byte[0]));
        assertThat(answer.status()).isEqualTo(200);
        var said = json(answer);
        var line = new StringBuilder();
        said.path("messages")
                .forEach(message -> line.append(message.path("from").asText())
                        .append(": ")
                        .append(message.path("text").asText())
                        .append(" | "));
        return line.append(said.path("cursor").asText()).toString();
    }

    @Test
    void begins_with_a_token_that_lets_the_visitor_speak() {
        var answer = shop.edge.answer(Recorded.request("web-session"));
        assertThat(answer.status()).isEqualTo(201);
        var session = json(answer);
        assertThat(session.path("socketUrl").asText()).isEqualTo("wss://socket.example/live");
        var said = request("POST", "/web/messages", session.path("token").asText(), Map.of(), "{\"text\":\"Hello\"}");
        assertThat(said.status()).isEqualTo(202);
        assertThat(json(said).path("id").asText()).isNotBlank();
        assertThat(shop.kept.getFirst().conversation().toString())
                .isEqualTo(session.path("conversationId").asText());
    }

    @Test
    void gives_every_visitor_a_conversation_of_their_own() {
        var one = json(shop.edge.answer(Recorded.request("web-session")));
        var other = json(shop.edge.answer(Recorded.request("web-session")));
        assertThat(one.path("conversationId")).isNotEqualTo(other.path("conversationId"));
    }

    @Test
    void hears_a_message_sent_again_under_its_first_id() {
        assertThat(json(shop.edge.answer(Recorded.request("web-speak")))
                        .path("id")
                        .asText())
                .isEqualTo("c-1");
        shop.edge.answer(Recorded.request("web-speak"));
        assertThat(shop.kept).hasSize(2);
        assertThat(shop.kept.get(0).id()).isEqualTo(shop.kept.get(1).id());
    }

    @Test
    void hears_a_choice() {
        shop.edge.answer(Recorded.request("web-choose"));
        assertThat(shop.kept.getFirst().message()).isInstanceOf(InboundMessage.Choice.class);
    }

    @Test
    void is_closed_to_strangers() {
        assertThat(request("POST", "/web/messages", "v1.e30.e30", Map.of(), "{\"text\":\"Hello\"}")
                        .status())
                .isEqualTo(401);
        assertThat(request("GET", "/web/messages", "", Map.of(), "").status()).isEqualTo(401);
    }

    @Test
    void tells_what_was_said_since() {
        shop.turns.add(turn(1, Turn.Speaker.CUSTOMER, "Hi", new Reply.Text("Hello"), new Reply.Text("What else?")));
        shop.turns.add(turn(2, Turn.Speaker.AGENT, "", new Reply.Text("Ana here")));
        assertThat(listen("")).isEqualTo("customer: Hi | bot: Hello | bot: What else? | agent: Ana here | 2");
        assertThat(listen("1")).isEqualTo("agent: Ana here | 2");
        assertThat(listen("2")).isEqualTo("2");
    }

    @Test
    void tells_the_rest_of_a_turn_of_which_a_part_was_pushed() {
        shop.turns.add(turn(1, Turn.Speaker.CUSTOMER, "Hi", new Reply.Text("Hello"), new Reply.Text("What else?")));
        assertThat(listen("1.0")).isEqualTo("bot: What else? | 1");
        assertThat(listen("1.1")).isEqualTo("1");
    }

    @Test
    void shows_choices() {
        shop.turns.add(
                turn(1, Turn.Speaker.CUSTOMER, "Hi", new Reply.Choices("Which?", List.of(new Option("a", "A")))));
        var recorded = Recorded.request("web-listen");
        var answer = shop.edge.answer(new WebhookRequest(
                "GET",
                recorded.url(),
                Map.of("Authorization", recorded.header("Authorization").orElseThrow()),
                Map.of(),
                new byte[0]));
        assertThat(json(answer).at("/messages/1/choices/0/title").asText()).isEqualTo("A");
    }

    @Test
    void says_so_when_a_cursor_is_none() {
        var recorded = Recorded.request("web-listen");
        var answer = shop.edge.answer(new WebhookRequest(
                "GET",
                recorded.url(),
                Map.of("Authorization", recorded.header("Authorization").orElseThrow()),
                Map.of("after", "yesterday"),
                new byte[0]));
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void opens_a_socket_for_a_visitor_and_for_nobody_else() {
        assertThat(shop.sockets.on(Recorded.event("socket/connect"))).isEqualTo(200);
        assertThat(shop.opened).containsExactly("web:shop:visitor-1 R1kmxc2VNjMCFIA=");
        assertThat(shop.sockets.on(Recorded.event("socket/connect-stranger"))).isEqualTo(401);
        assertThat(shop.opened).hasSize(1);
    }

    @Test
    void hears_frames_that_show_the_token() {
        assertThat(shop.sockets.on(Recorded.event("socket/message"))).isEqualTo(202);
        assertThat(shop.sockets.on(Recorded.event("socket/message-choice"))).isEqualTo(202);
        assertThat(shop.kept)
                .extracting(mail -> mail.id().value())
                .containsExactly("web:visitor-1/c-3", "web:visitor-1/c-4");
    }

    @Test
    void ignores_frames_that_do_not_and_the_end_of_a_socket() {
        assertThat(shop.sockets.on(Recorded.event("socket/message-stranger"))).isEqualTo(400);
        assertThat(shop.sockets.on(Recorded.event("socket/disconnect"))).isEqualTo(200);
        assertThat(shop.kept).isEmpty();
    }

    @Test
    void hears_nothing_in_an_empty_frame() throws IOException {
        var empty = "{\"requestContext\":{\"eventType\":\"MESSAGE\",\"connectionId\":\"c\"},\"body\":%s}";
        assertThat(shop.sockets.on(Json.read(empty.formatted("null")))).isEqualTo(200);
        assertThat(shop.sockets.on(Json.read(empty.formatted("\"\"")))).isEqualTo(200);
        assertThat(shop.sockets.on(Json.read(empty.formatted("\"AAE=\",\"isBase64Encoded\":true"))))
                .isEqualTo(400);
        assertThat(shop.kept).isEmpty();
    }
}
