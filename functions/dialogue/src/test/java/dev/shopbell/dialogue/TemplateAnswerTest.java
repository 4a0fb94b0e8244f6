package dev.shopbell.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.MediaKind;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.TemplateFields;
import dev.shopbell.conversation.Understanding;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An answer that the owner had approved as a template. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateAnswerTest {

    private static final Memory ANA = Memory.FRESH.speaking("en", "Ana").asDisclosed();
    private final Policy policy = new Policy(
            Templates.withPricesAsTemplate(),
            u -> Understanding.certain("prices"),
            new FileConnectors(Bakery.BOT),
            Clock.fixed(Bakery.OPEN, ZoneOffset.UTC));

    private Decision asks(String conversation, Memory memory) {
        var from = ConversationId.parse(conversation);
        var text = new InboundMessage.Text(new MessageId("m:1"), from, "What does it cost?");
        return policy.decide(memory, false, new Mail.CustomerSaid(text, Bakery.OPEN, Bakery.OPEN, "Ana"), 2);
    }

    @Test
    void is_the_template_where_it_is_registered_with_its_places_filled() {
        var template =
                (Reply.Template) asks("whatsapp:77:34600123456", ANA).replies().getFirst();

        assertThat(template.name()).isEqualTo("prices_today");
        assertThat(template.fields())
                .isEqualTo(new TemplateFields(
                        new TemplateFields.Picture(MediaKind.IMAGE, "https://shop.example/prices.jpg", ""),
                        List.of(new TemplateFields.Words("", "Ana")),
                        List.of(
                                new TemplateFields.Answer(new Option("intent:thanks", "Thanks")),
                                new TemplateFields.Page("All", "https://shop.example/", "prices"))));
    }

    @Test
    void is_said_in_our_own_words_elsewhere_and_what_can_be_pressed_there_can_be_typed() {
        var decision = asks("messenger:1:2", ANA);

        assertThat(decision.replies().getFirst()).isInstanceOfSatisfying(Reply.Choices.class, choices -> {
            assertThat(choices.text()).endsWith("\nAll: https://shop.example/prices\nhttps://shop.example/prices.jpg");
            assertThat(choices.options()).containsExactly(new Option("intent:thanks", "Thanks"));
        });
        assertThat(decision.memory().offered()).containsExactly(new Option("intent:thanks", "Thanks"));
    }

    @Test
    void does_not_hide_that_this_is_a_bot() {
        var replies = asks("whatsapp:77:34600123456", Memory.FRESH.speaking("en", "Ana"))
                .replies();

        assertThat(replies).hasSize(2);
        assertThat(replies.getFirst()).isInstanceOf(Reply.Text.class);
        assertThat(replies.getFirst().text()).contains("bot");
        assertThat(replies.getLast()).isInstanceOf(Reply.Template.class);
    }

    @Test
    void goes_out_after_the_window_by_itself_and_nothing_waits() {
        var late = new Policy(
                Templates.withPricesAsTemplate(),
                u -> Understanding.certain("prices"),
                new FileConnectors(Bakery.BOT),
                () -> Optional.of("write_back"),
                Clock.fixed(Bakery.OPEN.plus(Duration.ofHours(25)), ZoneOffset.UTC));
        var from = ConversationId.parse("whatsapp:77:34600123456");
        var text = new InboundMessage.Text(new MessageId("m:1"), from, "What does it cost?");
        var decision = late.decide(ANA, false, new Mail.CustomerSaid(text, Bakery.OPEN, Bakery.OPEN, "Ana"), 2);

        assertThat(decision.replies()).singleElement().isInstanceOf(Reply.Template.class);
        assertThat(decision.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(decision.memory().held()).isEmpty();
    }
}
