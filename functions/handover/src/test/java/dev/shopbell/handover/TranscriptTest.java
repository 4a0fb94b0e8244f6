package dev.shopbell.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.Turn;
import dev.shopbell.conversation.Turn.Speaker;
import dev.shopbell.platform.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the desk shows of words that were held until the customer wrote. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TranscriptTest {

    private static final ConversationId PHONE = ConversationId.parse("whatsapp:77:34600123456");
    private static final Reply TEMPLATE = new Reply.Template("We have an answer.", "write_back", "en", List.of());
    private static final Reply CAKE = new Reply.Text("Your cake is ready.");
    private static final Reply CANDLES = new Reply.Text("With candles.");
    private static final Reply MOMENT = new Reply.Text("One moment.");

    private static ArrayNode of(Turn... turns) {
        var transcript = Json.object().putArray("transcript");
        new Transcript(List.of(turns), Map.of(), file -> Optional.empty()).writeTo(transcript);
        return transcript;
    }

    private static List<String> waiting(ArrayNode transcript) {
        var waiting = new ArrayList<String>();
        for (var entry : transcript) {
            if (entry.has("waitsFor")) {
                waiting.add(entry.path("text").asText());
            }
        }
        return waiting;
    }

    @Test
    void the_template_went_out_and_only_the_words_behind_it_wait() {
        var transcript = of(turn(PHONE, 1, Speaker.AGENT, Outcome.HELD, TEMPLATE, CAKE));

        assertThat(waiting(transcript)).containsExactly("Your cake is ready.");
    }

    @Test
    void they_wait_no_longer_once_the_customer_wrote_and_go_out_as_the_agents() {
        var transcript = of(
                turn(PHONE, 1, Speaker.AGENT, Outcome.HELD, TEMPLATE, CAKE),
                turn(PHONE, 2, Speaker.AGENT, Outcome.HELD, CANDLES),
                turn(PHONE, 3, Speaker.CUSTOMER, Outcome.ANSWERED, CAKE, CANDLES, MOMENT));

        assertThat(waiting(transcript)).isEmpty();
        assertThat(transcript.findValuesAsText("from"))
                .containsExactly("agent", "agent", "agent", "customer", "agent", "agent", "bot");
        assertThat(transcript.path(4).path("agent").asText()).isEqualTo("eva@example.com");
        assertThat(transcript.path(6).has("agent")).isFalse();
    }

    @Test
    void they_stay_the_agents_when_they_have_to_wait_again() {
        var transcript = of(
                turn(PHONE, 1, Speaker.AGENT, Outcome.HELD, CAKE),
                turn(PHONE, 2, Speaker.CUSTOMER, Outcome.HELD, CAKE, MOMENT),
                turn(PHONE, 3, Speaker.CUSTOMER, Outcome.TO_AGENT, CAKE, MOMENT));

        assertThat(waiting(transcript)).isEmpty();
        assertThat(transcript.findValuesAsText("from"))
                .containsExactly("agent", "customer", "agent", "bot", "customer", "agent", "bot");
    }

    @Test
    void what_the_bot_had_to_hold_stays_the_bots() {
        var held = turn(PHONE, 1, Speaker.CUSTOMER, Outcome.HELD, MOMENT);
        var said = turn(PHONE, 2, Speaker.CUSTOMER, Outcome.ANSWERED, MOMENT);

        assertThat(waiting(of(held))).containsExactly("One moment.");
        assertThat(of(held, said).findValuesAsText("from")).containsExactly("customer", "bot", "customer", "bot");
    }

    @Test
    void the_same_words_said_by_the_bot_later_on_are_the_bots() {
        var transcript = of(
                turn(PHONE, 1, Speaker.AGENT, Outcome.HELD, MOMENT),
                turn(PHONE, 2, Speaker.CUSTOMER, Outcome.ANSWERED, MOMENT),
                turn(PHONE, 3, Speaker.CUSTOMER, Outcome.ANSWERED, MOMENT));

        assertThat(transcript.findValuesAsText("from"))
                .containsExactly("agent", "customer", "agent", "customer", "bot");
    }

    static Turn turn(ConversationId conversation, long number, Speaker speaker, Outcome outcome, Reply... replies) {
        return new Turn(
                conversation,
                number,
                new MessageId("m" + number),
                speaker,
                speaker == Speaker.CUSTOMER ? "Hello?" : "",
                speaker == Speaker.AGENT ? "eva@example.com" : "",
                List.of(replies),
                outcome,
                "",
                0,
                "en",
                "T-7KQ2M9XA",
                null,
                0,
                Instant.EPOCH,
                Instant.now(),
                "");
    }
}
