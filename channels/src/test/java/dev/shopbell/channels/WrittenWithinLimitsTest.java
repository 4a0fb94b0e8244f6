package dev.shopbell.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.Button;
import dev.shopbell.conversation.Card;
import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Link;
import dev.shopbell.conversation.MediaKind;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.conversation.TemplateFields;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a bot wants to say, the platform takes it, and everything that can be chosen still can. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WrittenWithinLimitsTest {

    private static final int REPLIES = 2_000;

    private static final List<MediaKind> KINDS =
            List.of(MediaKind.IMAGE, MediaKind.VIDEO, MediaKind.AUDIO, MediaKind.FILE);

    private final Random random = new Random(11);

    @ParameterizedTest
    @ValueSource(strings = {"messenger", "whatsapp", "sms", "awssms"})
    void is_taken_by_the_platform(String to) {
        var name = new ChannelName(to);
        var id = new ReplyId(new ConversationId(name, "106", "491"), 3, 0);
        for (int round = 0; round < REPLIES; round++) {
            var transport = new RecordingTransport();
            var channels = Channels.of(Settings.all(), transport, (conversation, json) -> {}, Clock.systemUTC());
            var reply = reply();
            assertThat(channels.named(name).orElseThrow().send(id, reply)).isInstanceOf(SendOutcome.Accepted.class);
            var all = new StringBuilder();
            transport.sent().forEach(sent -> {
                all.append(sent.body());
                Fields.object(sent.body()).ifPresent(this::check);
            });
            if (to.equals("messenger") || to.equals("whatsapp")) {
                assertThat(all).contains("3.0");
                // Pressed or typed: the value is in a button, or its number in the words.
                for (int at = 0; at < reply.choices().size(); at++) {
                    assertThat(all.toString())
                            .containsAnyOf(
                                    "\"" + reply.choices().get(at).value() + "\"",
                                    "\\n" + (at + 1) + ". ",
                                    "\"" + (at + 1) + ". ");
                }
            }
        }
    }

    private Reply reply() {
        var text = words(random.nextInt(8) == 0 ? 9_000 : 900);
        return switch (random.nextInt(8)) {
            case 0 -> new Reply.Text(text);
            case 1, 2 ->
                new Reply.Choices(
                        text,
                        IntStream.range(0, 1 + random.nextInt(15))
                                .mapToObj(this::option)
                                .toList());
            case 3 ->
                new Reply.Cards(
                        text,
                        IntStream.range(0, 1 + random.nextInt(10))
                                .mapToObj(this::card)
                                .toList());
            case 4 -> new Reply.Media(text, KINDS.get(random.nextInt(4)), "https://shop.example/x.bin", words(20));
            case 5 -> new Reply.Place(text, random.nextDouble() * 90, -3, words(120), words(120));
            case 6 -> new Reply.Template(text, "order_ready", "en", fields());
            default ->
                new Reply.Form(
                        text,
                        random.nextBoolean() ? "" : "12",
                        words(25),
                        random.nextBoolean() ? "" : "https://shop.example/form");
        };
    }

    private TemplateFields fields() {
        var buttons = new ArrayList<TemplateFields.Press>();
        for (int at = random.nextInt(4); at > 0; at--) {
            buttons.add(
                    switch (random.nextInt(3)) {
                        case 0 -> new TemplateFields.Answer(option(at));
                        case 1 -> new TemplateFields.Page(words(20), "https://shop.example/", words(9));
                        default -> new TemplateFields.Call(words(20), "+34600123456");
                    });
        }
        return new TemplateFields(
                random.nextBoolean() ? new TemplateFields.NoHeader() : new TemplateFields.Words("", words(60)),
                List.of(new TemplateFields.Words("", words(90)), new TemplateFields.Moment("", words(20))),
                buttons);
    }

    private Option option(int at) {
        return new Option(
                "value-" + at + "-" + random.nextInt(1000) + "!", words(random.nextInt(6) == 0 ? 90 : 22) + at);
    }

    private Card card(int at) {
        var buttons = new ArrayList<Button>();
        for (int i = random.nextInt(5) - 1; i > 0; i--) {
            buttons.add(
                    random.nextBoolean() ? option(at * 10 + i) : new Link(words(22), "https://shop.example/" + at + i));
        }
        return new Card(
                words(90),
                random.nextBoolean() ? "" : words(90),
                random.nextBoolean() ? "" : "https://shop.example/x.jpg",
                buttons);
    }

    private String words(int most) {
        var words = new StringBuilder("W");
        for (int i = random.nextInt(most); i > 0; i--) {
            words.append("abc .🥐\n".charAt(random.nextInt(5)));
        }
        return words.toString().strip();
    }

    private void check(JsonNode body) {
        var message = body.path("message");
        atMost(2000, message.path("text"));
        atMost(13, message.path("quick_replies"));
        message.path("quick_replies").forEach(reply -> atMost(20, reply.path("title")));
        var payload = message.path("attachment").path("payload");
        if (payload.path("template_type").asText().equals("button")) {
            atMost(640, payload.path("text"));
        }
        atMost(10, payload.path("elements"));
        for (var element : payload.path("elements")) {
            assertThat(element.size()).isGreaterThan(1);
            atMost(80, element.path("title"));
            atMost(80, element.path("subtitle"));
            atMost(3, element.path("buttons"));
            element.path("buttons").forEach(button -> atMost(20, button.path("title")));
        }
        for (var kind : List.of("image", "video", "document")) {
            atMost(1024, body.path(kind).path("caption"));
        }
        atMost(4096, body.path("text").path("body"));
        for (var template : List.of(body.path("template"), message.path("template"))) {
            for (var component : template.path("components")) {
                component.path("parameters").forEach(WrittenWithinLimitsTest::oneLine);
            }
        }
        interactive(body.path("interactive"));
    }

    private void interactive(JsonNode interactive) {
        var action = interactive.path("action");
        if (!interactive.isMissingNode()) {
            var words = interactive.path("body").path("text");
            assertThat(words.asText()).isNotBlank();
            atMost(interactive.path("type").asText().equals("list") ? 4096 : 1024, words);
        }
        atMost(3, action.path("buttons"));
        action.path("buttons").forEach(button -> atMost(20, button.path("reply").path("title")));
        atMost(20, action.path("parameters").path("display_text"));
        atMost(20, action.path("parameters").path("flow_cta"));
        atMost(20, action.path("button"));
        for (var row : action.path("sections").path(0).path("rows")) {
            atMost(24, row.path("title"));
            atMost(72, row.path("description"));
        }
        atMost(10, action.path("sections").path(0).path("rows"));
        if (action.has("cards")) {
            assertThat(action.path("cards").size()).isBetween(2, 10);
            for (var card : action.path("cards")) {
                atMost(160, card.path("body").path("text"));
                assertThat(card.path("header").path("image").path("link").asText())
                        .isNotBlank();
                card.path("action")
                        .path("buttons")
                        .forEach(button -> atMost(20, button.path("quick_reply").path("title")));
            }
        }
    }

    /** Platforms refuse a template's words that are on several lines, or none. */
    private static void oneLine(JsonNode parameter) {
        if (parameter.path("type").asText().equals("text")) {
            assertThat(parameter.path("text").asText()).isNotBlank().doesNotContain("\n", "\t", "     ");
        }
    }

    private static void atMost(int most, JsonNode node) {
        var size = node.isTextual() ? node.asText().length() : node.size();
        assertThat(size).isLessThanOrEqualTo(most);
    }
}
