package dev.shopbell.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden bodies: one reply, one channel, the exact bytes that go out. They are in {@code golden/}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WrittenReplyTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final Map<String, ConversationId> CONVERSATIONS = Map.of(
            "messenger", conversation("messenger", "PAGE", "ANA"),
            "whatsapp", conversation("whatsapp", "106", "491"),
            "whatsapp-scoped", conversation("whatsapp", "106", "US.1349"),
            "sms", conversation("sms", "+15555550100", "+4915155550101"),
            "sms-whatsapp", conversation("sms", "whatsapp~+15555550100", "whatsapp:+4915155550101"),
            "awssms", conversation("awssms", "+15555550100", "+4915155550101"),
            "telegram", conversation("telegram", "4711", "99"),
            "web", conversation("web", "shop", "ana"));

    private final RecordingTransport transport = new RecordingTransport();

    private final List<String> pushed = new ArrayList<>();

    private final Channels channels = Channels.of(
            Settings.all(), transport, (conversation, json) -> pushed.add(json), Clock.fixed(NOON, ZoneOffset.UTC));

    private static ConversationId conversation(String channel, String account, String person) {
        return new ConversationId(new ChannelName(channel), account, person);
    }

    static Stream<Arguments> written() {
        return CONVERSATIONS.keySet().stream()
                .sorted()
                .flatMap(to -> SampleReplies.ALL.keySet().stream().sorted().map(what -> Arguments.of(to, what)));
    }

    private String send(String to, Reply reply) {
        var id = new ReplyId(CONVERSATIONS.getOrDefault(to, conversation("none", "none", "none")), 7, 0);
        var outcome = channels.named(id.conversation().channel()).orElseThrow().send(id, reply);
        assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class);
        var requests = transport.sent().stream()
                .map(sent -> sent.url() + "\n" + sent.headers().get("Authorization") + "\n" + sent.body() + "\n");
        return Stream.concat(requests, pushed.stream().map(json -> json + "\n")).collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{1} to {0}")
    @MethodSource("written")
    void goes_out_as_written_down(String to, String what) {
        var written = send(to, SampleReplies.named(what));
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

    @ParameterizedTest
    @ValueSource(strings = {"messenger", "whatsapp", "sms", "sms-whatsapp", "awssms", "telegram"})
    void has_no_control_characters_but_line_breaks_and_tabs(String to) {
        var plain = send(to, new Reply.Text("Hello\nAna\tBye\nnow"));
        transport.sent().clear();

        assertThat(send(to, new Reply.Text("Hello\u000BAna\t\u0000\u0007Bye\r\nn\uD83Eow")))
                .isEqualTo(plain);
    }

    @Test
    void keeps_ordinary_text_as_it_is() {
        var text = "Café – 🥐\u200D…\n\tzwei";
        assertThat(Words.outgoing(text)).isSameAs(text);
        assertThat(Words.outgoing("a\fb\u2028c\rd\u0085e")).isEqualTo("a\nb\nc\nd\ne");
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

    @ParameterizedTest
    @ValueSource(strings = {"messenger", "whatsapp", "sms", "awssms", "telegram"})
    void goes_on_after_the_parts_that_are_through(String to) {
        var long3 = new Reply.Text("word ".repeat(2400));
        var whole = send(to, long3);
        var parts = transport.sent().size();
        transport.sent().clear();
        transport.answering(200, "{}").answering(new Transport.Result.NoAnswer("broken"));
        var id = new ReplyId(CONVERSATIONS.getOrDefault(to, conversation("none", "none", "none")), 7, 0);
        var channel = channels.named(id.conversation().channel()).orElseThrow();

        assertThat(channel.send(id, long3)).isEqualTo(new SendOutcome.Unknown("broken", 1));
        transport.answering(429, "{}");
        assertThat(channel.send(id, long3, 1))
                .isInstanceOfSatisfying(SendOutcome.TryAgain.class, later -> assertThat(later.partsSent())
                        .isEqualTo(1));
        transport.sent().clear();
        assertThat(channel.send(id, long3, 1)).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(transport.sent()).hasSize(parts - 1);
        assertThat(whole).endsWith(transport.sent().getLast().body() + "\n");
        transport.sent().clear();
        assertThat(channel.send(id, long3, parts)).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(transport.sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms", "awssms"})
    void is_asked_about_by_its_last_part_alone(String to) {
        send(to, new Reply.Text("word ".repeat(900)));

        assertThat(transport.sent()).hasSizeGreaterThan(1);
        assertThat(transport.sent().getLast().body()).contains("7.0");
        assertThat(transport.sent().subList(0, transport.sent().size() - 1))
                .noneSatisfy(sent -> assertThat(sent.body()).contains("7.0"));
    }

    @Test
    void waits_for_a_token_that_is_missing_and_names_it() {
        var unset = Channels.of(Settings.none(), transport, (conversation, json) -> {}, Clock.systemUTC());
        for (var to : List.of("messenger", "whatsapp", "sms", "awssms", "telegram")) {
            var id = new ReplyId(CONVERSATIONS.getOrDefault(to, conversation("none", "none", "none")), 7, 0);
            assertThat(unset.named(new ChannelName(to)).orElseThrow().send(id, new Reply.Text("Hi")))
                    .isInstanceOfSatisfying(SendOutcome.TryAgain.class, later -> assertThat(later.code())
                            .matches("[A-Z_]+ is not set"));
        }
        assertThat(transport.sent()).isEmpty();
    }
}
