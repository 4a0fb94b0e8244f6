package dev.shopbell.dialogue;

import dev.shopbell.channels.web.Visitor;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.Reply;
import dev.shopbell.definition.BotDefinition;
import dev.shopbell.definition.Phrase;
import dev.shopbell.platform.Customer;
import dev.shopbell.platform.Customers;
import dev.shopbell.platform.LinkCodes;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows whose words they are, as far as it was proved, and keeps what one person's conversations know together.
 *
 * <p>There are two proofs: the shop's own word on who is logged in, which is part of a web conversation's name, and a code that was
 * given out in such a conversation and is shown in another. A conversation without either reads and writes nothing here.
 */
final class KnowCustomer {

    private final Customers customers;
    private final LinkCodes codes;
    private final boolean takesCodes;
    private final Clock clock;

    KnowCustomer(Customers customers, LinkCodes codes, BotDefinition bot, Clock clock) {
        this.customers = customers;
        this.codes = codes;
        this.takesCodes = bot.phrases().containsKey(Phrase.LINKED.key());
        this.clock = clock;
    }

    /** What a mail says of who wrote it. */
    enum Proof {
        /** Nothing new. */
        NONE,
        /** A code that holds: from this mail on it is that customer's conversation. */
        GOOD_CODE,
        /** A code that nobody was given, that is too old, or that another conversation has shown. */
        BAD_CODE
    }

    /**
     * @param memory with who it is, if that is known
     * @param seen what is kept of the customer, if it had to be read
     */
    record Met(Memory memory, Proof proof, @Nullable Customer seen) {}

    /** @throws dev.shopbell.platform.RetryableFailure if the table does not answer */
    Met meet(Mail mail, Memory memory) {
        if (!(mail instanceof Mail.CustomerSaid said)) {
            return new Met(memory, Proof.NONE, null);
        }
        var loggedIn = Visitor.customerOf(said.conversation());
        if (loggedIn.isPresent()) {
            return memory.customer().isEmpty() ? recognised(loggedIn.get(), memory) : new Met(memory, Proof.NONE, null);
        }
        return takesCodes && said.message() instanceof InboundMessage.Text text
                ? LinkCodes.in(text.body())
                        .map(code -> shown(code, said, memory))
                        .orElseGet(() -> new Met(memory, Proof.NONE, null))
                : new Met(memory, Proof.NONE, null);
    }

    private Met recognised(String id, Memory memory) {
        var seen = customers.find(id).orElse(Customer.unknown(id));
        return new Met(withWhatIsKnown(memory, seen), Proof.NONE, seen);
    }

    private Met shown(String code, Mail.CustomerSaid said, Memory memory) {
        var link = codes.take(code, said.conversation(), clock.instant());
        if (link.isEmpty()) {
            return new Met(memory, Proof.BAD_CODE, null);
        }
        var id = link.get().customer();
        if (!memory.customer().isEmpty() && !memory.customer().equals(id)) {
            leave(memory.customer(), said);
        }
        var kept = customers.change(
                customers.find(id).orElse(Customer.unknown(id)),
                customer -> customer.called(link.get().name(), link.get().language())
                        .writingFrom(link.get().from(), clock.instant())
                        .writingFrom(said.conversation(), said.receivedAt()),
                clock.instant());
        return new Met(withWhatIsKnown(memory, kept), Proof.GOOD_CODE, kept);
    }

    private void leave(String other, Mail.CustomerSaid said) {
        customers
                .find(other)
                .ifPresent(seen ->
                        customers.change(seen, customer -> customer.leaving(said.conversation()), clock.instant()));
    }

    private static Memory withWhatIsKnown(Memory memory, Customer customer) {
        return memory.of(customer.id())
                .speaking(memory.language().isEmpty() ? customer.language() : memory.language(), customer.name());
    }

    /**
     * Keeps what a turn has taught of a known customer: the name, the language, a new conversation. Mostly there is nothing new.
     *
     * @param before the memory before the turn
     * @throws dev.shopbell.platform.RetryableFailure if the table does not answer
     */
    void keep(Memory before, Met met, Memory after, Mail mail) {
        var isNews = !after.customer().equals(before.customer())
                || !after.language().equals(before.language())
                || !after.name().equals(before.name());
        if (after.customer().isEmpty() || !isNews) {
            return;
        }
        var id = after.customer();
        var seen = Optional.ofNullable(met.seen()).or(() -> customers.find(id)).orElse(Customer.unknown(id));
        customers.change(
                seen,
                customer -> customer.called(after.name(), after.language())
                        .writingFrom(mail.conversation(), mail.receivedAt()),
                clock.instant());
    }

    /** Puts a code where the bot's words have the place for one. Only who is logged in is given any: a code is not handed on. */
    Decision withCode(Decision decision, Mail mail) {
        var customer = Visitor.customerOf(mail.conversation());
        var hasPlace =
                decision.replies().stream().anyMatch(reply -> reply.text().contains(BotDefinition.LINK_CODE));
        if (customer.isEmpty() || !hasPlace || !(mail instanceof Mail.CustomerSaid)) {
            return decision;
        }
        var memory = decision.memory();
        var code = codes.give(
                new LinkCodes.Link(customer.get(), memory.name(), memory.language(), mail.conversation()),
                clock.instant());
        return decision.saying(decision.replies().stream()
                .<Reply>map(reply -> reply.withText(reply.text().replace(BotDefinition.LINK_CODE, code)))
                .toList());
    }
}
