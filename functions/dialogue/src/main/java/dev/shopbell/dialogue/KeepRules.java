package dev.shopbell.dialogue;

import dev.shopbell.channels.Network;
import dev.shopbell.channels.Words;
import dev.shopbell.channels.road.SendingRules;
import dev.shopbell.channels.road.SendingRules.Purpose;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Reply;
import dev.shopbell.definition.BotDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the rules of the road: what was decided is said, waits, or is left unsaid. */
final class KeepRules {

    /** So long after their last words people are still at it. */
    private static final Duration STILL_THERE = Duration.ofHours(1);

    private final BotDefinition bot;
    private final Supplier<Optional<String>> reopening;
    private final Clock clock;

    /** @param reopening the name of WhatsApp's template that asks the customer to write back; asked at each use */
    KeepRules(BotDefinition bot, Supplier<Optional<String>> reopening, Clock clock) {
        this.bot = bot;
        this.reopening = reopening;
        this.clock = clock;
    }

    /** What becomes of a decision under the rules. */
    Decision kept(Decision decision, Mail mail, boolean optedOut) {
        if (decision.replies().isEmpty()) {
            return decision;
        }
        var facts = new SendingRules.Facts(
                Network.of(mail.conversation()),
                purpose(decision, mail),
                optedOut,
                Instant.ofEpochMilli(decision.memory().heardAt()),
                isQuiet(),
                mayAskForAWord(decision.memory(), mail.conversation()));
        return switch (SendingRules.judge(facts, clock.instant())) {
            case SEND, SEND_AS_HUMAN_AGENT -> decision;
            case HOLD -> held(decision);
            case SEND_TEMPLATE_AND_HOLD -> heldBehindTemplate(decision);
            case SKIP ->
                decision.saying(List.of()).remembering(decision.memory().offering(List.of()));
            case REFUSE -> refused(decision.memory());
        };
    }

    /**
     * What becomes of words that the platform refused since its window is closed; empty if they are left out.
     *
     * @param decision to say them
     */
    Optional<Decision> shutOut(Decision decision, Purpose purpose, ConversationId conversation) {
        var template = mayAskForAWord(decision.memory(), conversation);
        var facts = new SendingRules.Facts(
                Network.of(conversation), purpose, false, Instant.EPOCH, isQuiet(), template, true);
        return switch (SendingRules.judge(facts, clock.instant())) {
            case HOLD -> Optional.of(held(decision));
            case SEND_TEMPLATE_AND_HOLD -> Optional.of(heldBehindTemplate(decision));
            case SKIP -> Optional.empty();
            case SEND, SEND_AS_HUMAN_AGENT, REFUSE ->
                throw new IllegalStateException("There is no way through a window that is closed");
        };
    }

    /** Whether a template may ask the customer to write. Where words wait already, they were asked; who does not answer is asked no more. */
    private boolean mayAskForAWord(Memory memory, ConversationId conversation) {
        return SendingRules.hasTemplates(Network.of(conversation))
                && memory.held().isEmpty()
                && reopening
                        .get()
                        .filter(name -> Network.knowsTemplate(conversation, name))
                        .isPresent();
    }

    /** Nothing is said; a person who has the conversation still reads what the customer wrote. */
    Decision refused(Memory memory) {
        return Decision.silent(memory, Outcome.REFUSED, memory.ticket());
    }

    /** Approved at the platform by the owner: it may go out at any time, and asks the customer to write. */
    private Reply template(Memory memory) {
        return Reopening.template(bot, reopening.get().orElseThrow(), memory);
    }

    private Decision heldBehindTemplate(Decision decision) {
        var held = held(decision);
        return held.outcome() == Outcome.HELD ? held.sayingBefore(template(decision.memory())) : held;
    }

    /** A template goes out, whatever the window; only other words wait. */
    private static Decision held(Decision decision) {
        var words = decision.replies().stream()
                .filter(reply -> !(reply instanceof Reply.Template))
                .map(KeepRules::words)
                .filter(said -> !said.isBlank())
                .toList();
        if (words.isEmpty()) {
            return decision;
        }
        return decision.remembering(decision.memory().holding(words)).ending(Outcome.HELD);
    }

    /** All that it says; choices are offered anew with the answer that comes behind it. */
    private static String words(Reply reply) {
        return reply instanceof Reply.Choices choices ? choices.text() : Words.said(reply);
    }

    private boolean isQuiet() {
        return bot.isQuietAt(LocalTime.now(clock.withZone(ZoneId.of(bot.timeZone()))));
    }

    /** Asking for a rating belongs to the talk while the customer is there; later it is the business that begins. */
    private Purpose purpose(Decision decision, Mail mail) {
        var heardAt = Instant.ofEpochMilli(decision.memory().heardAt());
        return switch (mail) {
            case Mail.CustomerSaid ignored -> Purpose.ANSWER;
            case Mail.ReplyFailed ignored -> Purpose.ANSWER;
            case Mail.AgentSaid ignored -> Purpose.AGENT;
            case Mail.HandedBack ignored ->
                clock.instant().isBefore(heardAt.plus(STILL_THERE)) ? Purpose.ANSWER : Purpose.BUSINESS;
        };
    }
}
