package dev.shopbell.nlu.exchange;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts words where Lex's utterances have the names of slots: "order {number}" becomes "order 1042". */
final class LexBlanks {
    private static final Pattern BLANK = Pattern.compile("\\{([A-Za-z0-9_.-]+)}");
    private static final Map<String, String> BUILT_IN = Map.of(
            "AMAZON.Number", "5",
            "AMAZON.Date", "tomorrow",
            "AMAZON.DATE", "tomorrow",
            "AMAZON.Time", "10:00",
            "AMAZON.TIME", "10:00",
            "AMAZON.NUMBER", "5",
            "AMAZON.PhoneNumber", "+34 600 123 456",
            "AMAZON.EmailAddress", "ana@example.org");

    private final Draft draft;
    private final Map<String, String> types;

    /** @param types the type of each slot */
    LexBlanks(Draft draft, Map<String, String> types) {
        this.draft = draft;
        this.types = types;
    }

    String fill(Tree at, String utterance) {
        return BLANK.matcher(utterance).replaceAll(blank -> Matcher.quoteReplacement(words(at, blank.group(1))));
    }

    private String words(Tree at, String slot) {
        var type = types.getOrDefault(slot, slot);
        var builtIn = BUILT_IN.get(type);
        if (builtIn != null) {
            return builtIn;
        }
        var value = draft.ifEntity(type)
                .flatMap(entity -> entity.values.keySet().stream().findFirst());
        if (value.isEmpty()) {
            draft.leave(
                    at,
                    "There is no sample of \"" + slot + "\" to put into the example.",
                    "Write one as a customer would in place of the slot's name.");
        }
        return value.orElseGet(
                () -> Names.title(new Names("something").of(slot)).toLowerCase(Locale.ROOT));
    }
}
