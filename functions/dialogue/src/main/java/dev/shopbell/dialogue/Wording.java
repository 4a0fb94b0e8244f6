package dev.shopbell.dialogue;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.definition.BotDefinition;
import dev.shopbell.definition.BotDefinition.Intent;
import dev.shopbell.definition.Phrase;
import dev.shopbell.definition.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts decisions into the bot's own words. Facts are put in by name; nothing is evaluated. */
final class Wording {

    /** An option's value that means an intent: {@code intent:opening_hours}. */
    static final String INTENT = "intent:";

    /** An option's value that answers the slot asked for: {@code slot:large}. */
    static final String SLOT = "slot:";

    /** An option's value that means a passage of the bot's documents, by its key: {@code knowledge:1f2e3d4c}. */
    static final String KNOWLEDGE = "knowledge:";

    /** An option's value that rates: {@code rating:5}. */
    static final String RATING = "rating:";

    private final BotDefinition bot;
    private final OpeningHours hours;

    Wording(BotDefinition bot) {
        this.bot = bot;
        this.hours = new OpeningHours(bot);
    }

    OpeningHours hours() {
        return hours;
    }

    String phrase(Phrase phrase, String language) {
        var texts = bot.phrases().get(phrase.key());
        return texts == null ? "" : texts.in(language).replace("{hours}", hours.ofWeek(language));
    }

    /** An intent's own answer, with its choices or what else it shows. */
    Reply answer(Intent intent, Understanding understood, Memory memory, ConversationId to) {
        var language = memory.language();
        var words = intent.answer().in(language);
        if (words.contains("{hours}")) {
            words = words.replace("{hours}", hoursAskedFor(understood, language));
        }
        var attached = intent.attached();
        return attached == null
                ? withChoices(words, intentOptions(intent.choices(), language))
                : new AnswerReply(this).of(words, attached, memory, to);
    }

    private String hoursAskedFor(Understanding understood, String language) {
        return understood.entities().stream()
                .filter(e -> e.type().equals("date"))
                .findFirst()
                .map(e -> dayOrWeek(e.value(), language))
                .orElseGet(() -> hours.ofWeek(language));
    }

    private String dayOrWeek(String date, String language) {
        try {
            return hours.of(LocalDate.parse(date), language);
        } catch (DateTimeException e) {
            return hours.ofWeek(language); // a date of another shape (a range, say): the whole week answers it too
        }
    }

    /** Words of a flow, with its slots as {@code {slot}} and the record found as {@code {record.field}}. */
    static String fill(Texts texts, String language, Map<String, String> slots, Map<String, String> found) {
        var out = new StringBuilder();
        var words = texts.in(language);
        int from = 0;
        while (true) {
            var open = words.indexOf('{', from);
            var close = words.indexOf('}', open + 1);
            if (open < 0 || close < 0) {
                return out.append(words, from, words.length()).toString();
            }
            var name = words.substring(open + 1, close);
            var fact = name.startsWith("record.") ? found.get(name.substring(7)) : slots.get(name);
            out.append(words, from, open).append(fact == null ? words.substring(open, close + 1) : fact);
            from = close + 1;
        }
    }

    /** The bot's words, and what there is to choose under them. */
    static Reply withChoices(String words, List<Option> options) {
        return options.isEmpty() ? new Reply.Text(words) : new Reply.Choices(words, options);
    }

    List<Option> intentOptions(List<String> intents, String language) {
        var options = new ArrayList<Option>();
        for (var name : intents) {
            bot.intent(name)
                    .ifPresent(
                            i -> options.add(new Option(INTENT + name, i.title().in(language))));
        }
        return options;
    }

    /** What to offer to somebody who was not understood: the likeliest intents, and a person. */
    List<Option> suggestions(Understanding understood, String language) {
        var names = new ArrayList<String>();
        understood.intents().stream()
                .map(Understanding.ScoredIntent::name)
                .filter(this::isSuggestable)
                .limit(3)
                .forEach(names::add);
        bot.intents().stream()
                .map(Intent::name)
                .filter(n -> isSuggestable(n) && !names.contains(n))
                .limit(3L - names.size())
                .forEach(names::add);
        bot.intents().stream().filter(Intent::handover).findFirst().ifPresent(i -> names.add(i.name()));
        return intentOptions(names, language);
    }

    private boolean isSuggestable(String name) {
        return bot.intent(name)
                .filter(i -> !i.smallTalk() && !i.handover() && !i.cancels())
                .isPresent();
    }

    List<Option> ratings() {
        var options = new ArrayList<Option>();
        for (int i = 1; i <= 5; i++) {
            options.add(new Option(RATING + i, Integer.toString(i)));
        }
        return options;
    }
}
