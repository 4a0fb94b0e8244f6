package dev.shopbell.dialogue;

import dev.shopbell.channels.Channel;
import dev.shopbell.channels.Channels;
import dev.shopbell.channels.InParts;
import dev.shopbell.channels.SendOutcome;
import dev.shopbell.channels.road.PairPace;
import dev.shopbell.channels.road.SendingRules;
import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.DeliveryStatus;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Remedy;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.Turn;
import dev.shopbell.platform.PermanentFailure;
import dev.shopbell.platform.Progress;
import dev.shopbell.platform.Receipt;
import dev.shopbell.platform.Receipts;
import dev.shopbell.platform.RetryableFailure;
import dev.shopbell.platform.TurnTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a turn says, once in effect.
 *
 * <p>The way without trouble costs one write: the provider's answer. Only trouble writes more: a definite refusal notes
 * that nothing was sent, and a repetition notes that it begins. So whenever mail comes back it is known whether a reply
 * was sent, was not, or may have been since a certain instant. In the last case the platform's own word (an echo, a
 * status, which webhook writes down) is waited for before anything is repeated.
 */
final class SendReplies {

    private static final Logger LOG = Logger.getLogger(SendReplies.class.getName());

    /**
     * How long the platform has to say that it took a message. Its word comes within a few seconds, but may find no environment of
     * webhook free when many write at once. Who waits is one customer after a crash; who does not gets a reply twice.
     */
    static final Duration SETTLED_AFTER = Duration.ofSeconds(40);

    /** How often the receipts are looked at while waiting. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(4);

    /** Our own word on the receipt of a reply that waits for a place under the platform's limit. */
    private static final String HELD_BACK = "rate";

    private final Channels channels;
    private final Receipts receipts;
    private final TurnTable turns;
    private final CircuitBreaker breaker;
    private final KeepPace pace;
    private final Consumer<Mail.ReplyFailed> mailbox;
    private final Clock clock;

