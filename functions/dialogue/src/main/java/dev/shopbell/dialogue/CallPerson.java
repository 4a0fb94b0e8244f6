package dev.shopbell.dialogue;

import dev.shopbell.conversation.Escalation;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.definition.BotDefinition;
import dev.shopbell.definition.Phrase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;

/** Brings a person in, with what that person needs to know. */
final class CallPerson {

    private static final int LOWEST_PRIORITY = 3;

    private static final int HIGHEST_PRIORITY = 1;

    /** From this urgency (0..1) on, a ticket is ranked higher. */
    private static final double URGENT = 0.6;

    /** Without letters and digits that are taken for one another on the phone. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int TICKET_LENGTH = 8;

    private final BotDefinition bot;
    private final Wording wording;
    private final Clock clock;

    CallPerson(BotDefinition bot, Wording wording, Clock clock) {
        this.bot = bot;
        this.wording = wording;
        this.clock = clock;
    }

    /** @param reason {@code asked}, {@code not_understood}, {@code anger} */
    Decision because(String reason, Memory memory, Understanding understood, Mail.CustomerSaid said, long turn) {
        var ticket = ticket(said.conversation() + "#" + turn);
        var intent = understood.intents().isEmpty()
                ? ""
                : understood.intents().getFirst().name();
        var escalation = new Escalation(
                ticket,
                reason,
                priority(reason, understood),
                intent,
                memory.language(),
                memory.name(),
                memory.customer(),
                memory.slots(),
                memory.tried());
        var phrase = wording.hours().isOpen(clock.instant()) ? Phrase.HANDOVER : Phrase.HANDOVER_CLOSED;
        var reply = new Reply.Text(wording.phrase(phrase, memory.language()));
        return new Decision(
                List.of(reply), memory.withPerson(ticket), Outcome.ESCALATED, intent, 0, ticket, escalation, 0);
    }

    /** As the owner ranks the reason, and one higher where it is urgent. */
    private int priority(String reason, Understanding understood) {
        var ranked = bot.routing().priorities().getOrDefault(reason, LOWEST_PRIORITY);
        return understood.urgency() >= URGENT ? Math.max(HIGHEST_PRIORITY, ranked - 1) : ranked;
    }

    /** Named after the turn that opens it: opened again, it is the same ticket. */
    private static String ticket(String turn) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(turn.getBytes(StandardCharsets.UTF_8));
            var name = new StringBuilder("T-");
            for (int i = 0; i < TICKET_LENGTH; i++) {
                name.append(ALPHABET.charAt(Byte.toUnsignedInt(sha[i]) % ALPHABET.length()));
            }
            return name.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
