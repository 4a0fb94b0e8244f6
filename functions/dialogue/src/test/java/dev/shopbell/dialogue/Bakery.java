package dev.shopbell.dialogue;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Understanding.Entity;
import dev.shopbell.conversation.Understanding.ScoredIntent;
import dev.shopbell.conversation.Utterance;
import dev.shopbell.definition.BotDefinition;
import dev.shopbell.definition.BotFiles;
import dev.shopbell.definition.InvalidBotException;
import dev.shopbell.platform.Customers;
import dev.shopbell.platform.InMemoryTable;
import dev.shopbell.platform.LinkCodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A customer at the bakery's bot; what words mean is said by the test, not guessed. */
final class Bakery {

    static final BotDefinition BOT = read();
    static final ConversationId ANA = ConversationId.parse("sms:+34900:+34600");

    /** A Wednesday, at ten in the morning there. */
    static final Instant OPEN = Instant.parse("2026-11-25T09:00:00Z");

    /** A mailbox that nothing is put into. */
    static final Consumer<Mail.ReplyFailed> NEVER = mail -> {
        throw new AssertionError("Nobody expected " + mail);
    };

    private final Map<String, Understanding> meanings = new HashMap<>();
    private final Policy policy;
    private Memory memory = Memory.FRESH;
    private long turn;
    private boolean optedOut;

    Bakery() {
        this(OPEN);
    }

    Bakery(Instant now) {
        policy = new Policy(BOT, this::understand, new FileConnectors(BOT), Clock.fixed(now, ZoneOffset.UTC));
    }

    private Understanding understand(Utterance utterance) {
        return meanings.getOrDefault(utterance.text(), Understanding.NOTHING);
    }

    /** From now on these words mean this. */
    Bakery where(String words, String intent, Entity... entities) {
        meanings.put(
                words, new Understanding("en", List.of(new ScoredIntent(intent, 0.9)), false, List.of(entities), 0));
        return this;
    }

    Bakery whereNothing(String words, Entity... entities) {
        meanings.put(words, new Understanding("", List.of(), true, List.of(entities), 0));
        return this;
    }

    Bakery where(String words, Understanding meaning) {
        meanings.put(words, meaning);
        return this;
    }

    /** What is kept of its known customers, for tests of whole turns. */
    static KnowCustomer customers(InMemoryTable table, Clock clock) {
        return new KnowCustomer(new Customers(table, "t", Duration.ofDays(90)), new LinkCodes(table, "t"), BOT, clock);
    }

    static Entity order(String number) {
        return new Entity("order_number", number, number, 0, number.length());
    }

    Decision says(String words) {
        return on(new Mail.CustomerSaid(
                new InboundMessage.Text(new MessageId("sms:" + (turn + 1)), ANA, words), OPEN, OPEN, ""));
    }

    Decision chooses(String value) {
        return on(new Mail.CustomerSaid(
                new InboundMessage.Choice(new MessageId("sms:" + (turn + 1)), ANA, value, ""), OPEN, OPEN, ""));
    }

    Decision on(Mail mail) {
        turn++;
        var decision = policy.decide(memory, optedOut, mail, turn);
        memory = MemoryCodec.read(
                MemoryCodec.write(decision.memory().handled(mail.id()), decision.replies()), decision.replies());
        return decision;
    }

    Memory memory() {
        return memory;
    }

    static String words(Decision decision) {
        var words = new ArrayList<String>();
        decision.replies().forEach(r -> words.add(r.text()));
        return String.join("\n", words);
    }

    private static BotDefinition read() {
        try {
            return BotFiles.read(Path.of("../../bots/bakery"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidBotException e) {
            throw new IllegalStateException(e);
        }
    }
}
