package dev.shopbell.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of what a provider's answer means. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SendOutcomeTest {

    private final RecordingTransport transport = new RecordingTransport();

    private SendOutcome send(String channel) {
        var channels = Channels.of(Settings.all(), transport, (conversation, json) -> {}, Clock.systemUTC());
        var name = new ChannelName(channel);
        var id = new ReplyId(new ConversationId(name, "1", "2"), 1, 0);
        return channels.named(name).orElseThrow().send(id, new Reply.Text("Hello"));
    }

    private static String graphError(int code) {
        return "{\"error\":{\"message\":\"(#" + code + ") no\",\"code\":" + code + ",\"error_subcode\":2018278}}";
    }

    @Test
    void names_the_message_that_was_accepted() {
        transport.answering(200, "{\"recipient_id\":\"2\",\"message_id\":\"m_1\"}");
        assertThat(send("messenger")).isEqualTo(new SendOutcome.Accepted("m_1"));
        transport.answering(200, "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid.1\"}]}");
        assertThat(send("whatsapp")).isEqualTo(new SendOutcome.Accepted("wamid.1"));
        transport.answering(201, "{\"sid\":\"SM1\",\"status\":\"queued\"}");
        assertThat(send("sms")).isEqualTo(new SendOutcome.Accepted("SM1"));
        transport.answering(200, "{\"MessageId\":\"8d1a\"}");
        assertThat(send("awssms")).isEqualTo(new SendOutcome.Accepted("8d1a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messenger", "whatsapp", "sms", "awssms"})
    void believes_a_success_that_it_cannot_read(String channel) {
        transport.answering(200, "<html>");
        assertThat(send(channel)).isEqualTo(new SendOutcome.Accepted(""));
    }

    @ParameterizedTest
    @CsvSource({
        "429,4",
        "401,190",
        "400,4",
        "400,80007",
        "429,130429",
        "400,131056",
        "400,613",
        "500,131000",
        "500,2",
        "400,1200",
        "503,131016",
        "401,0",
        "403,131005",
        "400,131042"
    })
    void is_tried_again_when_meta_says_later(int status, int code) {
        transport.answering(status, graphError(code));
        assertThat(send("whatsapp"))
                .isInstanceOfSatisfying(SendOutcome.TryAgain.class, later -> assertThat(later.code())
                        .isEqualTo(Integer.toString(code)));
    }

    @ParameterizedTest
    @CsvSource({"400,131026", "400,100", "400,551", "400,131051", "404,33"})
    void is_given_up_when_meta_says_never(int status, int code) {
        transport.answering(status, graphError(code));
        assertThat(send("messenger")).isInstanceOfSatisfying(SendOutcome.GiveUp.class, gone -> {
            assertThat(gone.code()).isEqualTo(Integer.toString(code));
            assertThat(gone.reason()).contains("2018278");
        });
    }

    @ParameterizedTest
    @CsvSource({"whatsapp,400,131047,0", "messenger,400,10,2018278", "messenger,403,10,2018278"})
    void is_shut_out_when_meta_says_that_the_window_is_closed(String channel, int status, int code, int subcode) {
        transport.answering(status, "{\"error\":{\"code\":%d,\"error_subcode\":%d}}".formatted(code, subcode));
        assertThat(send(channel)).isEqualTo(new SendOutcome.WindowClosed(Integer.toString(code)));
    }

    @Test
    void is_given_up_when_meta_misses_a_permission() {
        transport.answering(403, "{\"error\":{\"code\":10,\"error_subcode\":2018028}}");
        assertThat(send("messenger")).isInstanceOf(SendOutcome.GiveUp.class);
    }

    @Test
    void is_shut_out_when_twilio_says_that_the_window_behind_it_is_closed() {
        transport.answering(400, "{\"code\":63016,\"message\":\"closed\",\"status\":400}");
        assertThat(send("sms")).isEqualTo(new SendOutcome.WindowClosed("63016"));
    }

    @Test
    void is_tried_again_when_meta_calls_the_error_transient() {
        transport.answering(400, "{\"error\":{\"code\":999,\"is_transient\":true}}");
        assertThat(send("messenger")).isInstanceOf(SendOutcome.TryAgain.class);
    }

    @ParameterizedTest
    @CsvSource({"429,20429", "401,20003", "400,14107", "400,21611", "503,20503", "500,20500", "400,63018"})
    void is_tried_again_when_twilio_says_later(int status, int code) {
        transport.answering(status, "{\"code\":" + code + ",\"message\":\"later\",\"status\":" + status + "}");
        assertThat(send("sms")).isInstanceOf(SendOutcome.TryAgain.class);
    }

    @ParameterizedTest
    @CsvSource({"400,21610", "400,21211", "400,21408", "400,21614"})
    void is_given_up_when_twilio_says_never(int status, int code) {
        transport.answering(status, "{\"code\":" + code + ",\"message\":\"never\",\"status\":" + status + "}");
        assertThat(send("sms")).isEqualTo(new SendOutcome.GiveUp(Integer.toString(code), "never"));
    }

    private static String awsError(String type, String reason) {
        return "{\"__type\":\"" + type + "\",\"Message\":\"no\",\"Reason\":\"" + reason + "\"}";
    }

    @ParameterizedTest
    @CsvSource({
        "400,ThrottlingException,4",
        "500,com.amazonaws.pinpointsmsvoicev2#InternalServerException,2",
        "402,ServiceQuotaExceededException,60",
        "400,AccessDeniedException,60",
        "403,UnrecognizedClientException:http://internal.amazon.com/,60",
        "400,ExpiredTokenException,60"
    })
    void is_tried_again_when_aws_says_later_or_the_owner_can_mend_it(int status, String type, int seconds) {
        transport.answering(status, awsError(type, ""));
        assertThat(send("awssms")).isInstanceOfSatisfying(SendOutcome.TryAgain.class, later -> {
            assertThat(later.after()).isEqualTo(Duration.ofSeconds(seconds));
            assertThat(type).contains(later.code());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "400,ConflictException,DESTINATION_PHONE_NUMBER_OPTED_OUT",
        "400,com.amazonaws.pinpointsmsvoicev2#ConflictException,DESTINATION_PHONE_NUMBER_NOT_VERIFIED",
        "400,ValidationException,INVALID_PARAMETER",
        "400,ResourceNotFoundException,''",
        "400,SomethingNewException,''"
    })
    void is_given_up_when_aws_says_never(int status, String type, String reason) {
        transport.answering(status, awsError(type, reason));
        assertThat(send("awssms"))
                .isEqualTo(new SendOutcome.GiveUp(
                        reason.isEmpty() ? type.substring(type.indexOf('#') + 1) : reason, "no"));
    }

    @ParameterizedTest
    @CsvSource({"messenger,500", "whatsapp,502", "sms,503", "sms,429", "messenger,408", "awssms,503", "awssms,429"})
    void is_tried_again_when_only_a_gateway_answers(String channel, int status) {
        transport.answering(status, "<html>Bad gateway</html>");
        assertThat(send(channel)).isInstanceOfSatisfying(SendOutcome.TryAgain.class, later -> assertThat(later.code())
                .isEqualTo("http." + status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messenger", "whatsapp", "sms", "awssms"})
    void waits_as_long_as_it_is_told_to(String channel) {
        transport.answering(new Transport.Result.Answered(429, Optional.of("37"), "{}"));
        assertThat(send(channel)).isEqualTo(new SendOutcome.TryAgain(Duration.ofSeconds(37), "http.429"));
    }

    @Test
    void does_not_wait_for_ever_nor_for_what_it_cannot_read() {
        assertThat(RetryAfter.of(Optional.of("999999"), Duration.ofSeconds(2))).isEqualTo(Duration.ofMinutes(15));
        assertThat(RetryAfter.of(Optional.of("Sun, 22 Nov 2026 12:00:00 GMT"), Duration.ofSeconds(2)))
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(RetryAfter.of(Optional.of("-5"), Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messenger", "whatsapp", "sms", "awssms"})
    void is_tried_again_when_the_provider_was_not_reached(String channel) {
        transport.answering(new Transport.Result.NotReached("refused"));
        assertThat(send(channel)).isInstanceOf(SendOutcome.TryAgain.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"messenger", "whatsapp", "sms", "awssms"})
    void is_unknown_when_the_connection_broke_after_the_request_left(String channel) {
        transport.answering(new Transport.Result.NoAnswer("broken"));
        assertThat(send(channel)).isEqualTo(new SendOutcome.Unknown("broken"));
    }
}
