package dev.shopbell.channels.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.Channel;
import dev.shopbell.channels.ChannelContract;
import dev.shopbell.channels.ChannelEvent;
import dev.shopbell.channels.Reading;
import dev.shopbell.channels.RecordingTransport;
import dev.shopbell.channels.Settings;
import dev.shopbell.channels.Transport;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.conversation.Turn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebChannelTest extends ChannelContract {

    private static final ConversationId ANA = new ConversationId(WebChannel.NAME, "shop", "ana");

    private final List<String> pushed = new ArrayList<>();

    @Override
    protected Channel channel(Function<String, Optional<String>> settings, Transport transport) {
        return new WebChannel(settings, (conversation, json) -> pushed.add(json), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Override
    protected WebhookRequest authentic() {
        var token = new VisitorToken(Settings.all()).issue(ANA, NOW).orElseThrow();
        return new WebhookRequest(
                "POST",
                "https://shop.example/web/messages",
                Map.of("Authorization", "Bearer " + token),
                Map.of(),
                "{\"text\":\"Hello\",\"id\":\"c-1\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected String proof() {
        return "Authorization";
    }

    @Override
    protected ConversationId conversation() {
        return ANA;
    }

    @Test
    void lets_a_visitor_in_for_thirty_days_and_no_longer() {
        var tokens = new VisitorToken(Settings.all());
        var token = tokens.issue(ANA, NOW).orElseThrow();
        assertThat(tokens.verify(token, NOW.plus(Duration.ofDays(30)).minusSeconds(1)))
                .contains(new Visitor(ANA, ""));
        assertThat(tokens.verify(token, NOW.plus(Duration.ofDays(30)))).isEmpty();
    }

    @Test
    void knows_tokens_of_the_secret_before_the_newest() {
        var before =
                new VisitorToken(name -> Optional.of("old")).issue(ANA, NOW).orElseThrow();
        assertThat(new VisitorToken(name -> Optional.of("new, old")).verify(before, NOW))
                .isPresent();
        assertThat(new VisitorToken(name -> Optional.of("new")).verify(before, NOW))
                .isEmpty();
        var after = new VisitorToken(name -> Optional.of("new, old"))
                .issue(ANA, NOW)
                .orElseThrow();
        assertThat(new VisitorToken(name -> Optional.of("new")).verify(after, NOW))
                .isPresent();
    }

    @Test
    void hears_a_customer_under_the_name_that_the_shop_signed() {
        var named = new Visitor(new ConversationId(WebChannel.NAME, "shop", "customer-7"), "Zoë | the baker");
        var token = new VisitorToken(Settings.all()).issue(named, NOW).orElseThrow();
        assertThat(new VisitorToken(Settings.all()).verify(token, NOW)).contains(named);
        var request = new WebhookRequest(
                "POST",
                "/web/messages",
                Map.of("Authorization", "Bearer " + token),
                Map.of(),
                "{\"text\":\"Hello\"}".getBytes(StandardCharsets.UTF_8));
        var reading = channel(Settings.all(), new RecordingTransport()).read(request, NOW);
        assertThat(reading).isInstanceOfSatisfying(Reading.Events.class, events -> assertThat(
                        events.events().getFirst().meaning())
                .isInstanceOfSatisfying(
                        ChannelEvent.Meaning.Said.class,
                        said -> assertThat(said.mail().profileName()).isEqualTo("Zoë | the baker")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\":\"\"}",
                "{\"text\":\"  \"}",
                "{\"text\":7,\"choice\":\"a\"}",
                "{\"text\":{\"a\":1}}",
                "[]",
                "\"text\"",
                "{\"text\":\"a\",\"id\":\"no spaces\"}"
            })
    void says_what_is_wrong_with_a_message(String body) {
        var reading = channel(Settings.all(), new RecordingTransport())
                .read(with(Map.of(), body.getBytes(StandardCharsets.UTF_8)), NOW);
        assertThat(reading).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void refuses_a_message_that_is_too_long() {
        var body = "{\"text\":\"" + "x".repeat(WebChannel.LONGEST_TEXT + 1) + "\"}";
        var reading = channel(Settings.all(), new RecordingTransport())
                .read(with(Map.of(), body.getBytes(StandardCharsets.UTF_8)), NOW);
        assertThat(reading).isInstanceOfSatisfying(Reading.Malformed.class, malformed -> assertThat(malformed.why())
                .contains("4000"));
    }

    @Test
    void pushes_a_reply_with_its_choices_and_the_cursor_after_it() {
        channel(Settings.all(), new RecordingTransport())
                .sendAs(
                        Turn.Speaker.AGENT,
                        new ReplyId(ANA, 12, 1),
                        new Reply.Choices("Well?", List.of(new Option("yes", "Yes"))));
        assertThat(pushed)
                .containsExactly("{\"messages\":[{\"id\":\"web:shop:ana#12.1\",\"from\":\"agent\",\"text\":\"Well?\","
                        + "\"choices\":[{\"value\":\"yes\",\"title\":\"Yes\"}],\"at\":\"2026-11-22T12:00:00Z\"}],"
                        + "\"cursor\":\"12.1\"}");
    }

    @Test
    void reads_back_its_cursors() {
        assertThat(WebCursor.parse("12.1")).contains(new WebCursor(12, 1));
        assertThat(WebCursor.parse("12")).contains(new WebCursor(12, WebCursor.WHOLE));
        assertThat(WebCursor.parse("")).contains(WebCursor.START);
        assertThat(WebCursor.parse("-1")).isEmpty();
        assertThat(new WebCursor(12, WebCursor.WHOLE)).hasToString("12");
    }
}
