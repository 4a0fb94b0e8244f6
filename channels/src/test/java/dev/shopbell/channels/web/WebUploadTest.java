package dev.shopbell.channels.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.ChannelEvent.Meaning;
import dev.shopbell.channels.Media;
import dev.shopbell.channels.Reading;
import dev.shopbell.channels.RecordingDownload;
import dev.shopbell.channels.Settings;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.conversation.Attachment;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.InboundMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WebUploadTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
    private static final ConversationId ANA = new ConversationId(WebChannel.NAME, "shop", "ana");
    private static final ConversationId BOB = new ConversationId(WebChannel.NAME, "shop", "bob");

    private final WebUpload uploads = new WebUpload(Settings.all());
    private final WebChannel web =
            new WebChannel(Settings.all(), (conversation, json) -> {}, Clock.fixed(NOW, ZoneOffset.UTC));
    private final String place = WebUpload.place(ANA);
    private final String id = uploads.id(ANA, place, "image/png", "my|cake.png", NOW.plusSeconds(60))
            .orElseThrow();

    private Reading say(ConversationId who, Instant at, String body) {
        var token = new VisitorToken(Settings.all()).issue(who, NOW).orElseThrow();
        var request = new WebhookRequest(
                "POST",
                "https://shop.example/web/messages",
                Map.of("Authorization", "Bearer " + token),
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8));
        return web.read(request, at);
    }

    private InboundMessage.Unsupported said(String body) {
        return say(ANA, NOW, body) instanceof Reading.Events(var events)
                        && events.getFirst().meaning() instanceof Meaning.Said(var mail)
                        && mail.message() instanceof InboundMessage.Unsupported message
                ? message
                : new InboundMessage.Unsupported(new dev.shopbell.conversation.MessageId("none"), ANA, "nothing", "");
    }

    @Test
    void enters_the_conversation_as_a_file_with_its_place_in_the_bucket() {
        var message = said("{\"attachment\":\"" + id + "\",\"text\":\"Like this\",\"id\":\"c-1\"}");
        assertThat(message.kind()).isEqualTo("image");
        assertThat(message.caption()).isEqualTo("Like this");
        assertThat(message.attachments()).containsExactly(new Attachment("image", "my|cake.png", "image/png", place));
        assertThat(message.id().value()).isEqualTo("web:ana/c-1");
    }

    @Test
    void needs_no_words() {
        assertThat(said("{\"attachment\":\"" + id + "\"}").words()).isEqualTo("[image]");
    }

    @Test
    void is_nobody_elses_to_send() {
        assertThat(say(BOB, NOW, "{\"attachment\":\"" + id + "\"}"))
                .isInstanceOfSatisfying(Reading.Malformed.class, malformed -> assertThat(malformed.why())
                        .contains("/web/uploads"));
    }

    @Test
    void is_too_old_after_its_time() {
        assertThat(say(ANA, NOW.plusSeconds(60), "{\"attachment\":\"" + id + "\"}"))
                .isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "web/0/1", "x.y", "../web"})
    void is_not_made_up(String madeUp) {
        assertThat(say(ANA, NOW, "{\"attachment\":\"" + madeUp + "\",\"text\":\"Hi\"}"))
                .isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void comes_with_no_choice() {
        assertThat(say(ANA, NOW, "{\"attachment\":\"" + id + "\",\"choice\":\"a\"}"))
                .isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void lies_below_a_prefix_of_its_conversation() {
        assertThat(place).matches("web/[0-9a-f]{32}/[0-9a-f-]{36}");
        assertThat(WebUpload.place(ANA)).isNotEqualTo(place).startsWith(place.substring(0, 36));
        assertThat(WebUpload.place(BOB)).doesNotStartWith(place.substring(0, 36));
    }

    @Test
    void is_opened_where_it_lies() {
        var download = RecordingDownload.withPicture();
        assertThat(web.fetch(new Attachment("image", "", "image/png", place), download))
                .isEqualTo(new Media.Kept(place));
        assertThat(download.asked()).isEmpty();
    }
}
