package dev.shopbell.local.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutboxTest {
    private final Outbox outbox = new Outbox();

    @Test
    void keeps_no_more_than_the_newest_thousand() {
        for (var i = 0; i < Outbox.CAPACITY + 5; i++) {
            outbox.add(sent("sms", "+1555" + i));
        }
        var kept = outbox.list("", "", 0);
        assertThat(kept).hasSize(Outbox.CAPACITY);
        assertThat(kept.getFirst().sequence()).isEqualTo(6);
        assertThat(outbox.last()).isEqualTo(Outbox.CAPACITY + 5L);
    }

    @Test
    void finds_what_one_customer_got_since() {
        outbox.add(sent("sms", "ana"));
        var seen = outbox.add(sent("whatsapp", "ana")).sequence();
        outbox.add(sent("whatsapp", "ben"));
        var news = outbox.add(sent("whatsapp", "ana"));
        assertThat(outbox.list("whatsapp", "ana", seen)).containsExactly(news);
    }

    private static Sent sent(String channel, String to) {
        return new Sent(0, channel, "id", "account", to, "Hello", List.of(), "", Instant.EPOCH, Json.object());
    }
}
