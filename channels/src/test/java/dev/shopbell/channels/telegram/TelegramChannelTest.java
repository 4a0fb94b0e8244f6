package dev.shopbell.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.Channel;
import dev.shopbell.channels.ChannelContract;
import dev.shopbell.channels.ChannelEvent;
import dev.shopbell.channels.ChannelEvent.Meaning;
import dev.shopbell.channels.Reading;
import dev.shopbell.channels.RecordingTransport;
import dev.shopbell.channels.SendOutcome;
import dev.shopbell.channels.Settings;
import dev.shopbell.channels.Transport;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.conversation.Wish;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramChannelTest extends ChannelContract {

    /** Shapes after core.telegram.org/bots/api, values of our own. */
    private static final String TEXT = message("\"text\":\"Hello\"");

    @Override
    protected Channel channel(Function<String, Optional<String>> settings, Transport transport) {
        return new TelegramChannel(settings, transport);
    }

    @Override
    protected WebhookRequest authentic() {
        return delivery(TEXT);
    }

    @Override
    protected String proof() {
        return "X-Telegram-Bot-Api-Secret-Token";
    }

    @Override
    protected ConversationId conversation() {
        return new ConversationId(new ChannelName("telegram"), "4711", "99");
    }

    private static String message(String content) {
        return "{\"update_id\":5,\"message\":{\"message_id\":12,\"date\":1764000000,\"chat\":{\"id\":99,\"type\":\"private\"},"
                + "\"from\":{\"id\":99,\"first_name\":\"Ana\",\"language_code\":\"es-ES\"}," + content + "}}";
    }

    private static WebhookRequest delivery(String body) {
        return new WebhookRequest(
                "POST",
                "https://shop.example/webhooks/telegram",
                Map.of("X-Telegram-Bot-Api-Secret-Token", "dummy-webhook-secret"),
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private ChannelEvent event(String body) {
        var reading = channel(Settings.all(), new RecordingTransport()).read(delivery(body), NOW);
        return ((Reading.Events) reading).events().getFirst();
    }

    private InboundMessage heard(String body) {
        return ((Meaning.Said) event(body).meaning()).mail().message();
    }

    @Test
    void hears_words_in_a_private_chat() {
        var said = ((Meaning.Said) event(TEXT).meaning()).mail();
        assertThat(said.message()).isEqualTo(new InboundMessage.Text(said.id(), conversation(), "Hello"));
        assertThat(said.id().value()).isEqualTo("telegram:99-12");
        assertThat(said.profileName()).isEqualTo("Ana");
        assertThat(said.sentAt().getEpochSecond()).isEqualTo(1764000000);
    }

    @Test
    void hears_nothing_in_a_group() {
        assertThat(event(TEXT.replace("private", "supergroup")).meaning()).isEqualTo(Meaning.NOTHING);
    }

    @Test
    void hears_a_pressed_button_as_a_choice() {
        var body = "{\"update_id\":6,\"callback_query\":{\"id\":\"77\",\"from\":{\"id\":99},\"data\":\"intent:prices\","
                + "\"message\":{\"message_id\":12,\"chat\":{\"id\":99,\"type\":\"private\"}}}}";
        assertThat(heard(body)).isInstanceOfSatisfying(InboundMessage.Choice.class, choice -> {
            assertThat(choice.value()).isEqualTo("intent:prices");
            assertThat(choice.conversation()).isEqualTo(conversation());
        });
    }

    @ParameterizedTest
    @CsvSource({"/start,Hola", "/start ref7,Hola", "/opening_hours,opening hours", "/help@bluebell_bot,help"})
    void takes_commands_for_words(String command, String words) {
        assertThat(heard(message("\"text\":\"" + command + "\"")).words()).isEqualTo(words);
    }

    @Test
    void hears_that_somebody_wants_no_messages() {
        assertThat(heard(message("\"text\":\"/stop\"")))
                .isInstanceOfSatisfying(InboundMessage.Consent.class, consent -> assertThat(consent.wish())
                        .isEqualTo(Wish.STOP));
    }

    @ParameterizedTest
    @CsvSource({"photo,image", "voice,voice", "document,document", "sticker,sticker", "poll,unsupported"})
    void keeps_what_it_cannot_read(String field, String kind) {
        assertThat(heard(message("\"" + field + "\":{}")))
                .isInstanceOfSatisfying(InboundMessage.Unsupported.class, other -> assertThat(other.kind())
                        .isEqualTo(kind));
    }

    @Test
    void answers_neither_an_edit_nor_a_block_nor_news_yet_to_come() {
        assertThat(event(TEXT.replace("\"message\":{", "\"edited_message\":{")).kind())
                .isEqualTo("edit");
        assertThat(event(
                                "{\"update_id\":1,\"my_chat_member\":{\"chat\":{\"id\":99},\"new_chat_member\":{\"status\":\"kicked\"}}}")
                        .kind())
                .isEqualTo("opt_out");
        var news = event("{\"update_id\":1,\"business_message\":{}}");
        assertThat(news.kind()).isEqualTo("unknown");
        assertThat(news.facts()).containsEntry("field", "business_message");
        assertThat(news.meaning()).isEqualTo(new Meaning.Unknown("business_message"));
    }

    @Test
    void numbers_what_is_too_long_for_a_button() {
        var transport = new RecordingTransport();
        var reply = new Reply.Choices("Which?", List.of(new Option("v".repeat(65), "One"), new Option("w", "Two")));
        channel(Settings.all(), transport).send(new ReplyId(conversation(), 7, 0), reply);
        assertThat(transport.sent().getFirst().body()).contains("1. One").doesNotContain("inline_keyboard");
    }

    @Test
    void waits_as_long_as_it_is_told_to() {
        var transport = new RecordingTransport().answering(429, "{\"ok\":false,\"parameters\":{\"retry_after\":31}}");
        assertThat(channel(Settings.all(), transport).send(new ReplyId(conversation(), 7, 0), new Reply.Text("Hi")))
                .isInstanceOfSatisfying(SendOutcome.TryAgain.class, later -> assertThat(later.after())
                        .isEqualTo(Duration.ofSeconds(31)));
    }

    @Test
    void gives_up_on_somebody_who_blocked_the_bot() {
        var transport = new RecordingTransport()
                .answering(403, "{\"ok\":false,\"description\":\"Forbidden: bot was blocked by the user\"}");
        assertThat(channel(Settings.all(), transport).send(new ReplyId(conversation(), 7, 0), new Reply.Text("Hi")))
                .isInstanceOf(SendOutcome.GiveUp.class);
    }
}
