package dev.shopbell.dialogue;

import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Turn;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Understanding.Entity;
import dev.shopbell.conversation.Utterance;
import dev.shopbell.platform.Opinion;
import dev.shopbell.platform.Opinion.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one mail is understood where there is a second engine. Our own is asked first, always: it finds what flows need, its
 * answer is what remains when the other has none, and it costs a millisecond beside a request over the network. For one mail,
 * and one thread.
 */
final class Hearing implements Understands {

    private final Understands own;
    private final SecondEngine second;
    private final Part part;
    private final boolean shadow;
    private Optional<Heard> heard = Optional.empty();

    /** What was understood, for the record. */
    private record Heard(Utterance utterance, String own, SecondEngine.Answer other) {}

    /**
     * @param part what the second engine has to do with this conversation
     * @param shadow whether it sees afterwards what it was not asked
     */
    Hearing(Understands own, SecondEngine second, Part part, boolean shadow) {
        this.own = own;
        this.second = second;
        this.part = part;
        this.shadow = shadow;
    }

    @Override
    public Understanding understand(Utterance utterance) {
        var ours = own.understand(utterance);
        if (ours.intents().isEmpty()) {
            return ours; // the answer that a flow asked for, or nothing to read: there is no second opinion on that
        }
        var theirs = part == Part.TRIAL ? second.ask(utterance) : SecondEngine.Answer.NOT_ASKED;
        heard = Optional.of(new Heard(utterance, best(ours), theirs));
        return theirs.understanding().map(other -> together(ours, other)).orElse(ours);
    }

    /** The other's intents; ours is what flows and handover rely on: entities, language, mood. */
    private static Understanding together(Understanding ours, Understanding theirs) {
        var entities = new ArrayList<>(ours.entities());
        for (Entity entity : theirs.entities()) {
            if (ours.entities().stream().noneMatch(known -> known.type().equals(entity.type()))) {
                entities.add(entity);
            }
        }
        return new Understanding(
                ours.language(),
                theirs.intents().isEmpty() ? ours.intents() : theirs.intents(), // out of scope: guesses to suggest
                theirs.outOfScope(),
                entities,
                ours.anger(),
                ours.sentiment() == 0 ? theirs.sentiment() : ours.sentiment(),
                ours.urgency(),
                theirs.intents().isEmpty() || theirs.outOfScope() ? ours.knowledge() : List.of());
    }

    /**
     * After the answer went out: notes what became of it, or has the second engine look at the same words. Never throws: the
     * conversation does not depend on it.
     */
    void settle(Turn turn, Memory before) {
        heard.ifPresent(what -> {
            if (shadow && part != Part.TRIAL) {
                second.showLater(what.utterance(), turn, what.own());
            }
            if (part != Part.SHADOW) {
                var other = what.other();
                second.note(new Opinion(
                        turn.conversation(),
                        turn.number(),
                        part,
                        second.name(),
                        what.own(),
                        other.understanding().map(Hearing::best).orElse(""),
                        other.trouble(),
                        other.millis(),
                        wentBadly(turn, before) || !other.trouble().isEmpty(),
                        turn.decidedAt()));
            }
        });
    }

    /** Not understood, or a person was called for once the bot had spoken. Who begins by asking for a person blames nobody. */
    private static boolean wentBadly(Turn turn, Memory before) {
        var escalation = turn.escalation();
        var calledAfterwards = escalation != null
                && (escalation.reason().equals("not_understood")
                        || !before.tried().isEmpty());
        return turn.outcome() == Outcome.NOT_UNDERSTOOD || calledAfterwards;
    }

    private static String best(Understanding understanding) {
        return understanding.outOfScope() || understanding.intents().isEmpty()
                ? ""
                : understanding.intents().getFirst().name();
    }
}
