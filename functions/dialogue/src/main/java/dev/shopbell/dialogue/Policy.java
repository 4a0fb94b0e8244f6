package dev.shopbell.dialogue;

import dev.shopbell.channels.road.Keywords;
import dev.shopbell.channels.web.Visitor;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Utterance;
import dev.shopbell.conversation.Wish;
import dev.shopbell.definition.BotDefinition;
import dev.shopbell.definition.Phrase;
import dev.shopbell.dialogue.KnowCustomer.Proof;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides what a mail comes to. It changes nothing and sends nothing; the same memory and mail come to the same
 * decision.
 */
final class Policy {

    private final BotDefinition bot;
    private final Understands nlu;
    private final Wording wording;
    private final FlowSteps flows;
    private final CallPerson callPerson;
    private final AnswerText answers;
    private final KeepRules rules;

    Policy(BotDefinition bot, Understands nlu, LooksUp connectors, Clock clock) {
        this(bot, nlu, connectors, Optional::empty, clock);
    }

    /** @param reopening the name of WhatsApp's template that asks the customer to write back; empty for the bot's own, if it has one */
    Policy(BotDefinition bot, Understands nlu, LooksUp connectors, Supplier<Optional<String>> reopening, Clock clock) {
        this.bot = bot;
        this.nlu = nlu;
        this.wording = new Wording(bot);
        this.callPerson = new CallPerson(bot, wording, clock);
        this.flows = new FlowSteps(bot, wording, connectors, callPerson);
        this.answers = new AnswerText(bot, wording, flows, callPerson);
        this.rules = new KeepRules(bot, () -> Reopening.name(bot, reopening.get()), clock);
    }

    private Policy(Policy same, Understands nlu) {
        this.bot = same.bot;
        this.nlu = nlu;
        this.wording = same.wording;
        this.callPerson = same.callPerson;
        this.flows = same.flows;
        this.answers = same.answers;
        this.rules = same.rules;
    }

    /** The rules of the road that it keeps. */
    KeepRules rules() {
        return rules;
    }

    /** The same policy, for one mail that somebody else listens to as well. */
    Policy hearing(Understands nlu) {
        return new Policy(this, nlu);
    }

    /**
     * @param optedOut whether the customer wants no messages
     * @param turn the number that the turn will have: a ticket opened by it is named after it
     */
    Decision decide(Memory memory, boolean optedOut, Mail mail, long turn) {
        return decide(memory, Proof.NONE, optedOut, mail, turn);
    }

    /**
     * @param proof what the mail has shown of who wrote it; a code is no words to be understood
     * @param optedOut whether the customer wants no messages
     * @param turn the number that the turn will have: a ticket opened by it is named after it
     */
    Decision decide(Memory memory, Proof proof, boolean optedOut, Mail mail, long turn) {
        if (proof != Proof.NONE && mail instanceof Mail.CustomerSaid said) {
            return codeShown(greeted(memory, said).hearing(said.receivedAt()), memory.held(), proof, said);
        }
        return switch (mail) {
            case Mail.AgentSaid agent -> rules.kept(agentSaid(memory, agent), mail, optedOut);
            case Mail.HandedBack back -> rules.kept(handedBack(memory, back), mail, optedOut);
            case Mail.CustomerSaid said -> heard(greeted(memory, said), optedOut, said, turn);
            // Nobody spoke: what becomes of the reply depends on what was said since, see MakeGood.
            case Mail.ReplyFailed ignored -> Decision.silent(memory, Outcome.IGNORED, memory.ticket());
        };
    }

    private Decision heard(Memory before, boolean optedOut, Mail.CustomerSaid said, long turn) {
        var waited = before.held();
        var memory = before.hearing(said.receivedAt());
        var wish = said.message() instanceof InboundMessage.Consent consent ? consent.wish() : Wish.HELP;
        if (wish == Wish.STOP) {
            // Nothing is said, not even goodbye: the carriers confirm it themselves, and "nothing more" means nothing
            // more.
            return Decision.silent(
                    inItsLanguage(memory, said.message().words()).wishing(Wish.STOP),
                    Outcome.OPTED_OUT,
                    memory.ticket());
        }
        if (optedOut && wish != Wish.START) {
            return rules.refused(memory);
        }
        var decision = said.message() instanceof InboundMessage.Consent consent
                ? wished(memory, consent, optedOut, said, turn)
                : customerSaid(memory, said, turn);
        return rules.kept(disclosing(memory, decision.sayingFirst(waited)), said, false);
    }

