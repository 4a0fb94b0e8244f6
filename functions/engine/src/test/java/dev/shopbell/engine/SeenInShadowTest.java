package dev.shopbell.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.platform.InMemoryTable;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.Opinions;
import dev.shopbell.platform.RetryableFailure;
import dev.shopbell.platform.Row;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Words that were answered already are shown to the other engine, and what it would have said is counted. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeenInShadowTest {

    private static final String ANA = "sms:+34900:+34600";

    private final InMemoryTable table = new InMemoryTable();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-25T09:00:00Z"), ZoneOffset.UTC);

    private SeeInShadow shadow(OtherEngine engine) {
        return new SeeInShadow(engine, "lex:B/A", new Opinions(table, "conversations"), clock);
    }

    private static JsonNode event() {
        var event = Json.object().put("text", "where is my order?").put("locale", "en");
        event.putObject("shadow").put("conversation", ANA).put("turn", 7).put("own", "order_status");
        return event;
    }

    private Row kept() {
        assertThat(table.under(ANA)).hasSize(1);
        return new Row(table.under(ANA).getFirst());
    }

    @Test
    void the_same_intent_is_noted_beside_our_own() {
        shadow(words -> Understanding.certain("order_status")).see(event());

        assertThat(kept().text("sk")).isEqualTo("o#0000000007#SHADOW");
        assertThat(kept().text("own")).isEqualTo("order_status");
        assertThat(kept().text("oth")).isEqualTo("order_status");
        assertThat(table.under(ANA).toString()).doesNotContain("where is");
    }

    @Test
    void an_event_that_lambda_delivers_twice_is_noted_once() {
        var engine = shadow(words -> Understanding.certain("order_status"));
        engine.see(event());
        engine.see(event());

        assertThat(table.under(ANA)).hasSize(1);
    }

    @Test
    void trouble_with_the_engine_is_noted_and_not_tried_again() {
        shadow(words -> {
                    throw new EngineTrouble(EngineTrouble.Kind.THROTTLED, "429", null);
                })
                .see(event());

        assertThat(kept().text("err")).isEqualTo("throttled");
    }

    @Test
    void trouble_with_the_note_makes_lambda_try_again() {
        table.refuse(1);

        assertThatThrownBy(() -> shadow(words -> Understanding.NOTHING).see(event()))
                .isInstanceOf(RetryableFailure.class);
    }
}
