package dev.shopbell.dialogue;

import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.Turn;
import java.time.Instant;
import java.util.List;

/** The turn that a decision makes of a mail. */
final class NextTurn {

    /** Longer words are cut in the record: DynamoDB bills by the kilobyte, and no channel sends as much. */
    private static final int LONGEST_HEARD = 8_000;

    private NextTurn() {}

    static Turn of(Mail mail, long number, Decision decision, Instant now) {
        return turn(mail, number, decision, speaker(mail), agent(mail), now);
    }

    /** In place of one that did not get through: whoever spoke in it speaks again. */
    static Turn inPlaceOf(Turn failed, Mail mail, long number, Decision decision, Instant now) {
        var speaker = failed.speaker() == Turn.Speaker.AGENT ? Turn.Speaker.AGENT : Turn.Speaker.NOBODY;
        return turn(mail, number, decision, speaker, failed.agent(), now);
    }

    private static Turn turn(
            Mail mail, long number, Decision decision, Turn.Speaker speaker, String agent, Instant now) {
        return new Turn(
                mail.conversation(),
                number,
                mail.id(),
                speaker,
                heard(mail),
                agent,
                decision.replies(),
                decision.outcome(),
                decision.intent(),
                decision.confidence(),
                decision.memory().language(),
                decision.ticket(),
                decision.escalation(),
                decision.rating(),
                mail.receivedAt(),
                now,
                MemoryCodec.write(decision.memory(), decision.replies()),
                mail instanceof Mail.CustomerSaid said ? said.message().attachments() : List.of());
    }

    private static Turn.Speaker speaker(Mail mail) {
        return switch (mail) {
            case Mail.CustomerSaid ignored -> Turn.Speaker.CUSTOMER;
            case Mail.AgentSaid ignored -> Turn.Speaker.AGENT;
            case Mail.HandedBack ignored -> Turn.Speaker.NOBODY;
            case Mail.ReplyFailed ignored -> Turn.Speaker.NOBODY;
        };
    }

    private static String heard(Mail mail) {
        if (!(mail instanceof Mail.CustomerSaid said)) {
            return "";
        }
        var words = said.message().words();
        return words.substring(0, Math.min(LONGEST_HEARD, words.length()));
    }

    private static String agent(Mail mail) {
        return switch (mail) {
            case Mail.CustomerSaid ignored -> "";
            case Mail.AgentSaid said -> said.agent();
            case Mail.HandedBack back -> back.agent();
            case Mail.ReplyFailed ignored -> "";
        };
    }
}
