package dev.shopbell.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.Understanding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a person or the business says long after the customer wrote. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LateWordsTest {

    private static final String TICKET = "T-2345";
    private static final Instant HEARD = Bakery.OPEN;

    @Test
    void wait_where_the_platform_lets_nothing_through_and_go_out_in_front_when_the_customer_writes() {
        var whatsApp = ConversationId.parse("whatsapp:77:34600123456");
        var held = at(HEARD.plus(Duration.ofHours(25))).decide(withPerson(), false, agentSays(whatsApp), 2);

        assertThat(held.outcome()).isEqualTo(Outcome.HELD);
        assertThat(held.ticket()).isEqualTo(TICKET);

        var back = HEARD.plus(Duration.ofHours(30));
        var answered = at(back).decide(
                        MemoryCodec.read(MemoryCodec.write(held.memory(), held.replies()), held.replies()),
                        false,
                        says(whatsApp, back),
                        3);
        assertThat(Bakery.words(answered)).isEqualTo("Your cake is ready.");
        assertThat(answered.outcome()).isEqualTo(Outcome.TO_AGENT);
        assertThat(answered.memory().held()).isEmpty();
    }

    @Test
    void send_the_owners_template_in_front_which_asks_the_customer_to_write() {
        var whatsApp = ConversationId.parse("whatsapp:77:34600123456");
        var clock = Clock.fixed(HEARD.plus(Duration.ofHours(25)), ZoneOffset.UTC);
        var policy = new Policy(
                Bakery.BOT,
                u -> Understanding.NOTHING,
                new FileConnectors(Bakery.BOT),
                () -> Optional.of("write_back"),
                clock);

        var held = policy.decide(withPerson(), false, agentSays(whatsApp), 2);

        assertThat(held.outcome()).isEqualTo(Outcome.HELD);
        assertThat(held.replies().getFirst())
                .isEqualTo(new Reply.Template("[write_back]", "write_back", "en", List.of()));
        assertThat(held.memory().held()).containsExactly("Your cake is ready.");
    }

    @Test
    void wait_where_twilio_brings_whatsapp_behind_a_template_that_twilio_knows() {
        var carried = ConversationId.parse("sms:whatsapp~+15550100:whatsapp:+34600123456");
        var clock = Clock.fixed(HEARD.plus(Duration.ofHours(25)), ZoneOffset.UTC);
        var sid = "HX" + "0123456789abcdef".repeat(2);

        for (var name : List.of(sid, "write_back")) {
            var policy = new Policy(
                    Bakery.BOT,
                    u -> Understanding.NOTHING,
                    new FileConnectors(Bakery.BOT),
                    () -> Optional.of(name),
                    clock);
            var held = policy.decide(withPerson(), false, agentSays(carried), 2);

            assertThat(held.outcome()).isEqualTo(Outcome.HELD);
            assertThat(held.replies().getFirst() instanceof Reply.Template).isEqualTo(name.equals(sid));
        }
    }

    @Test
    void the_owners_template_is_filled_as_the_bots_files_say() {
        var whatsApp = ConversationId.parse("whatsapp:77:34600123456");
        var clock = Clock.fixed(HEARD.plus(Duration.ofHours(25)), ZoneOffset.UTC);
        var bot = Templates.withReopening("write_back");
        var policy = new Policy(bot, u -> Understanding.NOTHING, new FileConnectors(bot), clock);
        var nameless =
                Memory.FRESH.speaking("en", "").asDisclosed().hearing(HEARD).withPerson(TICKET);

        assertThat(policy.decide(withPerson(), false, agentSays(whatsApp), 2)
                        .replies()
                        .getFirst())
                .isEqualTo(new Reply.Template("Hi Ana, we have an answer.", "write_back", "en", List.of("Ana")));
        assertThat(policy.decide(nameless, false, agentSays(whatsApp), 2)
                        .replies()
                        .getFirst())
                .isEqualTo(new Reply.Template("Hi there, we have an answer.", "write_back", "en", List.of("there")));
    }

    @Test
    void a_template_named_by_the_setting_counts_for_more_than_the_bots_own() {
        var bot = Templates.withReopening("write_back");
        var name = Reopening.name(bot, Optional.of("come_back"));

        assertThat(Reopening.template(bot, name.orElseThrow(), withPerson()))
                .isEqualTo(new Reply.Template("[come_back]", "come_back", "en", List.of()));
    }

    @Test
    void go_out_where_the_platform_lets_people_answer_for_a_week() {
        var messenger = ConversationId.parse("messenger:1:2");
        var late = at(HEARD.plus(Duration.ofDays(3))).decide(withPerson(), false, agentSays(messenger), 2);
        var tooLate = at(HEARD.plus(Duration.ofDays(8))).decide(withPerson(), false, agentSays(messenger), 2);

        assertThat(late.outcome()).isEqualTo(Outcome.AGENT_SPOKE);
        assertThat(tooLate.outcome()).isEqualTo(Outcome.HELD);
    }

    @Test
    void are_not_said_to_somebody_who_wants_no_messages() {
        var sms = ConversationId.parse("sms:+1:+34600123456");
        var refused = at(HEARD).decide(withPerson(), true, agentSays(sms), 2);

        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.replies()).isEmpty();
    }

    @Test
    void do_not_ask_for_a_rating_at_night_unless_the_customer_is_still_there() {
        var sms = ConversationId.parse("sms:+1:+34600123456");
        var night = Instant.parse("2026-11-26T02:00:00Z");
        var back = new Mail.HandedBack(new MessageId("desk:1"), sms, TICKET, "eva@example.com", night);
        var minutesAgo = withPerson().hearing(night.minus(Duration.ofMinutes(5)));

        assertThat(at(night).decide(withPerson(), false, back, 2).replies()).isEmpty();
        assertThat(at(night).decide(minutesAgo, false, back, 2).replies()).hasSize(1);
    }

    private static Memory withPerson() {
        return Memory.FRESH.speaking("en", "Ana").asDisclosed().hearing(HEARD).withPerson(TICKET);
    }

    private static Policy at(Instant now) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Policy(Bakery.BOT, u -> Understanding.NOTHING, new FileConnectors(Bakery.BOT), clock);
    }

    private static Mail agentSays(ConversationId to) {
        return new Mail.AgentSaid(new MessageId("desk:9"), to, TICKET, "eva@example.com", "Your cake is ready.", HEARD);
    }

    private static Mail says(ConversationId from, Instant at) {
        return new Mail.CustomerSaid(new InboundMessage.Text(new MessageId("m:9"), from, "Hello?"), at, at, "");
    }
}
