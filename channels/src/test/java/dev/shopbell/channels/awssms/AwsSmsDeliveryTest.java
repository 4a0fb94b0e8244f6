package dev.shopbell.channels.awssms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.ChannelEvent;
import dev.shopbell.channels.ChannelEvent.Meaning;
import dev.shopbell.channels.Reading;
import dev.shopbell.channels.Transport;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.DeliveryReport;
import dev.shopbell.conversation.DeliveryStatus;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Remedy;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.conversation.Wish;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AwsSmsDeliveryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ReplyId REPLY =
            new ReplyId(new ConversationId(AwsSmsChannel.NAME, "+15555550100", "+4915155550101"), 3, 0);

    private static List<ChannelEvent> read(String body) {
        return AwsSmsDelivery.read(Transport.utf8(body), NOW) instanceof Reading.Events(var events)
                ? events
                : List.of();
    }

    private static String said(String body) {
        return "{\"originationNumber\":\"+1425\",\"destinationNumber\":\"+1212\",\"messageBody\":" + body
                + ",\"inboundMessageId\":\"in-1\",\"previousPublishedMessageId\":\"out-1\"}";
    }

    private static String event(String type, String more) {
        return "{\"eventType\":\"" + type
                + "\",\"eventTimestamp\":1686975103470,\"messageId\":\"m\",\"context\":{\"reply\":\"" + REPLY + "\"}"
                + more + "}";
    }

    private static Meaning only(String body) {
        return read(body).getFirst().meaning();
    }

    @Test
    void is_mail_at_the_time_it_was_published() {
        var envelope = SnsTopic.notification(said("\"Hi\"")).toString();
        assertThat(only(envelope)).isInstanceOfSatisfying(Meaning.Said.class, said -> {
            assertThat(said.mail().message()).isInstanceOf(InboundMessage.Text.class);
            assertThat(said.mail().sentAt()).isEqualTo(Instant.parse(SnsTopic.PUBLISHED));
            assertThat(said.mail().id().value()).isEqualTo("awssms:in-1");
            assertThat(said.mail().conversation()).hasToString("awssms:+1212:+1425");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", " stop\\n", "Unsubscribe", "ARRET", "opt-out", "td", "StopAll"})
    void is_an_opt_out_that_aws_left_to_us(String word) {
        var event = read(said("\"" + word + "\"")).getFirst();
        assertThat(event.kind()).isEqualTo("opt_out");
        assertThat(event.meaning()).isInstanceOfSatisfying(Meaning.Said.class, said -> assertThat(
                        said.mail().message())
                .isInstanceOfSatisfying(InboundMessage.Consent.class, consent -> {
                    assertThat(consent.wish()).isEqualTo(Wish.STOP);
                    assertThat(consent.answered()).isFalse();
                }));
    }

    @Test
    void is_text_when_a_word_of_opting_out_only_stands_in_it() {
        assertThat(read(said("\"Please stop by\"")).getFirst().kind()).isEqualTo("text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "{}", "\"\\u0000\""})
    void is_an_empty_text_where_there_is_none(String body) {
        assertThat(read(said(body)).getFirst().facts())
                .containsEntry("text", "")
                .containsEntry("kind", "text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello, not json", "[]", "7", "null", "{}", ""})
    void says_nothing_where_somebody_published_by_hand(String message) {
        assertThat(read(SnsTopic.notification(message).toString())).isEmpty();
    }

    @Test
    void is_logged_by_its_key_where_it_is_of_a_kind_yet_to_come() {
        assertThat(read(SnsTopic.notification("{\"pigeon\":{}}").toString())
                        .getFirst()
                        .facts())
                .isEqualTo(Map.of("kind", "unknown", "field", "pigeon"));
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT_QUEUED,false,ACCEPTED,pending",
        "TEXT_PENDING,false,ACCEPTED,pending",
        "TEXT_SENT,false,SENT,sent",
        "TEXT_SUCCESSFUL,false,SENT,sent",
        "TEXT_SUCCESSFUL,true,DELIVERED,delivered",
        "TEXT_DELIVERED,true,DELIVERED,delivered",
        "MEDIA_DELIVERED,true,DELIVERED,delivered",
        "RCS_READ,true,READ,read",
        "TEXT_UNREACHABLE,false,ACCEPTED,pending"
    })
    void tells_how_far_a_reply_has_come(String type, boolean isFinal, DeliveryStatus status, String word) {
        var event = read(event(type, ",\"isFinal\":" + isFinal)).getFirst();
        assertThat(event.kind()).isEqualTo("status." + word);
        assertThat(event.meaning())
                .isEqualTo(new Meaning.Reported(
                        new DeliveryReport(REPLY, status, Instant.ofEpochMilli(1686975103470L), "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INVALID",
                "INVALID_MESSAGE",
                "UNREACHABLE",
                "CARRIER_UNREACHABLE",
                "BLOCKED",
                "CARRIER_BLOCKED",
                "SPAM",
                "UNKNOWN",
                "TTL_EXPIRED",
                "PROTECT_BLOCKED"
            })
    void tells_that_a_reply_failed_and_why(String reason) {
        var event = read(event("TEXT_" + reason, ",\"isFinal\":true,\"messageStatus\":\"" + reason + "\""))
                .getFirst();
        assertThat(event.facts()).containsEntry("kind", "status.failed").containsEntry("reason", reason);
        assertThat(event.meaning())
                .isEqualTo(new Meaning.Reported(
                        new DeliveryReport(REPLY, DeliveryStatus.FAILED, Instant.ofEpochMilli(1686975103470L), reason)
                                .with(reason.endsWith("UNREACHABLE") ? Remedy.SEND_AGAIN : Remedy.NONE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VOICE_COMPLETED", "TEXT_SOMETHING_NEW", "TEXT_", ""})
    void tells_nothing_where_it_is_not_known_what_the_event_means(String type) {
        var event = read(event(type, "")).getFirst();
        assertThat(event.kind()).isEqualTo("status.unknown");
        assertThat(event.meaning()).isEqualTo(Meaning.NOTHING);
    }

    @Test
    void tells_nothing_of_a_message_that_some_other_system_sent() {
        assertThat(only("{\"eventType\":\"TEXT_DELIVERED\",\"context\":{\"reply\":\"theirs\"}}"))
                .isEqualTo(Meaning.NOTHING);
    }

    @Test
    void is_the_same_when_eventbridge_wrapped_it() {
        var bridged = "{\"version\":\"0\",\"detail-type\":\"Text Message Delivery Status Updated\","
                + "\"source\":\"aws.sms-voice\",\"detail\":" + event("TEXT_DELIVERED", "") + "}";
        assertThat(read(SnsTopic.notification(bridged).toString())).isEqualTo(read(event("TEXT_DELIVERED", "")));
    }
}