    private Decision codeShown(Memory memory, List<String> waited, Proof proof, Mail.CustomerSaid said) {
        if (!memory.ticket().isEmpty()) {
            return rules.kept(
                    Decision.silent(memory, Outcome.TO_AGENT, memory.ticket()).sayingFirst(waited), said, false);
        }
        var phrase = proof == Proof.GOOD_CODE ? Phrase.LINKED : Phrase.LOG_IN;
        var reply = new Reply.Text(wording.phrase(phrase, memory.language()));
        var decision = Decision.say(reply, memory.failing(0).offering(List.of()), Outcome.ANSWERED, "", 1);
        return rules.kept(disclosing(memory, decision.sayingFirst(waited)), said, false);
    }

    private Decision wished(
            Memory memory, InboundMessage.Consent consent, boolean optedOut, Mail.CustomerSaid said, long turn) {
        if (consent.wish() == Wish.HELP) {
            return told(memory, Phrase.HELP, consent, Outcome.ANSWERED);
        }
        return optedOut
                ? told(memory.wishing(Wish.START), Phrase.OPTED_IN, consent, Outcome.OPTED_IN)
                : customerSaid(memory, asText(said, consent), turn);
    }

    private Decision told(Memory before, Phrase phrase, InboundMessage.Consent consent, Outcome outcome) {
        var memory = inItsLanguage(before, consent.body());
        List<Reply> replies =
                consent.answered() ? List.of() : List.of(new Reply.Text(wording.phrase(phrase, memory.language())));
        return new Decision(replies, memory, outcome, "", 0, memory.ticket(), null, 0);
    }

    private static Mail.CustomerSaid asText(Mail.CustomerSaid said, InboundMessage.Consent consent) {
        var text = new InboundMessage.Text(consent.id(), consent.conversation(), consent.body());
        return new Mail.CustomerSaid(text, said.sentAt(), said.receivedAt(), said.profileName());
    }

    /** A word such as AYUDA tells its language as well, if it is one that the bot speaks. */
    private Memory inItsLanguage(Memory memory, String word) {
        var languages = Keywords.languages(word);
        return languages.contains(memory.language())
                ? memory
                : bot.languages().stream()
                        .filter(languages::contains)
                        .findFirst()
                        .map(language -> memory.speaking(language, ""))
                        .orElse(memory);
    }

    private Memory greeted(Memory memory, Mail.CustomerSaid said) {
        var language = memory.language().isEmpty() ? bot.defaultLanguage() : memory.language();
        // What the shop calls a customer counts for more than what a platform does.
        var isNamedByShop = !memory.customer().isEmpty()
                && !memory.name().isEmpty()
                && Visitor.customerOf(said.conversation()).isEmpty();
        return memory.speaking(language, isNamedByShop ? "" : said.profileName());
    }

    private static Decision agentSaid(Memory memory, Mail.AgentSaid agent) {
        if (!agent.ticket().equals(memory.ticket())) {
            return Decision.silent(memory, Outcome.IGNORED, "");
        }
        var reply = new Reply.Text(agent.text());
        return new Decision(List.of(reply), memory, Outcome.AGENT_SPOKE, "", 0, agent.ticket(), null, 0);
    }

    private Decision handedBack(Memory memory, Mail.HandedBack back) {
        if (!back.ticket().equals(memory.ticket())) {
            return Decision.silent(memory, Outcome.IGNORED, "");
        }
        var options = wording.ratings();
        var ask = new Reply.Choices(wording.phrase(Phrase.ASK_RATING, memory.language()), options);
        var next = memory.withBot(back.ticket()).offering(options);
        return new Decision(List.of(ask), next, Outcome.HANDED_BACK, "", 0, back.ticket(), null, 0);
    }

    private Decision customerSaid(Memory memory, Mail.CustomerSaid said, long turn) {
        if (!memory.ticket().isEmpty()) {
            return Decision.silent(memory, Outcome.TO_AGENT, memory.ticket());
        }
        return switch (said.message()) {
            case InboundMessage.Unsupported ignored -> cannotRead(memory);
            case InboundMessage.Consent consent -> spoken(memory, consent.body(), said, turn);
            case InboundMessage.Choice choice -> chosen(memory, choice.value(), choice.title(), said, turn);
            case InboundMessage.Text text ->
                typedOption(memory, text.body())
                        .map(option -> chosen(memory, option.value(), option.title(), said, turn))
                        .orElseGet(() -> spoken(memory, text.body(), said, turn));
        };
    }

