package dev.shopbell.dialogue;

import dev.shopbell.channels.web.Visitor;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.definition.BotDefinition;
import dev.shopbell.definition.BotDefinition.Intent;
import dev.shopbell.definition.Phrase;
import java.util.List;
import java.util.Optional;

/** Answers words that were understood, more or less. */
final class AnswerText {

    /** Sure enough to leave a flow for: below this, words during a flow are taken as an answer to its question. */
    private static final double SURE = 0.5;

    /** Two readings closer than this are a close call, if neither is sure. */
    private static final double CLOSE = 0.08;

    private final BotDefinition bot;
    private final Wording wording;
    private final FlowSteps flows;
    private final CallPerson callPerson;
    private final Quote quote;

    AnswerText(BotDefinition bot, Wording wording, FlowSteps flows, CallPerson callPerson) {
        this.bot = bot;
        this.wording = wording;
        this.flows = flows;
        this.callPerson = callPerson;
        this.quote = new Quote(wording);
    }

    /** What comes of the customer's words. */
    Decision answerTo(String text, Memory memory, Understanding understood, Mail.CustomerSaid said, long turn) {
        var best = best(understood);
        if (!memory.flow().isEmpty()) {
            return inFlow(text, memory, understood, best, said, turn);
        }
        if (isForDocuments(understood, best)) {
            return quote.answer(memory, understood.knowledge());
        }
        if (best.isPresent()) {
            return isCloseCall(understood)
                    ? closeCall(memory, understood)
                    : answer(memory, best.get(), understood, said, turn);
        }
        return flows.corrected(memory, understood, said, turn)
                .orElseGet(() -> notUnderstood(memory, understood, said, turn));
    }

    /**
     * The nlu looks into documents only where it does not trust its intents. But who may have asked for a person, or was polite, is
     * not sent to read.
     */
    private static boolean isForDocuments(Understanding understood, Optional<Intent> best) {
        return !understood.knowledge().isEmpty()
                && best.filter(i -> i.handover() || i.cancels() || i.smallTalk())
                        .isEmpty();
    }

    private Optional<Intent> best(Understanding understood) {
        return understood.outOfScope() || understood.intents().isEmpty()
                ? Optional.empty()
                : bot.intent(understood.intents().getFirst().name());
    }

    private static double confidence(Understanding understood) {
        return understood.intents().isEmpty()
                ? 0
                : understood.intents().getFirst().confidence();
    }

    private static boolean isCloseCall(Understanding understood) {
        var intents = understood.intents();
        return intents.size() > 1
                && intents.get(0).confidence() < SURE
                && intents.get(0).confidence() - intents.get(1).confidence() < CLOSE;
    }

    private Decision closeCall(Memory memory, Understanding understood) {
        var names = understood.intents().stream()
                .limit(2)
                .map(Understanding.ScoredIntent::name)
                .toList();
        var options = wording.intentOptions(names, memory.language());
        var ask = Wording.withChoices(wording.phrase(Phrase.DID_YOU_MEAN, memory.language()), options);
        return Decision.say(ask, memory.offering(options), Outcome.ASKED, names.getFirst(), confidence(understood));
    }

    /** During a flow: its answer first, then a change of subject, then small talk; else the question stands. */
    private Decision inFlow(
            String text,
            Memory memory,
            Understanding understood,
            Optional<Intent> best,
            Mail.CustomerSaid said,
            long turn) {
        if (best.filter(Intent::cancels).isPresent()) {
            return flows.abandoned(memory);
        }
        var value = flows.valueExpected(memory, understood, text, best, confidence(understood));
        if (value.isPresent()) {
            return flows.filled(memory, value.get(), said, turn);
        }
        if (isForDocuments(understood, best)) {
            var passage = understood.knowledge().getFirst();
            var answered = new Reply.Text(quote.words(passage, memory.language()));
            var next = memory.after("", "answered from " + passage.source());
            return resumed(next, answered, Quote.INTENT, passage.score());
        }
        var other = best.filter(i -> !i.flow().equals(memory.flow()) && confidence(understood) >= SURE);
        if (other.isPresent()) {
            return interrupted(memory, other.get(), understood, said, turn);
        }
        return flows.notFilled(memory, said, understood, turn);
    }

    /** Answers something else in between, and comes back to the question. */
    private Decision interrupted(
            Memory memory, Intent other, Understanding understood, Mail.CustomerSaid said, long turn) {
        if (other.handover() || !other.flow().isEmpty()) {
            return answer(memory.inFlow("", ""), other, understood, said, turn);
        }
        var answer = words(other, understood, memory, said);
        return resumed(memory.after(other.name(), "answered"), answer, other.name(), confidence(understood));
    }

    private Decision resumed(Memory memory, Reply answer, String intent, double confidence) {
        var question = flows.question(memory);
        var resume = wording.phrase(Phrase.RESUME, memory.language());
        var back = resume + " " + question.text();
        // What shows more than words is said as it is, and the question after it.
        List<Reply> replies = answer instanceof Reply.Text
                ? List.of(Wording.withChoices(answer.text() + "\n\n" + back, question.choices()))
                : List.of(answer, Wording.withChoices(back, question.choices()));
        return Decision.say(
                        replies.getFirst(),
                        memory.failing(0).offering(question.choices()),
                        Outcome.ANSWERED,
                        intent,
                        confidence)
                .saying(replies);
    }

    /** A passage was chosen by its title. */
    Decision quoted(Memory memory, Understanding understood) {
        return quote.answer(memory, understood.knowledge());
    }

    /** Does what an intent is for. */
    Decision answer(Memory memory, Intent intent, Understanding understood, Mail.CustomerSaid said, long turn) {
        if (intent.handover()) {
            return callPerson.because("asked", memory.after(intent.name(), "asked"), understood, said, turn);
        }
        if (!intent.flow().isEmpty()) {
            return flows.started(memory.failing(0), intent, understood, said, turn);
        }
        if (intent.cancels() && !memory.flow().isEmpty()) {
            return flows.abandoned(memory);
        }
        var reply = words(intent, understood, memory, said);
        var next = memory.failing(0).offering(reply.choices()).after(intent.name(), "answered");
        return Decision.say(reply, next, Outcome.ANSWERED, intent.name(), confidence(understood));
    }

    /** A code goes only to whom the shop has signed for just now, not to whom a code has proved. */
    private Reply words(Intent intent, Understanding understood, Memory memory, Mail.CustomerSaid said) {
        var needsLogin = intent.answer().in(memory.language()).contains(BotDefinition.LINK_CODE)
                && Visitor.customerOf(said.conversation()).isEmpty();
        return needsLogin
                ? new Reply.Text(wording.phrase(Phrase.LOG_IN, memory.language()))
                : wording.answer(intent, understood, memory, said.conversation());
    }

    private Decision notUnderstood(Memory memory, Understanding understood, Mail.CustomerSaid said, long turn) {
        var failures = memory.failures() + 1;
        var next = memory.failing(failures).after("", "not understood");
        if (failures >= bot.routing().afterFailures()) {
            return callPerson.because("not_understood", next, understood, said, turn);
        }
        var options = wording.suggestions(understood, memory.language());
        var reply = Wording.withChoices(wording.phrase(Phrase.NOT_UNDERSTOOD, memory.language()), options);
        return Decision.say(reply, next.offering(options), Outcome.NOT_UNDERSTOOD, "", confidence(understood));
    }
}
