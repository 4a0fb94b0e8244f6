package dev.shopbell.dialogue;

import dev.shopbell.channels.Channel;
import dev.shopbell.channels.Channels;
import dev.shopbell.channels.SendOutcome;
import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Turn;
import dev.shopbell.platform.PermanentFailure;
import dev.shopbell.platform.Receipts;
import dev.shopbell.platform.RetryableFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

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

    /** How long the platform has to say that it took a message: their statuses come within a few seconds. */
    static final Duration SETTLED_AFTER = Duration.ofSeconds(20);

    /** How often the receipts are looked at while waiting. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(4);

    private final Channels channels;
    private final Receipts receipts;
    private final CircuitBreaker breaker;
    private final Clock clock;

    SendReplies(Channels channels, Receipts receipts, CircuitBreaker breaker, Clock clock) {
        this.channels = channels;
        this.receipts = receipts;
        this.breaker = breaker;
        this.clock = clock;
    }

    /** @throws RetryableFailure at once, while the provider of that channel is known to be down */
    void requireOpenRoad(ChannelName channel) {
        breaker.requireClosed(channel);
    }

    /** Sends a turn that was saved just now, by this process. */
    void send(Turn turn) {
        if (turn.outcome() == Outcome.HELD) {
            return; // its words go out when the customer writes
        }
        var channel = channel(turn);
        for (int i = 0; i < turn.replies().size(); i++) {
            send(channel, turn, i);
        }
    }

    /** Sends what is not known to be sent, of a turn that this or another process saved earlier. */
    void sendWhatIsMissing(Turn turn) {
        if (turn.outcome() == Outcome.HELD) {
            return;
        }
        var channel = channel(turn);
        for (int i = 0; i < turn.replies().size(); i++) {
            if (channel.keepsReplies() || mayRepeat(turn, i)) {
                send(channel, turn, i);
            }
        }
    }

    private Channel channel(Turn turn) {
        var name = turn.conversation().channel();
        return channels.named(name)
                .orElseThrow(() -> new PermanentFailure("There is no channel \"" + name + "\" in this version", null));
    }

    private boolean mayRepeat(Turn turn, int index) {
        var id = turn.replyId(index);
        return switch (receipts.progress(id)) {
            case Receipts.Progress.Settled ignored -> false;
            case Receipts.Progress.NotSent ignored -> begin(turn, index);
            case Receipts.Progress.Unheard ignored -> settled(turn, index, turn.decidedAt());
            case Receipts.Progress.Sending sending -> settled(turn, index, sending.since());
        };
    }

    private boolean settled(Turn turn, int index, Instant since) {
        var left = Duration.between(clock.instant(), since.plus(SETTLED_AFTER));
        if (left.isPositive()) {
            var wait = left.compareTo(LOOK_AGAIN) < 0 ? left.plusSeconds(1) : LOOK_AGAIN;
            throw RetryableFailure.waiting("A send's fate is open; the platform's word is awaited", wait);
        }
        return begin(turn, index);
    }

    private boolean begin(Turn turn, int index) {
        receipts.sending(turn.replyId(index), clock.instant());
        return true;
    }

    private void send(Channel channel, Turn turn, int index) {
        var id = turn.replyId(index);
        var outcome = channel.sendAs(turn.speaker(), id, turn.replies().get(index));
        breaker.note(channel.name(), outcome);
        switch (outcome) {
            case SendOutcome.Accepted accepted -> {
                if (!channel.keepsReplies()) {
                    receipts.accepted(turn, id, accepted.providerId(), clock.instant());
                }
            }
            case SendOutcome.TryAgain later -> {
                receipts.notSent(id, later.code(), clock.instant());
                throw new RetryableFailure(channel.name() + " refused for now: " + later.code(), later.after(), null);
            }
            case SendOutcome.GiveUp never -> {
                // The conversation goes on; the failure is on the reply's receipt, where the desk and the counters see
                // it.
                LOG.log(Level.WARNING, "{0} refused for good: {1}", new Object[] {channel.name(), never.code()});
                receipts.refused(id, never.code(), clock.instant());
            }
            case SendOutcome.Unknown unknown ->
                throw new RetryableFailure(channel.name() + " did not answer: " + unknown.reason(), LOOK_AGAIN, null);
        }
    }
}
