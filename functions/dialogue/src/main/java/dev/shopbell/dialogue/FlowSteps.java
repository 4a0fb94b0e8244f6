package dev.shopbell.dialogue;

import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.definition.BotDefinition;
import dev.shopbell.definition.BotDefinition.Flow;
import dev.shopbell.definition.BotDefinition.Intent;
import dev.shopbell.definition.BotDefinition.Slot;
import dev.shopbell.definition.Phrase;
import dev.shopbell.definition.Texts;
import dev.shopbell.platform.RetryableFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks through a flow: fills its slots, looks up, ends. */
final class FlowSteps {

    private static final double SURE = 0.5;

    private final BotDefinition bot;
    private final Wording wording;
    private final LooksUp connectors;
    private final CallPerson callPerson;

    FlowSteps(BotDefinition bot, Wording wording, LooksUp connectors, CallPerson callPerson) {
        this.bot = bot;
        this.wording = wording;
        this.connectors = connectors;
        this.callPerson = callPerson;
    }

    /** Begins the intent's flow with whatever the first sentence holds already. */
    Decision started(Memory memory, Intent intent, Understanding understood, Mail.CustomerSaid said, long turn) {
        var flow = flow(intent.flow());
        var next = memory;
        for (var slot : flow.slots()) {
            // What is asked anew is answered anew: an order number of last week is not meant.
            next = next.forgetting(slot.name());
            var value = entity(slot, understood);
            if (value.isPresent()) {
                next = next.knowing(slot.name(), value.get());
            }
        }
        return goOn(next.inFlow(flow.name(), "").after(intent.name(), "started"), flow, said, turn);
    }

    /** The value that these words give for the slot asked for, if they give one. */
    Optional<String> valueExpected(
            Memory memory, Understanding understood, String text, Optional<Intent> best, double confidence) {
        var slot = slot(memory);
        var found = entity(slot, understood);
        if (found.isPresent() || !slot.entity().equals("text")) {
            return found;
        }
        var changesSubject = best.filter(i -> !i.flow().equals(memory.flow())).isPresent() && confidence >= SURE;
        return changesSubject ? Optional.empty() : Optional.of(text.strip());
    }

    /** The slot asked for is filled. */
    Decision filled(Memory memory, String value, Mail.CustomerSaid said, long turn) {
        var next = memory.knowing(memory.expected(), value).failing(0);
        return goOn(next, flow(memory.flow()), said, turn);
    }

    /** The words held neither the slot's value nor another subject. */
    Decision notFilled(Memory memory, Mail.CustomerSaid said, Understanding understood, long turn) {
        var slot = slot(memory);
        var invalid = slot.invalid().isEmpty() ? slot.ask() : slot.invalid();
        return failed(
                memory, Wording.fill(invalid, memory.language(), memory.slots(), Map.of()), said, understood, turn);
    }

    private Decision failed(Memory memory, String words, Mail.CustomerSaid said, Understanding understood, long turn) {
        var failures = memory.failures() + 1;
        var next = memory.failing(failures).after(memory.flow(), "asked again");
        if (failures >= bot.routing().afterFailures()) {
            return callPerson.because("not_understood", next, understood, said, turn);
        }
        var options = options(slot(memory), memory.language());
        return Decision.say(
                Wording.withChoices(words, options), next.offering(options), Outcome.ASKED, memory.flow(), 0);
    }

    /** "No, I meant 1043": the value of a flow that just ended is mended, and the flow ends again. */
    Optional<Decision> corrected(Memory memory, Understanding understood, Mail.CustomerSaid said, long turn) {
        return bot.flow(memory.finished()).flatMap(flow -> flow.slots().stream()
                .filter(slot -> !slot.entity().equals("text")
                        && entity(slot, understood).isPresent())
                .findFirst()
                .map(slot -> goOn(
                        memory.inFlow(flow.name(), "")
                                .failing(0)
                                .knowing(slot.name(), entity(slot, understood).orElseThrow()),
                        flow,
                        said,
                        turn)));
    }

