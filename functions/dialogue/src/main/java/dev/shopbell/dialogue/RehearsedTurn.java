package dev.shopbell.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.Channels;
import dev.shopbell.channels.Transport;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.definition.BotDefinition;
import dev.shopbell.platform.Consents;
import dev.shopbell.platform.Customers;
import dev.shopbell.platform.DeadLetters;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.LinkCodes;
import dev.shopbell.platform.MailCodec;
import dev.shopbell.platform.MailboxBatch;
import dev.shopbell.platform.Receipts;
import dev.shopbell.platform.SharedRate;
import dev.shopbell.platform.TurnTable;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A first turn from the event to the reply, over a table that holds nothing and a platform that takes everything: a flow that is
 * asked for with the value of its slot, as a customer would who knows what to say. Nothing leaves the process.
 */
final class RehearsedTurn {

    private static final String NAME = "rehearsal";
    private static final Duration DAY = Duration.ofDays(1);
    private static final long TIME_ENOUGH_MILLIS = 60_000;
    private static final String VALUE = "1042";

    private final BotDefinition bot;
    private final Clock clock;
    private final MailboxBatch mailbox;
    private final AtomicInteger taken = new AtomicInteger();

    /** @param settings of a channel that can send */
    RehearsedTurn(BotDefinition bot, Function<String, Optional<String>> settings, Clock clock) {
        this.bot = bot;
        this.clock = clock;
        var tables = new EmptyTables();
        var turns = new TurnTable(tables, NAME, DAY);
        Transport takesAll = (url, headers, body) -> {
            taken.incrementAndGet();
            return new Transport.Result.Answered(201, Optional.empty(), "{\"sid\":\"0\"}");
        };
        var replies = new SendReplies(
                Channels.of(settings, takesAll, (conversation, json) -> {}, clock),
                turns,
                new Receipts(tables, NAME, DAY),
                new CircuitBreaker(clock),
                new KeepPace(new SharedRate(tables, NAME), 1, settings, clock),
                mail -> {},
                clock);
        var understanding = understanding();
        var turn = new TakeTurn(
                turns,
                new Consents(tables, NAME),
                new KnowCustomer(new Customers(tables, NAME, DAY), new LinkCodes(tables, NAME), bot, clock),
                new Policy(bot, words -> NluFunction.read(understanding), new FileConnectors(bot), clock),
                replies,
                () -> false,
                clock);
        mailbox = new MailboxBatch(RehearsedTurn::noQueue, NAME, new DeadLetters(RehearsedTurn::noQueue, NAME), turn);
    }

    /**
     * Takes the turn, as somebody new there.
     *
     * @return how many messages the platform took
     * @throws IllegalStateException if the turn fails: then it is not the way that a first one goes
     */
    int take(ConversationId conversation) {
        var said = new InboundMessage.Text(new MessageId(NAME), conversation, VALUE);
        var event = Json.object();
        event.putArray("Records")
                .addObject()
                .put("messageId", NAME)
                .put("body", MailCodec.write(new Mail.CustomerSaid(said, clock.instant(), clock.instant(), "")));
        var failed = mailbox.run(event, () -> TIME_ENOUGH_MILLIS).path("batchItemFailures");
        if (!failed.isEmpty()) {
            throw new IllegalStateException("The rehearsed turn failed; see the log");
        }
        return taken.get();
    }

    /** As nlu would have it: surely the first flow's intent, and what that asks for. */
    private JsonNode understanding() {
        var understanding = Json.object().put("language", bot.defaultLanguage());
        bot.intents().stream()
                .filter(intent -> !intent.flow().isEmpty())
                .findFirst()
                .ifPresent(intent -> {
                    understanding
                            .putArray("intents")
                            .addObject()
                            .put("name", intent.name())
                            .put("confidence", 1);
                    bot.flow(intent.flow()).stream()
                            .flatMap(flow -> flow.slots().stream())
                            .findFirst()
                            .ifPresent(slot -> understanding
                                    .putArray("entities")
                                    .addObject()
                                    .put("type", slot.entity())
                                    .put("text", VALUE)
                                    .put("value", VALUE)
                                    .put("end", VALUE.length()));
                });
        return understanding;
    }

    private static SqsClient noQueue() {
        throw new IllegalStateException("The rehearsed turn has no queue");
    }
}
