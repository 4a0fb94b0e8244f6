package dev.shopbell.nlu.exchange;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Entities marked within an example: {@code [NYC](city)}, {@code [NYC](city:New York)},
 * {@code [NYC]{"entity": "city", "value": "New York"}}. Source: legacy-docs-oss.rasa.com/docs/rasa/training-data-format,
 * "Entities".
 */
final class RasaAnnotations {
    private static final Pattern MARKED =
            Pattern.compile("\\[([^\\[\\]]*)](?:\\(([^()]*)\\)|(\\{[^{}]*}))(?:\\[[^\\[\\]]*])?");

    private final Draft draft;

    RasaAnnotations(Draft draft) {
        this.draft = draft;
    }

    /** The example as a customer would write it; what was marked is added to the entities. */
    String plain(Tree at, String example) {
        var found = MARKED.matcher(example);
        var out = new StringBuilder();
        while (found.find()) {
            note(at, found);
            found.appendReplacement(out, Matcher.quoteReplacement(found.group(1)));
        }
        return found.appendTail(out).toString();
    }

    private void note(Tree at, Matcher found) {
        var words = found.group(1);
        var entity = "";
        var value = words;
        if (found.group(2) != null) {
            var parts = found.group(2).split(":", 2);
            entity = parts[0];
            value = parts.length == 2 ? parts[1] : words;
        } else {
            var marks = marks(at, found.group(3));
            entity = marks.at("entity").text();
            value = marks.at("value").isPresent() ? marks.at("value").text() : words;
            if (marks.at("role").says() || marks.at("group").says()) {
                draft.leave(
                        at,
                        "\"" + words + "\" has a role or a group.",
                        "A flow's slots tell such things apart: give each its own.");
            }
        }
        if (entity.isBlank()) {
            draft.leave(at, "\"" + found.group() + "\" names no entity.", "The words alone were kept.");
            return;
        }
        var of = entity.strip();
        var canonical = value;
        draft.entity(of)
                .filter(e -> e.pattern.isEmpty())
                .ifPresent(e -> e.value(canonical, canonical.equals(words) ? List.of() : List.of(words)));
    }

    private Tree marks(Tree at, String json) {
        try {
            return TreeReader.json(at.file(), json);
        } catch (IOException e) {
            draft.leave(at, "\"" + json + "\" is not JSON.", "The words alone were kept.");
            return Tree.absent(at.file(), at.line());
        }
    }
}
