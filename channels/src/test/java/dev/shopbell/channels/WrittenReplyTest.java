package dev.shopbell.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden bodies: one reply, one channel, the exact bytes that go out. They are in {@code golden/}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WrittenReplyTest {

    private static final Map<String, ConversationId> CONVERSATIONS = Map.of(
            "messenger", conversation("messenger", "PAGE", "ANA"),
            "whatsapp", conversation("whatsapp", "106", "491"),
            "whatsapp-scoped", conversation("whatsapp", "106", "US.1349"),
            "sms", conversation("sms", "+15555550100", "+4915155550101"),
            "awssms", conversation("awssms", "+15555550100", "+4915155550101"));

    private static final Map<String, Reply> REPLIES = Map.of(
            "text", new Reply.Text("We open at 7:00 – even on Sunday 🥐"),
            "three-choices", choices("Which one?", 3, "Choice "),
            "ten-choices", choices("Which one?", 10, "Choice "),
            "thirteen-choices", choices("Which one?", 13, "Choice "),
            "long-titles", choices("Which one?", 2, "A title that is far too long for any button "));

    private final RecordingTransport transport = new RecordingTransport();

    private final Channels channels =
            Channels.of(Settings.all(), transport, (conversation, json) -> {}, Clock.systemUTC());

    private static ConversationId conversation(String channel, String account, String person) {
        return new ConversationId(new ChannelName(channel), account, person);
    }

    private static Reply choices(String text, int count, String title) {
        return new Reply.Choices(
                text,
                IntStream.rangeClosed(1, count)
                        .mapToObj(n -> new Option("value-" + n, title + n))
                        .toList());
    }

    static Stream<Arguments> written() {
        return CONVERSATIONS.keySet().stream()
                .sorted()
                .flatMap(to -> REPLIES.keySet().stream().sorted().map(what -> Arguments.of(to, what)));
    }

    private String send(String to, Reply reply) {
        var id = new ReplyId(CONVERSATIONS.getOrDefault(to, conversation("none", "none", "none")), 7, 0);
        var outcome = channels.named(id.conversation().channel()).orElseThrow().send(id, reply);
        assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class);
        var sent = transport.sent().getLast();
        return sent.url() + "\n" + sent.headers().get("Authorization") + "\n" + sent.body() + "\n";
    }

    @ParameterizedTest(name = "{1} to {0}")
    @MethodSource("written")
    void goes_out_as_written_down(String to, String what) {
        var written = send(to, REPLIES.getOrDefault(what, new Reply.Text("none")));
        assertThat(written).isEqualTo(Golden.of(to + "/" + what, written));
    }

    @Test
    void is_split_where_it_is_too_long_and_marked_once() {
        send("messenger", new Reply.Text("word ".repeat(900)));
        assertThat(transport.sent()).hasSize(3);
        assertThat(transport.sent().getLast().body()).contains("metadata");
        assertThat(transport.sent().getFirst().body()).doesNotContain("metadata");
        assertThat(transport.sent()).allSatisfy(sent -> assertThat(Fields.object(sent.body())
                        .orElseThrow()
                        .path("message")
                        .path("text")
                        .asText())
                .hasSizeLessThanOrEqualTo(2000));
    }

    @Test
    void never_cuts_a_character_in_two() {
        for (var part : Words.split("🥐".repeat(1500), 2000 - 1)) {
            assertThat(part.codePoints().allMatch(c -> c == 0x1F950)).isTrue();
        }
    }

    @Test
    void stops_at_the_first_part_that_does_not_go_out() {
        transport.answering(500, "{}");
        var id = new ReplyId(conversation("messenger", "PAGE", "ANA"), 7, 0);
        var outcome =
                channels.named(id.conversation().channel()).orElseThrow().send(id, new Reply.Text("word ".repeat(900)));
        assertThat(outcome).isInstanceOf(SendOutcome.TryAgain.class);
        assertThat(transport.sent()).hasSize(1);
    }

    @Test
    void is_given_up_with_the_mend_where_a_token_is_missing() {
        var unset = Channels.of(Settings.none(), transport, (conversation, json) -> {}, Clock.systemUTC());
        for (var to : List.of("messenger", "whatsapp", "sms", "awssms")) {
            var id = new ReplyId(CONVERSATIONS.getOrDefault(to, conversation("none", "none", "none")), 7, 0);
            assertThat(unset.named(new ChannelName(to)).orElseThrow().send(id, new Reply.Text("Hi")))
                    .isInstanceOfSatisfying(SendOutcome.GiveUp.class, gone -> {
                        assertThat(gone.code()).isEqualTo("settings");
                        assertThat(gone.reason()).contains("is not set");
                    });
        }
        assertThat(transport.sent()).isEmpty();
    }
}