    private Decision cannotRead(Memory memory) {
        var reply = new Reply.Text(wording.phrase(Phrase.CANNOT_READ, memory.language()));
        return Decision.say(reply, memory, Outcome.NOT_UNDERSTOOD, "", 0);
    }

    /** "2", or the title itself, where the last reply offered choices: how a choice is made on a channel without buttons. */
    private static Optional<Option> typedOption(Memory memory, String text) {
        var typed = text.strip().toLowerCase(Locale.ROOT);
        var offered = memory.offered();
        // A title wins over a number: a rating's "5" is the fifth title, wherever it stands.
        return offered.stream()
                .filter(o -> o.title().toLowerCase(Locale.ROOT).equals(typed))
                .findFirst()
                .or(() -> typed.matches("[1-9][0-9]?[.)]?")
                        ? numbered(offered, Integer.parseInt(typed.replaceAll("[.)]", "")))
                        : Optional.empty());
    }

    private static Optional<Option> numbered(List<Option> offered, int number) {
        return number <= offered.size() ? Optional.of(offered.get(number - 1)) : Optional.empty();
    }

    private Decision chosen(Memory memory, String value, String title, Mail.CustomerSaid said, long turn) {
        if (value.startsWith(Wording.RATING)) {
            return rated(memory, value.substring(Wording.RATING.length()));
        }
        if (value.startsWith(Wording.INTENT)) {
            var name = value.substring(Wording.INTENT.length());
            var intent = bot.intent(name);
            if (intent.isPresent()) {
                return answers.answer(memory, intent.get(), Understanding.certain(name), said, turn);
            }
        }
        if (value.startsWith(Wording.SLOT) && !memory.expected().isEmpty()) {
            return flows.filled(memory, value.substring(Wording.SLOT.length()), said, turn);
        }
        if (value.startsWith(Wording.KNOWLEDGE)) {
            var key = value.substring(Wording.KNOWLEDGE.length());
            var found = nlu.understand(Utterance.choosing(key, title, memory.language()));
            if (!found.knowledge().isEmpty()) {
                return answers.quoted(memory, found);
            }
        }
        // A button of some other time or menu: its words are still words.
        return spoken(memory, title.isEmpty() ? value : title, said, turn);
    }

    private Decision rated(Memory memory, String stars) {
        var ticket = memory.rating();
        var rating = stars.matches("[1-5]") ? Integer.parseInt(stars) : 0;
        if (ticket.isEmpty() || rating == 0) {
            return new Decision(List.of(), memory, Outcome.IGNORED, "", 0, "", null, 0);
        }
        var thanks = new Reply.Text(wording.phrase(Phrase.RATED, memory.language()));
        var next = memory.withBot("").offering(List.of());
        return new Decision(List.of(thanks), next, Outcome.RATED, "", 0, ticket, null, rating);
    }

    private Decision spoken(Memory memory, String text, Mail.CustomerSaid said, long turn) {
        var expected = bot.flow(memory.flow())
                .flatMap(f -> f.slots().stream()
                        .filter(s -> s.name().equals(memory.expected()))
                        .findFirst())
                .map(BotDefinition.Slot::entity)
                .orElse("");
        var known = memory.recentIntents().isEmpty() ? "" : memory.language();
        var understood = nlu.understand(new Utterance(text, known, expected, memory.flow(), memory.recentIntents()));
        var heardIn = bot.languages().contains(understood.language()) ? understood.language() : memory.language();
        var listening = memory.speaking(heardIn, "");
        if (understood.anger() >= bot.routing().angerAbove()) {
            return callPerson.because("anger", listening, understood, said, turn);
        }
        return answers.answerTo(text, listening, understood, said, turn);
    }

    /** At first contact the bot says that it is one, in front of whatever it says. */
    private Decision disclosing(Memory before, Decision decision) {
        if (before.disclosed() || decision.replies().isEmpty()) {
            return decision;
        }
        var disclosure = wording.phrase(Phrase.DISCLOSURE, decision.memory().language());
        var first = decision.replies().getFirst();
        // A template reads as it was approved.
        var told = first instanceof Reply.Template
                ? decision.sayingBefore(new Reply.Text(disclosure))
                : decision.sayingInstead(first.withText(disclosure + "\n\n" + first.text()));
        return told.remembering(decision.memory().asDisclosed());
    }
}
