package dev.shopbell.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.ChannelEvent.Meaning;
import dev.shopbell.conversation.ChannelName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A platform's word counts for replies on its own channel and account, and for no others. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportedReplyTest {

    private final Channels channels =
            Channels.of(Settings.all(), new RecordingTransport(), (c, json) -> {}, Clock.systemUTC());

    @ParameterizedTest
    @CsvSource({
        "whatsapp, whatsapp:106:491#1.0, true",
        "whatsapp, whatsapp:107:491#1.0, false",
        "whatsapp, messenger:106:491#1.0, false",
        "whatsapp, whatsapp:106:491#1.-1, false",
        "messenger, messenger:1:2#1.0, true",
        "messenger, messenger:3:2#1.0, false",
        "messenger, whatsapp:1:2#1.0, false",
        "sms, sms:+1999:+1555#1.0, true",
        "sms, sms:+1998:+1555#1.0, false",
        "sms, awssms:+1999:+1555#1.0, false",
        "awssms, awssms:+1999:+1555#1.0, true",
        "awssms, awssms:1999:+1555#1.0, true",
        "awssms, awssms:+1998:+1555#1.0, false",
        "awssms, sms:+1999:+1555#1.0, false"
    })
    void is_one_of_the_channel_and_account_that_report_it(String channel, String reply, boolean counts) {
        var query = channel.equals("sms") ? Map.of("reply", reply) : Map.<String, String>of();
        var request = new WebhookRequest(
                "POST", "https://shop.example/", Map.of(), query, Transport.utf8(report(channel, reply)));
        var reading = channels.named(new ChannelName(channel)).orElseThrow().read(request, Instant.EPOCH);
        var meaning = ((Reading.Events) reading).events().getFirst().meaning();
        assertThat(
                        meaning instanceof Meaning.Reported(var report)
                                ? Optional.of(report.reply().toString())
                                : Optional.empty())
                .isEqualTo(counts ? Optional.of(reply) : Optional.empty());
    }

    private static String report(String channel, String reply) {
        return switch (channel) {
            case "whatsapp" -> """
                {"entry":[{"id":"1","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"106"},"statuses":[\
                {"id":"wamid.1","recipient_id":"491","status":"sent","biz_opaque_callback_data":"%s"}]}}]}]}""".formatted(reply);
            case "messenger" -> """
                {"object":"page","entry":[{"id":"1","messaging":[{"sender":{"id":"1"},"recipient":{"id":"2"},\
                "message":{"is_echo":true,"mid":"m_1","metadata":"%s"}}]}]}""".formatted(reply);
            case "awssms" -> """
                {"eventType":"TEXT_SENT","isFinal":false,"originationPhoneNumber":"+1999","destinationPhoneNumber":"+1555",\
                "messageId":"m","context":{"reply":"%s"}}""".formatted(reply);
            default ->
                "MessageStatus=sent&MessageSid=S&From=" + URLEncoder.encode("+1999", StandardCharsets.UTF_8)
                        + "&To=%2B1555";
        };
    }
}
