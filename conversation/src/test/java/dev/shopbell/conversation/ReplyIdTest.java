package dev.shopbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplyIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"whatsapp:1:2#3.0", "sms:+1:whatsapp:+2#1.12", "web:shop:a#b.c#4.1"})
    void is_read_back_as_it_was_written(String text) {
        assertThat(ReplyId.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whatsapp:1:2#3.-1",
                "whatsapp:1:2#0.0",
                "whatsapp:1:2#-3.1",
                "whatsapp:1:2#3",
                "whatsapp:1:2#.",
                "whatsapp:1#3.0",
                "order-1042",
                ""
            })
    void is_not_what_another_system_or_a_forger_writes(String text) {
        assertThatThrownBy(() -> ReplyId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void belongs_to_a_turn_that_can_be() {
        var conversation = ConversationId.parse("whatsapp:1:2");
        assertThatThrownBy(() -> new ReplyId(conversation, 0, 0)).hasMessageContaining("from 1");
    }
}
