package dev.shopbell.dialogue;

import dev.shopbell.channels.road.Address;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.Turn;
import dev.shopbell.conversation.Wish;
import dev.shopbell.platform.Consents;
import dev.shopbell.platform.MailboxBatch;
import dev.shopbell.platform.RetryableFailure;
import dev.shopbell.platform.TurnTable;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * One turn of a conversation: load, understand, decide, save, send.
 *
 * <p>The mailbox hands over one mail of a conversation at a time, so there is no race; the conditional write is there for
 * the one case in which a process believed dead still lives. Mail that was handled before decides nothing anew: what was
 * saved is sent, as far as it is not known to be sent.
 */
public final class TakeTurn implements MailboxBatch.Recipient {

    private final TurnTable turns;
    private final Consents consents;
    private final KnowCustomer customers;
    private final Policy policy;
    private final Hearings hearings;
    private final SendReplies replies;
    private final MakeGood makeGood;
    private final BooleanSupplier showWriting;
    private final Clock clock;

    TakeTurn(
            TurnTable turns,
            Consents consents,
            KnowCustomer customers,
            Policy policy,
            SendReplies replies,
            BooleanSupplier showWriting,
            Clock clock) {
        this(turns, consents, customers, policy, Hearings.NONE, replies, showWriting, clock);
    }

    /** @param hearings who listens besides our own engine */
    TakeTurn(
            TurnTable turns,
            Consents consents,
            KnowCustomer customers,
            Policy policy,
            Hearings hearings,
            SendReplies replies,
            BooleanSupplier showWriting,
            Clock clock) {
        this.turns = turns;
        this.consents = consents;
        this.customers = customers;
        this.policy = policy;
        this.hearings = hearings;
        this.replies = replies;
        this.makeGood = new MakeGood(turns, replies, policy.rules(), clock);
        this.showWriting = showWriting;
        this.clock = clock;
    }

    @Override
    public void take(Mail mail, int attempt) {
        replies.requireOpenRoad(mail.conversation().channel());
        var newest = turns.newest(mail.conversation());
        var memory = newest.map(MemoryCodec::read).orElse(Memory.FRESH);
        var turnsSince = memory.turnsSince(mail.id());
        var optedOut = isOptedOut(mail.conversation(), memory);
        if (turnsSince >= 0) {
            if (optedOut) {
                return; // whatever was not sent by then stays unsaid
            }
            var number = newest.orElseThrow().number() - turnsSince;
            turns.find(mail.conversation(), number).ifPresent(replies::sendWhatIsMissing);
            return;
        }
        requirePace(memory);
        if (mail instanceof Mail.ReplyFailed failed) {
            if (!optedOut) {
                newest.flatMap(last -> makeGood.turn(failed, last, memory)).ifPresent(this::saveAndSend);
            }
            return;
        }
        keepWish(mail);
        if (mail instanceof Mail.CustomerSaid said
                && !optedOut
                && memory.ticket().isEmpty()) {
            replies.showWriting(said, showWriting);
        }
        var hearing = hearings.of(mail.conversation());
        var heard = hearing.map(policy::hearing).orElse(policy);
        var turn =
                decide(heard, mail, memory, optedOut, newest.map(Turn::number).orElse(0L) + 1);
        save(turn);
        try {
            replies.send(turn);
        } finally {
            // Decided is decided, whether or not the platform takes it now: a redelivery would not understand anew.
            hearing.ifPresent(h -> h.settle(turn, memory));
        }
    }

    private void saveAndSend(Turn turn) {
        save(turn);
        replies.send(turn);
    }

    private void save(Turn turn) {
        if (!turns.save(turn)) {
            throw new RetryableFailure("Turn " + turn.number() + " was saved by somebody else", Duration.ZERO, null);
        }
    }

    /** Before anything is decided: what waits here costs one read, and the platform's patience nothing. */
    private void requirePace(Memory memory) {
        var wait = memory.pace().waits(clock.instant());
        if (wait.isPositive()) {
            throw RetryableFailure.waiting("The platform wants a slower pace here", wait.plusSeconds(1));
        }
    }

    /** Elsewhere somebody of the same number may have said it; what was said here is known without asking. */
    private boolean isOptedOut(ConversationId conversation, Memory memory) {
        var address = Address.of(conversation);
        return address.isShared()
                ? consents.isOptedOut(address.spellings(), !memory.wish().isEmpty())
                : memory.wish().equals(Wish.STOP.name());
    }

    /** Before the turn is saved: a wish that is written twice does no harm, one that is lost does. */
    private void keepWish(Mail mail) {
        if (mail instanceof Mail.CustomerSaid said
                && said.message() instanceof InboundMessage.Consent consent
                && consent.wish() != Wish.HELP) {
            Address.allOf(consent).forEach(address -> consents.keep(address.key(), consent.wish(), said));
        }
    }

    private Turn decide(Policy heard, Mail mail, Memory memory, boolean optedOut, long number) {
        var met = optedOut ? new KnowCustomer.Met(memory, KnowCustomer.Proof.NONE, null) : customers.meet(mail, memory);
        var decision = customers.withCode(heard.decide(met.memory(), met.proof(), optedOut, mail, number), mail);
        customers.keep(memory, met, decision.memory(), mail);
        var next = decision.memory()
                .handled(mail.id())
                .pacing(memory.pace().saying(decision.replies().size(), clock.instant()));
        return NextTurn.of(mail, number, decision.remembering(next), clock.instant());
    }
}