    Decision abandoned(Memory memory) {
        var flow = flow(memory.flow());
        var reply = new Reply.Text(flow.abandoned().in(memory.language()));
        var next = memory.inFlow("", "").failing(0).offering(List.of()).after(flow.name(), "called off");
        return Decision.say(reply, next, Outcome.COMPLETED, flow.name(), 1);
    }

    /** The question of the slot asked for, once more. */
    Reply question(Memory memory) {
        return ask(slot(memory), memory);
    }

    private Decision goOn(Memory memory, Flow flow, Mail.CustomerSaid said, long turn) {
        for (var slot : flow.slots()) {
            if (!memory.slots().containsKey(slot.name())) {
                var question = ask(slot, memory);
                var next = memory.inFlow(flow.name(), slot.name()).offering(question.choices());
                return Decision.say(question, next, Outcome.ASKED, flow.name(), 1);
            }
        }
        return flow.connector().isEmpty()
                ? done(memory, flow, flow.done(), Map.of())
                : lookedUp(memory, flow, said, turn);
    }

    private Decision lookedUp(Memory memory, Flow flow, Mail.CustomerSaid said, long turn) {
        var key = memory.slots().getOrDefault(flow.key(), "");
        Lookup lookup;
        try {
            lookup = connectors.find(new LooksUp.Inquiry(flow.connector(), key, memory.language(), memory.customer()));
        } catch (RetryableFailure e) {
            // The customer is told rather than kept waiting: asking again is one sentence.
            var reply = new Reply.Text(wording.phrase(Phrase.LOOKUP_FAILED, memory.language()));
            return Decision.say(reply, memory.inFlow("", ""), Outcome.NOT_UNDERSTOOD, flow.name(), 1);
        }
        return switch (lookup) {
            case Lookup.Found(var facts) -> done(memory, flow, flow.found(), facts);
            case Lookup.Missing ignored -> missing(memory, flow, said, turn);
            case Lookup.LoginNeeded ignored -> loginNeeded(memory, flow);
        };
    }

    private Decision loginNeeded(Memory memory, Flow flow) {
        var reply = new Reply.Text(wording.phrase(Phrase.LOG_IN, memory.language()));
        var next = memory.inFlow("", "").failing(0).offering(List.of()).after(flow.name(), "login needed");
        return Decision.say(reply, next, Outcome.COMPLETED, flow.name(), 1);
    }

    private Decision missing(Memory memory, Flow flow, Mail.CustomerSaid said, long turn) {
        var words = Wording.fill(flow.missing(), memory.language(), memory.slots(), Map.of());
        var asking = memory.inFlow(flow.name(), flow.key()).forgetting(flow.key());
        return failed(asking, words, said, Understanding.certain(flow.name()), turn);
    }

    private static Decision done(Memory memory, Flow flow, Texts words, Map<String, String> found) {
        var reply = new Reply.Text(Wording.fill(words, memory.language(), memory.slots(), found));
        var next = memory.inFlow("", "").failing(0).offering(List.of()).after(flow.name(), "completed");
        return Decision.say(reply, next, Outcome.COMPLETED, flow.name(), 1);
    }

    private static Reply ask(Slot slot, Memory memory) {
        var words = Wording.fill(slot.ask(), memory.language(), memory.slots(), Map.of());
        return Wording.withChoices(words, options(slot, memory.language()));
    }

    private static List<Option> options(Slot slot, String language) {
        var options = new ArrayList<Option>();
        slot.choices().forEach(c -> options.add(new Option(Wording.SLOT + c.in(language), c.in(language))));
        return options;
    }

    private static Optional<String> entity(Slot slot, Understanding understood) {
        return understood.entities().stream()
                .filter(e -> e.type().equals(slot.entity()))
                .map(Understanding.Entity::value)
                .findFirst();
    }

    private Flow flow(String name) {
        return bot.flow(name).orElseThrow(() -> new IllegalStateException("A flow that is not in the bot: " + name));
    }

    private Slot slot(Memory memory) {
        var flow = flow(memory.flow());
        return flow.slots().stream()
                .filter(s -> s.name().equals(memory.expected()))
                .findFirst()
                .orElseGet(() -> flow.slots().getFirst());
    }
}
