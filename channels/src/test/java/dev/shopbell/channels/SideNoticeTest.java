package dev.shopbell.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.MessageId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
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
                "whatsapp | 106 | http://graph.test/v23.0/106/messages"
                        + " | {\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"wamid.1:2\","
                        + "\"typing_indicator\":{\"type\":\"text\"}}",
                "telegram | 110 | http://telegram.test/bot4711:dummy-bot-token/sendChatAction"
                        + " | {\"chat_id\":\"ANA\",\"action\":\"typing\"}"
            })
    void is_one_request(String channel, String account, String url, String body) throws Exception {
        assertThat(posted(channel, account, 1)).containsExactly(url + " " + body);
    }

    @Test
    void is_two_requests_on_messenger_which_tells_reading_from_writing() throws Exception {
        var seen = "http://graph.test/v23.0/me/messages {\"recipient\":{\"id\":\"ANA\"},\"sender_action\":\"%s\"}";
        assertThat(posted("messenger", "PAGE", 2))
                .containsExactlyInAnyOrder(seen.formatted("mark_seen"), seen.formatted("typing_on"));
    }

    private static List<String> posted(String channel, String account, int requests) throws InterruptedException {
        var posted = new LinkedBlockingQueue<String>();
        heard(channel, account, Settings.all(), (to, headers, bytes) -> {
            posted.add(to + " " + new String(bytes, StandardCharsets.UTF_8));
            return new Transport.Result.Answered(200, Optional.empty(), "{}");
        });
        var all = new ArrayList<String>();
        for (var i = 0; i < requests; i++) {
            all.add(String.valueOf(posted.poll(10, TimeUnit.SECONDS)));
        }
        all.addAll(posted);
        return all;
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
    @ValueSource(strings = {"messenger", "whatsapp", "telegram", "sms", "awssms", "web"})
    void fails_nobody(String channel) {
        assertThatCode(() -> heard(channel, "106", Settings.all(), (to, headers, bytes) -> {
                    throw new IllegalStateException("broken");
                }))
                .doesNotThrowAnyException();
        assertThatCode(() -> heard(channel, "106", Settings.none(), new RecordingTransport()))
                .doesNotThrowAnyException();
    }
}
