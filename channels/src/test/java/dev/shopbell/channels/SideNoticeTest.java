package dev.shopbell.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.MessageId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Read, and somebody is writing": shown where it can be, and never in the way. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SideNoticeTest {

    private static void heard(
            String channel, String account, Function<String, Optional<String>> settings, Transport transport) {
        var name = new ChannelName(channel);
        Channels.of(settings, transport, (conversation, json) -> {}, Clock.systemUTC())
                .named(name)
                .orElseThrow()
                .heard(new ConversationId(name, account, "ANA"), new MessageId(channel + ":wamid.1:2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "messenger | PAGE | http://graph.test/v23.0/me/messages"
                        + " | {\"recipient\":{\"id\":\"ANA\"},\"sender_action\":\"typing_on\"}",
                "whatsapp | 106 | http://graph.test/v23.0/106/messages"
                        + " | {\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"wamid.1:2\","
                        + "\"typing_indicator\":{\"type\":\"text\"}}"
            })
    void is_one_request(String channel, String account, String url, String body) throws Exception {
        var posted = new CompletableFuture<String>();
        heard(channel, account, Settings.all(), (to, headers, bytes) -> {
            posted.complete(to + " " + new String(bytes, StandardCharsets.UTF_8));
            return new Transport.Result.Answered(200, Optional.empty(), "{}");
        });
        assertThat(posted.get(10, TimeUnit.SECONDS)).isEqualTo(url + " " + body);
    }

    @Test
    void keeps_nobody_waiting() throws Exception {
        var release = new CountDownLatch(1);
        var came = new CountDownLatch(1);
        heard("whatsapp", "106", Settings.all(), (to, headers, bytes) -> {
            came.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Transport.Result.NoAnswer("late");
        });
        assertThat(came.await(10, TimeUnit.SECONDS)).isTrue(); // it hangs there, and we are here
        release.countDown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messenger", "whatsapp", "sms", "awssms", "web"})
    void fails_nobody(String channel) {
        assertThatCode(() -> heard(channel, "106", Settings.all(), (to, headers, bytes) -> {
                    throw new IllegalStateException("broken");
                }))
                .doesNotThrowAnyException();
        assertThatCode(() -> heard(channel, "106", Settings.none(), new RecordingTransport()))
                .doesNotThrowAnyException();
    }
}
