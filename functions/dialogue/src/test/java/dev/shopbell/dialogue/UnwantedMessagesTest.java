package dev.shopbell.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.Channels;
import dev.shopbell.channels.Transport;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Understanding.ScoredIntent;
import dev.shopbell.conversation.Wish;
import dev.shopbell.platform.Consents;
import dev.shopbell.platform.InMemoryTable;
import dev.shopbell.platform.Receipts;
import dev.shopbell.platform.Row;
import dev.shopbell.platform.SharedRate;
import dev.shopbell.platform.TurnTable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who wants no messages gets none, on no channel of the same number, until they want them again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnwantedMessagesTest {

    private static final Duration RETENTION = Duration.ofDays(90);
    private static final ConversationId ANA = ConversationId.parse("sms:+34900:+34600123456");
    private static final ConversationId ANA_ON_WHATSAPP = ConversationId.parse("whatsapp:77:34600123456");

    private static final ConversationId ANA_WITHOUT_NUMBER = ConversationId.parse("whatsapp:77:ES.1349");

    private final InMemoryTable dynamo = new InMemoryTable();
    private final TurnTable turns = new TurnTable(dynamo, "conversations", RETENTION);
    private final List<String> sent = new ArrayList<>();
    private final TakeTurn turn = process();
    private int messages;

    private TakeTurn process() {
        var clock = Clock.fixed(Bakery.OPEN, ZoneOffset.UTC);
        Transport provider = (url, headers, body) -> {
            sent.add(new String(body, StandardCharsets.UTF_8));
            return new Transport.Result.Answered(
                    200, Optional.empty(), "{\"sid\":\"SM1\",\"messages\":[{\"id\":\"w\"}]}");
        };
        var channels = Channels.of(
                name -> Optional.of(name.endsWith("URL") ? "http://127.0.0.1:1" : "setting"),
                provider,
                (c, json) -> {},
                clock);
        var meaning = new Understanding("en", List.of(new ScoredIntent("prices", 0.9)), false, List.of(), 0);
        var policy = new Policy(Bakery.BOT, u -> meaning, new FileConnectors(Bakery.BOT), clock);
        var pace = new KeepPace(new SharedRate(dynamo, "t"), 10, name -> Optional.empty(), clock);
        var replies = new SendReplies(
                channels,
                turns,
                new Receipts(dynamo, "t", RETENTION),
                new CircuitBreaker(clock),
                pace,
                Bakery.NEVER,
                clock);
        return new TakeTurn(
                turns, new Consents(dynamo, "t"), Bakery.customers(dynamo, clock), policy, replies, () -> false, clock);
    }

    @Test
    void nothing_is_sent_after_stop_not_even_a_goodbye() {
        say(ANA, "How much is a croissant?");
        wish(ANA, Wish.STOP, "STOP", false);
        say(ANA, "How much is a croissant?");
        wish(ANA, Wish.HELP, "HELP", false);

        assertThat(sent).hasSize(1);
        assertThat(turns.last(ANA, 9))
                .extracting(t -> t.outcome())
                .containsExactly(Outcome.ANSWERED, Outcome.OPTED_OUT, Outcome.REFUSED, Outcome.REFUSED);
    }

    @Test
    void the_same_number_gets_nothing_on_another_channel() {
        wish(ANA, Wish.STOP, "STOP", false);
        say(ANA_ON_WHATSAPP, "How much is a croissant?");

        assertThat(sent).isEmpty();
    }

    @Test
    void who_hides_the_number_later_gets_nothing_either() {
        take(new InboundMessage.Consent(id(ANA_ON_WHATSAPP), ANA_ON_WHATSAPP, Wish.STOP, "Stop", false, "ES.1349"));
        say(ANA_WITHOUT_NUMBER, "How much is a croissant?");
        assertThat(sent).isEmpty();

        wish(ANA_WITHOUT_NUMBER, Wish.START, "START", false);
        say(ANA_WITHOUT_NUMBER, "How much is a croissant?");
        assertThat(sent).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "+5511987654321, 551187654321", // Brazil's ninth digit
        "+551187654321, 5511987654321",
        "+541123456789, 5491123456789", // Argentina's 9
        "+525512345678, 5215512345678", // Mexico's 1
    })
    void the_same_number_gets_nothing_where_it_is_written_with_a_digit_more_or_less(String sms, String whatsapp) {
        var here = ConversationId.parse("sms:+15550000:" + sms);
        var there = ConversationId.parse("whatsapp:1555:" + whatsapp);

        wish(here, Wish.STOP, "STOP", false);
        say(there, "How much is a croissant?");
        assertThat(sent).isEmpty();

        wish(there, Wish.START, "START", false);
        say(here, "How much is a croissant?");
        assertThat(sent).hasSize(2);
    }

    @Test
    void somebody_else_in_these_countries_is_answered() {
        wish(
                ConversationId.parse("sms:+15550000:+551123456789"),
                Wish.STOP,
                "STOP",
                false); // a fixed line has no ninth digit
        say(ConversationId.parse("whatsapp:1555:5511923456789"), "How much is a croissant?");

        assertThat(sent).hasSize(1);
    }

    @Test
    void the_proof_is_kept() {
        wish(ANA, Wish.STOP, "Stop.", false);

        assertThat(dynamo.under("consent#tel:+34600123456")).hasSize(2).allSatisfy(item -> {
            assertThat(new Row(item).text("st")).isEqualTo("STOP");
            assertThat(new Row(item).text("words")).isEqualTo("Stop.");
            assertThat(new Row(item).text("id")).isEqualTo("sms:1");
            assertThat(new Row(item).text("from")).isEqualTo(ANA.toString());
        });
    }

    @Test
    void start_brings_messages_back_and_says_so() {
        wish(ANA, Wish.STOP, "STOP", false);
        wish(ANA, Wish.START, "START", false);
        say(ANA, "How much is a croissant?");

        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst()).contains("Welcome+back");
    }

    @Test
    void start_from_somebody_who_never_stopped_is_a_word_like_any_other() {
        wish(ANA, Wish.START, "Yes", false);

        assertThat(turns.last(ANA, 9)).extracting(t -> t.outcome()).containsExactly(Outcome.ANSWERED);
    }

    @Test
    void what_the_platform_has_answered_is_not_answered_again() {
        wish(ANA, Wish.HELP, "INFO", true);

        assertThat(sent).isEmpty();
    }

    @Test
    void help_says_who_writes_here_and_how_to_stop_it() {
        wish(ANA, Wish.HELP, "HELP", false);

        assertThat(sent).singleElement().asString().contains("Bluebell+Bakery", "STOP");
    }

    @Test
    void help_is_answered_in_the_language_in_which_it_is_asked_for() {
        wish(ANA, Wish.HELP, "Ayuda!", false);

        assertThat(sent).singleElement().asString().contains("soy+el+bot", "Responde+BAJA");
    }

    @Test
    void who_comes_back_is_welcomed_in_the_language_in_which_they_left() {
        wish(ANA, Wish.STOP, "BAJA", false);
        wish(ANA, Wish.START, "START", false);

        assertThat(sent)
                .singleElement()
                .asString()
                .doesNotContain("Welcome+back")
                .contains("ienvenid");
    }

    @Test
    void a_word_of_a_language_that_the_bot_does_not_speak_is_answered_in_its_own() {
        wish(ANA, Wish.HELP, "Hilfe", false);

        assertThat(sent).singleElement().asString().contains("Bluebell+Bakery", "Reply+STOP");
    }

    private void say(ConversationId who, String words) {
        take(new InboundMessage.Text(id(who), who, words));
    }

    private void wish(ConversationId who, Wish wish, String words, boolean answered) {
        take(new InboundMessage.Consent(id(who), who, wish, words, answered));
    }

    private MessageId id(ConversationId who) {
        return new MessageId(who.channel() + ":" + ++messages);
    }

    private void take(InboundMessage message) {
        var at = Instant.parse("2026-11-25T08:59:00Z").plusSeconds(messages);
        turn.take(new Mail.CustomerSaid(message, at, at, ""), 1);
    }
}
