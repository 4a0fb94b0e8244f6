package dev.shopbell.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What every channel promises; refusals first. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class ChannelContract {

    protected static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /** The channel under these settings, sending over this transport. */
    protected abstract Channel channel(Function<String, Optional<String>> settings, Transport transport);

    /** A request that is authentic under {@link Settings#all()}. */
    protected abstract WebhookRequest authentic();

    /** The header that carries the proof, or says that the body does. */
    protected abstract String proof();

    /** A conversation of the channel. */
    protected abstract ConversationId conversation();

    private Channel configured() {
        return channel(Settings.all(), new RecordingTransport());
    }

    /** The proof that {@link #authentic()} carries. */
    protected String given() {
        return authentic().header(proof()).orElseThrow();
    }

    /** The same without any proof. */
    protected WebhookRequest unproven() {
        return with(Map.of(), authentic().body());
    }

    /** The same with another proof. */
    protected WebhookRequest proving(String value) {
        return with(Map.of(proof(), value), authentic().body());
    }

    protected final WebhookRequest with(Map<String, String> headers, byte[] body) {
        var all = new HashMap<String, String>();
        authentic().header("Content-Type").ifPresent(type -> all.put("Content-Type", type));
        all.putAll(headers);
        return new WebhookRequest(authentic().method(), authentic().url(), all, Map.of(), body);
    }

    @Test
    void refuses_what_shows_no_proof() {
        assertThat(configured().isAuthentic(unproven())).isFalse();
    }

    @Test
    void refuses_an_empty_proof() {
        assertThat(configured().isAuthentic(proving(""))).isFalse();
    }

    @Test
    void refuses_a_truncated_proof() {
        assertThat(configured().isAuthentic(proving(given().substring(0, given().length() - 2))))
                .isFalse();
    }

    @Test
    void refuses_a_wrong_proof() {
        var last = given().charAt(given().length() - 2);
        var wrong = given().substring(0, given().length() - 2)
                + (last == 'a' ? 'b' : 'a')
                + given().charAt(given().length() - 1);
        assertThat(configured().isAuthentic(proving(wrong))).isFalse();
    }

    @Test
    void refuses_a_proof_with_something_behind_it() {
        assertThat(configured().isAuthentic(proving(given() + "00"))).isFalse();
    }

    @Test
    void refuses_everything_without_a_secret() {
        assertThat(channel(Settings.none(), new RecordingTransport()).isAuthentic(authentic()))
                .isFalse();
    }

    @Test
    void refuses_everything_while_the_secret_is_empty() {
        Function<String, Optional<String>> empty = name -> Optional.of("");
        assertThat(channel(empty, new RecordingTransport()).isAuthentic(authentic()))
                .isFalse();
    }

    @Test
    void refuses_what_another_secret_proves() {
        Function<String, Optional<String>> other = name -> Optional.of("https://shop.example");
        assertThat(channel(other, new RecordingTransport()).isAuthentic(authentic()))
                .isFalse();
    }

    @Test
    void accepts_what_the_old_secret_proves_while_the_new_one_is_introduced() {
        assertThat(channel(Settings.whileSecretsChange(), new RecordingTransport())
                        .isAuthentic(authentic()))
                .isTrue();
    }

    @Test
    void accepts_what_is_proven() {
        assertThat(configured().isAuthentic(authentic())).isTrue();
    }

    @Test
    void reads_the_header_in_any_case() {
        var shouted = with(
                Map.of(
                        proof().toUpperCase(Locale.ROOT),
                        authentic().header(proof()).orElseThrow()),
                authentic().body());
        assertThat(configured().isAuthentic(shouted)).isTrue();
    }

    @Test
    void makes_one_mail_of_what_a_person_said() {
        assertThat(configured().read(authentic(), NOW)).isInstanceOfSatisfying(Reading.Events.class, reading -> {
            assertThat(reading.events()).hasSize(1);
            assertThat(reading.events().getFirst().meaning())
                    .isInstanceOfSatisfying(ChannelEvent.Meaning.Said.class, said -> {
                        assertThat(said.mail().conversation().channel())
                                .isEqualTo(configured().name());
                        assertThat(said.mail().receivedAt()).isEqualTo(NOW);
                    });
        });
    }

    @Test
    void gives_a_repeated_delivery_the_same_id() {
        assertThat(idsOf(authentic())).isEqualTo(idsOf(authentic())).isNotEmpty();
    }

    private String idsOf(WebhookRequest request) {
        return configured().read(request, NOW) instanceof Reading.Events(var events)
                        && events.getFirst().meaning() instanceof ChannelEvent.Meaning.Said(var mail)
                ? mail.id().value()
                : "";
    }

    @Test
    void does_not_fail_on_bytes_that_are_no_text() {
        var garbage = new byte[1024];
        Arrays.fill(garbage, (byte) 0xFE);
        assertThat(configured().read(with(Map.of(), garbage), NOW)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void calls_an_empty_body_malformed() {
        assertThat(configured().read(with(Map.of(), new byte[0]), NOW)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void says_a_long_reply_without_failing_for_its_length() {
        var outcome = configured().send(new ReplyId(conversation(), 1, 0), new Reply.Text("word ".repeat(2000)));
        assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class);
    }
}
