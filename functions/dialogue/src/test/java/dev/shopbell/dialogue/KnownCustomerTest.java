package dev.shopbell.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.Channels;
import dev.shopbell.channels.Transport;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Turn;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Understanding.ScoredIntent;
import dev.shopbell.conversation.Utterance;
import dev.shopbell.conversation.Wish;
import dev.shopbell.definition.BotDefinition;
import dev.shopbell.definition.Texts;
import dev.shopbell.platform.Consents;
import dev.shopbell.platform.Customer;
import dev.shopbell.platform.Customers;
import dev.shopbell.platform.InMemoryTable;
import dev.shopbell.platform.LinkCodes;
import dev.shopbell.platform.Receipts;
import dev.shopbell.platform.SharedRate;
import dev.shopbell.platform.TurnTable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Somebody who is logged in to the shop, and writes from elsewhere too. Orders are told to their owners only. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownCustomerTest {

    private static final Duration RETENTION = Duration.ofDays(90);
    private static final ConversationId LOGGED_IN = ConversationId.parse("web:shop:customer-4711");
    private static final ConversationId OTHER_LOGIN = ConversationId.parse("web:shop:customer-4712");
    private static final ConversationId STRANGER =
            ConversationId.parse("web:shop:0f8fad5b-d9cb-469f-a165-70867728950e");
    private static final ConversationId PHONE = ConversationId.parse("whatsapp:77:34600123456");
    private static final ConversationId OTHER_PHONE = ConversationId.parse("whatsapp:77:34600999999");
    private static final BotDefinition BOT = withOwners(Bakery.BOT);

    private final InMemoryTable dynamo = new InMemoryTable();
    private final MovingClock clock = new MovingClock(Bakery.OPEN);
    private final TurnTable turns = new TurnTable(dynamo, "t", RETENTION);
    private final Customers customers = new Customers(dynamo, "t", RETENTION);
    private final TakeTurn turn = process();
    private int messages;

    /** The bakery's orders, 1042 of customer 4711 and the others of somebody else. */
    private static BotDefinition withOwners(BotDefinition bot) {
        var orders = bot.connectors().get("orders");
        var records = new TreeMap<>(orders == null ? Map.of() : orders.records());
        records.replaceAll((number, fields) -> {
            var owned = new HashMap<>(fields);
            owned.put("customer", new Texts(Map.of("en", number.equals("1042") ? "4711" : "9999")));
            return owned;
        });
        return new BotDefinition(
                bot.name(),
                bot.languages(),
                bot.timeZone(),
                bot.phoneRegion(),
                bot.intents(),
                bot.flows(),
                bot.phrases(),
                bot.hours(),
                bot.closedDays(),
                bot.quietHours(),
                bot.routing(),
                Map.of("orders", new BotDefinition.Connector("file", "customer", records)),
                bot.entities(),
                bot.reopening());
    }

    private TakeTurn process() {
        Transport provider = (url, headers, body) ->
                new Transport.Result.Answered(200, Optional.empty(), "{\"sid\":\"S\",\"messages\":[{\"id\":\"w\"}]}");
        var channels = Channels.of(
                name -> Optional.of(name.endsWith("URL") ? "http://127.0.0.1:1" : "setting"),
                provider,
                (c, json) -> {},
                clock);
        var policy = new Policy(BOT, KnownCustomerTest::understand, new FileConnectors(BOT), clock);
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
                turns,
                new Consents(dynamo, "t"),
                new KnowCustomer(customers, new LinkCodes(dynamo, "t"), BOT, clock),
                policy,
                replies,
                () -> false,
                clock);
    }

    private static Understanding understand(Utterance said) {
        var language = said.text().startsWith("¿") ? "es" : "en";
        var number = said.text().replaceAll("[^0-9]", "");
        return number.isEmpty()
                ? new Understanding(language, List.of(intent(said.text())), false, List.of(), 0)
                : new Understanding(
                        language, List.of(intent("Where is my order?")), false, List.of(Bakery.order(number)), 0);
    }

    private static ScoredIntent intent(String text) {
        return new ScoredIntent(
                switch (text) {
                    case "On WhatsApp, please", "¿Por WhatsApp?" -> "switch_channel";
                    case "A person, please" -> "talk_to_person";
                    case "Where is my order?" -> "order_status";
                    default -> "prices";
                },
                0.9);
    }

    @Test
    void is_told_of_their_own_order() {
        assertThat(say(LOGGED_IN, "Where is order 1042?")).contains("out for delivery");
    }

    @Test
    void is_not_told_of_somebody_elses_order_nor_that_there_is_one() {
        say(LOGGED_IN, "How much?");

        assertThat(say(LOGGED_IN, "Where is order 1041?"))
                .isEqualTo(say(LOGGED_IN, "Where is order 9876?").replace("9876", "1041"))
                .contains("can't find order 1041");
    }

    @Test
    void a_stranger_is_asked_to_log_in_whatever_the_number() {
        assertThat(say(STRANGER, "Where is order 1042?"))
                .endsWith(say(STRANGER, "Where is order 9876?"))
                .contains("Log in to our shop");
    }

    @Test
    void the_one_whom_an_agent_helps_is_named_in_the_escalation() {
        say(LOGGED_IN, "A person, please");
        say(STRANGER, "A person, please");

        assertThat(newest(LOGGED_IN).escalation()).satisfies(called -> {
            assertThat(called).isNotNull();
            assertThat(called == null ? "" : called.customer()).isEqualTo("4711");
        });
        assertThat(newest(STRANGER).escalation())
                .satisfies(called ->
                        assertThat(called == null ? "?" : called.customer()).isEmpty());
    }

    @Test
    void goes_on_elsewhere_with_a_code_and_is_known_there() {
        var code = code(say(LOGGED_IN, "On WhatsApp, please"));

        assertThat(say(PHONE, "Hello, my code is " + code.toLowerCase(Locale.ROOT)))
                .endsWith("now I know it's you. We can go on here.");
        assertThat(say(PHONE, "Where is order 1042?")).contains("out for delivery");
        assertThat(customers.find("4711").orElseThrow().conversations())
                .extracting(Customer.Linked::conversation)
                .containsExactly(PHONE, LOGGED_IN);
    }

    @Test
    void is_spoken_to_elsewhere_in_their_language_and_by_the_name_that_the_shop_knows() {
        say(LOGGED_IN, "¿Por WhatsApp?");

        assertThat(say(PHONE, code(words(newest(LOGGED_IN))))).endsWith("Podemos seguir aquí.");
        assertThat(customers.find("4711").orElseThrow().name()).isEqualTo("Ana of the shop");
        say(PHONE, "A person, please");
        assertThat(newest(PHONE).escalation())
                .satisfies(called ->
                        assertThat(called == null ? "" : called.customerName()).isEqualTo("Ana of the shop"));
    }

    @Test
    void finds_their_language_again_when_the_conversation_itself_is_forgotten() {
        customers.change(Customer.unknown("4711"), kept -> kept.called("Ana", "es"), clock.instant());

        take(LOGGED_IN, new InboundMessage.Unsupported(new MessageId("w:" + ++messages), LOGGED_IN, "sticker", ""));

        assertThat(words(newest(LOGGED_IN))).contains("Todavía no puedo leer");
    }

    @Test
    void a_code_is_good_for_one_conversation() {
        var code = code(say(LOGGED_IN, "On WhatsApp, please"));
        say(PHONE, code);

        assertThat(say(OTHER_PHONE, code)).contains("no longer good");
        assertThat(say(OTHER_PHONE, "Where is order 1042?")).contains("Log in to our shop");
        assertThat(say(PHONE, code)).endsWith("We can go on here.");
    }

    @Test
    void a_code_is_good_for_a_quarter_of_an_hour() {
        var code = code(say(LOGGED_IN, "On WhatsApp, please"));
        clock.advance(LinkCodes.LIFE);

        assertThat(say(PHONE, code)).contains("no longer good");
    }

    @Test
    void whoever_is_known_by_a_code_only_gets_no_codes_nor_does_a_stranger() {
        say(PHONE, code(say(LOGGED_IN, "On WhatsApp, please")));

        assertThat(say(PHONE, "On WhatsApp, please")).contains("Log in").doesNotContain("LINK-");
        assertThat(say(STRANGER, "On WhatsApp, please"))
                .contains("Log in")
                .doesNotContain("LINK-")
                .doesNotContain("{");
    }

    @Test
    void a_phone_that_becomes_somebody_elses_leaves_the_first_customer() {
        say(PHONE, code(say(LOGGED_IN, "On WhatsApp, please")));
        say(PHONE, code(say(OTHER_LOGIN, "On WhatsApp, please")));

        assertThat(customers.find("4711").orElseThrow().conversations())
                .extracting(Customer.Linked::conversation)
                .containsExactly(LOGGED_IN);
        assertThat(customers.find("4712").orElseThrow().conversations())
                .extracting(Customer.Linked::conversation)
                .containsExactly(PHONE, OTHER_LOGIN);
        assertThat(say(PHONE, "Where is order 1042?")).contains("can't find");
    }

    @Test
    void a_code_from_somebody_who_wants_no_messages_is_not_taken() {
        var code = code(say(LOGGED_IN, "On WhatsApp, please"));
        take(PHONE, new InboundMessage.Consent(new MessageId("w:" + ++messages), PHONE, Wish.STOP, "STOP", false));
        say(PHONE, code);

        assertThat(newest(PHONE).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(customers.find("4711").orElseThrow().conversations()).hasSize(1);
    }

    @Test
    void whom_nobody_has_proved_reads_and_writes_no_customer() {
        say(PHONE, "How much?");
        say(STRANGER, "How much?");

        assertThat(dynamo.partitions()).noneMatch(pk -> pk.startsWith("customer#") || pk.startsWith("link#"));
        assertThat(dynamo.readOf("customer#")).isZero();
        assertThat(dynamo.readOf("link#")).isZero();
    }

    @Test
    void who_is_known_is_read_and_written_once_and_not_at_every_turn() {
        for (var times = 0; times < 5; times++) {
            say(LOGGED_IN, "How much?");
        }

        assertThat(dynamo.readOf("customer#")).isOne();
        assertThat(customers.find("4711").orElseThrow().version()).isOne();
    }

    private String say(ConversationId from, String text) {
        take(from, new InboundMessage.Text(new MessageId("w:" + ++messages), from, text));
        return words(newest(from));
    }

    private void take(ConversationId from, InboundMessage message) {
        Instant now = clock.instant();
        var name = from.equals(LOGGED_IN) ? "Ana of the shop" : "anita";
        turn.take(new Mail.CustomerSaid(message, now, now, name), 1);
    }

    private static String words(Turn turn) {
        return String.join(
                "\n", turn.replies().stream().map(reply -> reply.text()).toList());
    }

    private Turn newest(ConversationId conversation) {
        return turns.newest(conversation).orElseThrow();
    }

    private static String code(String reply) {
        return LinkCodes.in(reply).orElseThrow(() -> new AssertionError("No code in: " + reply));
    }
}