    /** @param mailbox puts mail into the mailbox of its conversation */
    SendReplies(
            Channels channels,
            TurnTable turns,
            Receipts receipts,
            CircuitBreaker breaker,
            KeepPace pace,
            Consumer<Mail.ReplyFailed> mailbox,
            Clock clock) {
        this.channels = channels;
        this.receipts = receipts;
        this.turns = turns;
        this.breaker = breaker;
        this.pace = pace;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    /** @throws RetryableFailure at once, while the provider of that channel is known to be down */
    void requireOpenRoad(ChannelName channel) {
        breaker.requireClosed(channel);
    }

    /** Tells the customer that they were heard and an answer is being written, where the owner wants it and the channel can. */
    void showWriting(Mail.CustomerSaid said, BooleanSupplier wanted) {
        channels.named(said.conversation().channel())
                .filter(channel -> channel.showsHeard() && wanted.getAsBoolean())
                .ifPresent(channel -> channel.heard(said.conversation(), said.id()));
    }

    /** Sends a turn that was saved just now, by this process. */
    void send(Turn turn) {
        var channel = channel(turn);
        for (int i = 0; i < turn.replies().size(); i++) {
            if (goesOut(turn, i)) {
                var wait = pace.waits(turn.conversation(), turn.replies().get(i));
                if (wait.isPositive()) {
                    receipts.notSent(turn.replyId(i), firstPart(turn), HELD_BACK, clock.instant());
                    throw atTheLimit(turn, wait);
                }
                send(channel, turn, i, firstPart(turn));
            }
        }
    }

    /** Sends what is not known to be sent, of a turn that this or another process saved earlier. */
    void sendWhatIsMissing(Turn turn) {
        var channel = channel(turn);
        var reached = true;
        for (int i = 0; i < turn.replies().size(); i++) {
            if (!goesOut(turn, i)) {
                continue;
            }
            if (channel.keepsReplies()) {
                send(channel, turn, i, 0);
                continue;
            }
            var progress = receipts.progress(turn.replyId(i));
            var from = begin(turn, i, progress, reached);
            // Replies go out in order: behind one that was certainly not sent, none was begun.
            reached &= !(progress instanceof Progress.NotSent);
            if (from.isPresent()) {
                send(channel, turn, i, from.getAsInt());
            }
        }
    }

    private static RetryableFailure atTheLimit(Turn turn, Duration wait) {
        return RetryableFailure.waiting(
                turn.conversation().channel() + " takes no more in this second",
                wait.plusMillis(999).truncatedTo(ChronoUnit.SECONDS)); // the mailbox counts whole seconds
    }

    /** What the platform could not bring is the part whose fate it tells: the last one. */
    private static int firstPart(Turn turn) {
        return turn.outcome() == Outcome.RESENT ? InParts.ALL_BUT_THE_LAST : 0;
    }

    /** The replies of a turn that failed and behind which none got through, in their order; with their places in the turn. */
    SortedMap<Integer, Reply> failedTail(Turn turn) {
        var known = receipts.ofTurn(turn);
        var tail = new TreeMap<Integer, Reply>();
        for (var index = turn.replies().size() - 1; index >= 0; index--) {
            if (goesOut(turn, index)) {
                if (!hasFailed(known.get(turn.replyId(index)))) {
                    break;
                }
                tail.put(index, turn.replies().get(index));
            }
        }
        return tail;
    }

    /** Whether a reply has failed, for all that is known now. */
    boolean hasFailed(Turn turn, int index) {
        return hasFailed(receipts.ofTurn(turn).get(turn.replyId(index)));
    }

    private static boolean hasFailed(@Nullable Receipt receipt) {
        return receipt != null && receipt.status() == DeliveryStatus.FAILED;
    }

    /** Of words that are held only the template goes out, which asks the customer to write. */
    private static boolean goesOut(Turn turn, int index) {
        return turn.outcome() != Outcome.HELD || turn.replies().get(index) instanceof Reply.Template;
    }

    private Channel channel(Turn turn) {
        var name = turn.conversation().channel();
        return channels.named(name)
                .orElseThrow(() -> new PermanentFailure("There is no channel \"" + name + "\" in this version", null));
    }

    /**
     * From which part on it may be sent now; empty if there is nothing left to send.
     *
     * @param reached whether an earlier try may have come as far as this reply
     */
    private OptionalInt begin(Turn turn, int index, Progress progress, boolean reached) {
        var parts =
                switch (progress) {
                    case Progress.Settled ignored -> OptionalInt.empty();
                    case Progress.NotSent(int through) -> OptionalInt.of(through);
                    case Progress.Unheard ignored ->
                        reached ? settled(turn.decidedAt(), firstPart(turn)) : OptionalInt.of(firstPart(turn));
                    case Progress.Sending(Instant since, int through) -> settled(since, through);
                };
        if (parts.isPresent()) {
            var wait = pace.waits(turn.conversation(), turn.replies().get(index));
            if (wait.isPositive()) {
                throw atTheLimit(turn, wait); // what is known of it stays as it is
            }
            receipts.sending(turn.replyId(index), parts.getAsInt(), clock.instant());
        }
        return parts;
    }

    private OptionalInt settled(Instant since, int parts) {
        var left = Duration.between(clock.instant(), since.plus(SETTLED_AFTER));
        if (left.isPositive()) {
            var wait = left.compareTo(LOOK_AGAIN) < 0 ? left.plusSeconds(1) : LOOK_AGAIN;
            throw RetryableFailure.waiting("A send's fate is open; the platform's word is awaited", wait);
        }
        return OptionalInt.of(parts);
    }

    private SendOutcome say(Channel channel, Turn turn, int index, int fromPart) {
        var reply = turn.replies().get(index);
        if (isLate(turn, false)) {
            return channel.sendLate(turn.replyId(index), reply, fromPart);
        }
        var outcome = channel.sendAs(turn.speaker(), turn.replyId(index), reply, fromPart);
        return outcome instanceof SendOutcome.WindowClosed && isLate(turn, true)
                ? channel.sendLate(turn.replyId(index), reply, fromPart)
                : outcome;
    }

    /**
     * Whether a person answers when only persons still may.
     *
     * @param closed whether the platform says that it is later than we think
     */
    private boolean isLate(Turn turn, boolean closed) {
        if (turn.speaker() != Turn.Speaker.AGENT) {
            return false;
        }
        var heardAt = Instant.ofEpochMilli(MemoryCodec.read(turn).heardAt());
        var facts = new SendingRules.Facts(
                turn.conversation().channel(), SendingRules.Purpose.AGENT, false, heardAt, false, false, closed);
        return SendingRules.judge(facts, clock.instant()) == SendingRules.Verdict.SEND_AS_HUMAN_AGENT;
    }

    private void send(Channel channel, Turn turn, int index, int fromPart) {
        var id = turn.replyId(index);
        var begun = clock.instant();
        var outcome = say(channel, turn, index, fromPart);
        breaker.note(channel.name(), outcome);
        switch (outcome) {
            case SendOutcome.Accepted accepted -> {
                if (!channel.keepsReplies()) {
                    receipts.accepted(turn, id, accepted.providerId(), begun, clock.instant());
                }
            }
            case SendOutcome.TryAgain later -> {
                receipts.notSent(id, later.partsSent(), later.code(), clock.instant());
                if (PairPace.isExceeded(turn.conversation(), later.code())) {
                    slowDown(turn);
                }
                throw new RetryableFailure(channel.name() + " refused for now: " + later.code(), later.after(), null);
            }
            case SendOutcome.GiveUp never -> {
                // The conversation goes on; the failure is on the reply's receipt, where the desk and the counters see
                // it.
                LOG.log(Level.WARNING, "{0} refused for good: {1}", new Object[] {channel.name(), never.code()});
                receipts.refused(id, never.code(), clock.instant());
            }
            case SendOutcome.WindowClosed closed -> {
                // First the mail: should this process die in between, the reply is sent again, and refused again.
                mailbox.accept(new Mail.ReplyFailed(id, Remedy.WAIT_FOR_CUSTOMER, clock.instant()));
                receipts.refused(id, closed.code(), clock.instant());
            }
            case SendOutcome.Unknown unknown -> {
                if (unknown.partsSent() > 0) {
                    receipts.sending(id, unknown.partsSent(), clock.instant());
                }
                throw new RetryableFailure(channel.name() + " did not answer: " + unknown.reason(), LOOK_AGAIN, null);
            }
        }
    }

    /** From now on the conversation keeps the pace that the platform asks for. */
    private void slowDown(Turn turn) {
        var memory = MemoryCodec.read(turn);
        turns.learn(turn, MemoryCodec.write(memory.pacing(memory.pace().refused(clock.instant())), turn.replies()));
    }
}
