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
import dev.shopbell.definition.ApprovedTemplate;
import dev.shopbell.definition.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static String called(String name) {
        var reopening =
                Objects.requireNonNull(Templates.withReopening("write_back").reopening());
        var filled = new FilledTemplate(new Wording(Bakery.BOT), reopening.template())
                .of("Hi {name}.", Memory.FRESH.speaking("en", name));
        assertThat(filled.text())
                .isEqualTo("Hi " + filled.fields().body().getFirst().text() + ".");
        return filled.fields().body().getFirst().text();
    }

    @Test
    void cuts_a_name_that_is_too_long_for_one_at_a_blank() {
        assertThat(called("María del Carmen Fernández de Córdoba y Álvarez de Toledo"))
                .isEqualTo("María del Carmen Fernández de Córdoba y");
        assertThat(called("a".repeat(300))).isEqualTo("a".repeat(40));
        assertThat(called(" Ana\n  María ")).isEqualTo("Ana María");
    }

    @Test
    void has_other_words_for_a_name_that_is_none() {
        for (var none : List.of("", " ", "...", "🥐🥐")) {
            assertThat(called(none)).isEqualTo("there");
        }
        assertThat(called("李")).isEqualTo("李");
    }

    @Test
    void fits_its_title_whatever_the_customer_is_called() {
        var called = "María del Carmen Fernández";
        assertThat(title("For {name}", called)).isEqualTo("For María del Carmen Fernández");
        assertThat(title("Your order is ready for collection, dear {name}!", called))
                .isEqualTo("Your order is ready for collection, dear María del Carmen!")
                .hasSizeLessThanOrEqualTo(60);
        assertThat(title("Your order is ready for collection at the shop, dear {name}!", called))
                .isEqualTo("Your order is ready for collection at the shop, dear there!");
        assertThat(title("No name here", called)).isEqualTo("No name here");
    }

    private static String title(String words, String name) {
        var plain = Objects.requireNonNull(Templates.withReopening("write_back").reopening())
                .template();
        var texts = new Texts(Map.of("en", words));
        var header = new ApprovedTemplate.Header(
                new ApprovedTemplate.Value("", ApprovedTemplate.ValueKind.TEXT, texts, "", 0), null, null);
        var template = new ApprovedTemplate(
                plain.name(), plain.language(), plain.channels(), header, List.of(), List.of(), plain.nameless());
        var filled =
                new FilledTemplate(new Wording(Bakery.BOT), template).of("Hello.", Memory.FRESH.speaking("en", name));
        return ((TemplateFields.Words) filled.fields().header()).text();
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
