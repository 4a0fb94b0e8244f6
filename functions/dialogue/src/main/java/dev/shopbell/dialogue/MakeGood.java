package dev.shopbell.dialogue;

import dev.shopbell.channels.road.SendingRules.Purpose;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Remedy;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.Turn;
import dev.shopbell.platform.RetryableFailure;
import dev.shopbell.platform.TurnTable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a reply that the platform took and could not bring: said once more, in a turn of its own, or kept until the customer
 * writes. Nothing is said out of its order: what others spoke after stays failed, and the desk shows it.
 */
final class MakeGood {

    /**
     * How long after it failed a reply is said again; then it stays failed. Its conversation waits meanwhile, so these are short; but
     * not shorter than the pace that WhatsApp keeps with one person.
     */
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(6), Duration.ofSeconds(12));

    /** Who wrote since is looked for among so many turns. */
    private static final int MOST_SINCE = 20;

    /** Carriers may report as late as after three days; an answer of so long ago is none any more. */
    private static final Duration STALE = Duration.ofHours(1);

    private final TurnTable turns;
    private final SendReplies replies;
    private final KeepRules rules;
    private final Clock clock;

    MakeGood(TurnTable turns, SendReplies replies, KeepRules rules, Clock clock) {
        this.turns = turns;
        this.replies = replies;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The turn that makes good for it; empty if nothing can be done, or no longer.
     *
     * @param newest of the conversation
     * @throws RetryableFailure while it is too early, and if the table does not answer
     */
    Optional<Turn> turn(Mail.ReplyFailed mail, Turn newest, Memory memory) {
        var failed = mail.reply().turn() == newest.number()
                ? Optional.of(newest)
                : turns.find(mail.conversation(), mail.reply().turn());
        return failed.filter(turn -> mail.reply().index() < turn.replies().size())
                .flatMap(turn -> mail.remedy() == Remedy.WAIT_FOR_CUSTOMER
                        ? kept(mail, turn, newest, memory)
                        : again(mail, turn, newest, memory))
                .map(decision -> NextTurn.inPlaceOf(
                        failed.orElseThrow(), mail, newest.number() + 1, remembering(decision, mail), clock.instant()));
    }

    private Decision remembering(Decision decision, Mail mail) {
        var memory = decision.memory().handled(mail.id());
        return decision.remembering(
                memory.pacing(memory.pace().saying(decision.replies().size(), clock.instant())));
    }

    private Optional<Decision> kept(Mail.ReplyFailed mail, Turn failed, Turn newest, Memory memory) {
        var reply = failed.replies().get(mail.reply().index());
        if (reply instanceof Reply.Template) {
            return Optional.empty(); // it is what goes out in place of words
        }
        if (!replies.hasFailed(failed, mail.reply().index())) {
            return Optional.empty(); // a later try got through
        }
        var isAgents = failed.speaker() == Turn.Speaker.AGENT;
        var decision = saying(List.of(reply), failed, memory, isAgents ? Outcome.AGENT_SPOKE : failed.outcome());
        if (hasCustomerWrittenSince(failed, newest)) {
            // An agent's words are still news then; the bot's were about what the customer wrote before.
            return isAgents ? Optional.of(decision) : Optional.empty();
        }
        var purpose =
                failed.outcome() == Outcome.HANDED_BACK ? Purpose.BUSINESS : isAgents ? Purpose.AGENT : Purpose.ANSWER;
        return rules.shutOut(decision, purpose, mail.conversation());
    }

    private boolean hasCustomerWrittenSince(Turn failed, Turn newest) {
        return newest.number() > failed.number()
                && turns.after(failed.conversation(), failed.number(), MOST_SINCE).stream()
                        .anyMatch(turn -> turn.speaker() == Turn.Speaker.CUSTOMER);
    }

    private Optional<Decision> again(Mail.ReplyFailed mail, Turn failed, Turn newest, Memory memory) {
        var now = clock.instant();
        if (failed.number() != newest.number() || failed.decidedAt().plus(STALE).isBefore(now)) {
            return Optional.empty();
        }
        var tried = timesTried(failed);
        var missing = replies.failedTail(failed);
        if (tried >= PAUSES.size() || !missing.containsKey(mail.reply().index())) {
            return Optional.empty();
        }
        var left = Duration.between(now, mail.receivedAt().plus(PAUSES.get(tried)));
        if (left.isPositive()) {
            throw RetryableFailure.waiting("A reply that failed is said again after a pause", left.plusMillis(999));
        }
        return Optional.of(saying(List.copyOf(missing.values()), failed, memory, Outcome.RESENT));
    }

    private int timesTried(Turn turn) {
        var times = 0;
        for (var before = Optional.of(turn);
                before.filter(one -> one.outcome() == Outcome.RESENT).isPresent();
                before = turns.find(turn.conversation(), turn.number() - times)) {
            times++;
        }
        return times;
    }

    private static Decision saying(List<Reply> replies, Turn failed, Memory memory, Outcome outcome) {
        return new Decision(replies, memory, outcome, "", 0, failed.ticket(), null, 0);
    }
}
