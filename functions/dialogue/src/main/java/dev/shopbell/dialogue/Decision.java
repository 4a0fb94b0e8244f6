package dev.shopbell.dialogue;

import dev.shopbell.conversation.Escalation;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Reply;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a turn comes to, before it is saved.
 *
 * @param replies in order; empty to keep silent
 * @param memory what is remembered from now on
 * @param intent empty if none was understood
 * @param confidence 0..1
 * @param ticket the ticket the turn belongs to; empty if none
 * @param escalation present if a person is called
 * @param rating 1..5, or 0
 */
record Decision(
        List<Reply> replies,
        Memory memory,
        Outcome outcome,
        String intent,
        double confidence,
        String ticket,
        @Nullable Escalation escalation,
        int rating) {

    Decision {
        replies = List.copyOf(replies);
    }

    static Decision say(Reply reply, Memory memory, Outcome outcome, String intent, double confidence) {
        return new Decision(List.of(reply), memory, outcome, intent, confidence, "", null, 0);
    }

    static Decision silent(Memory memory, Outcome outcome, String ticket) {
        return new Decision(List.of(), memory, outcome, "", 0, ticket, null, 0);
    }

    Decision remembering(Memory memory) {
        return new Decision(replies, memory, outcome, intent, confidence, ticket, escalation, rating);
    }

    /** With words in front that waited for this moment. */
    Decision sayingFirst(List<String> words) {
        if (words.isEmpty()) {
            return this;
        }
        var all = new ArrayList<Reply>();
        words.forEach(text -> all.add(new Reply.Text(text)));
        all.addAll(replies);
        return saying(all);
    }

    Decision sayingBefore(Reply reply) {
        var all = new ArrayList<Reply>(List.of(reply));
        all.addAll(replies);
        return saying(all);
    }

    /** With another first reply. */
    Decision sayingInstead(Reply reply) {
        var all = new ArrayList<>(replies);
        all.set(0, reply);
        return saying(all);
    }

    Decision ending(Outcome outcome) {
        return new Decision(replies, memory, outcome, intent, confidence, ticket, escalation, rating);
    }

    Decision saying(List<Reply> replies) {
        return new Decision(replies, memory, outcome, intent, confidence, ticket, escalation, rating);
    }
}
