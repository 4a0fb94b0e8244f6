package dev.shopbell.dialogue;

import dev.shopbell.channels.Words;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.TemplateFields;
import dev.shopbell.definition.ApprovedTemplate;
import dev.shopbell.definition.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/** Fills an approved template for one customer. */
final class FilledTemplate {

    /** Longer ones are no names that people have: a shop's system, or a joker, wrote them. */
    private static final int LONGEST_NAME = 40;

    /** Of less no name is left to be known by. */
    private static final int SHORTEST_NAME = 8;

    /** Source: developers.facebook.com/documentation/business-messaging/whatsapp/templates/components, "Text header". */
    private static final int LONGEST_TITLE = 60;

    private final Wording wording;
    private final ApprovedTemplate template;

    FilledTemplate(Wording wording, ApprovedTemplate template) {
        this.wording = wording;
        this.template = template;
    }

    /** @param words what its body reads */
    Reply.Template of(String words, Memory memory) {
        var fields = new TemplateFields(
                header(memory),
                template.body().stream().map(value -> value(value, memory)).toList(),
                template.buttons().stream().map(button -> press(button, memory)).toList());
        return new Reply.Template(
                filled(words, memory), template.name(), template.language().in(memory.language()), fields);
    }

    private TemplateFields.Header header(Memory memory) {
        var header = template.header();
        if (header == null) {
            return new TemplateFields.NoHeader();
        }
        var words = header.words();
        if (words != null) {
            return new TemplateFields.Words(words.variable(), title(words.text().in(memory.language()), memory));
        }
        var picture = header.picture();
        if (picture != null) {
            var name = picture.name().in(memory.language());
            return new TemplateFields.Picture(picture.kind(), picture.url(), name);
        }
        var place = header.place();
        return place == null
                ? new TemplateFields.NoHeader()
                : new TemplateFields.Spot(
                        place.latitude(),
                        place.longitude(),
                        place.name().in(memory.language()),
                        place.address().in(memory.language()));
    }

    private TemplateFields.Value value(ApprovedTemplate.Value value, Memory memory) {
        var words = filled(value.text(), memory);
        return switch (value.kind()) {
            case TEXT -> new TemplateFields.Words(value.variable(), words);
            case TIME -> new TemplateFields.Moment(value.variable(), words);
            case MONEY -> new TemplateFields.Money(value.variable(), words, value.currency(), value.thousandths());
        };
    }

    private TemplateFields.Press press(ApprovedTemplate.Press button, Memory memory) {
        var title = button.title().in(memory.language());
        return switch (button.kind()) {
            case INTENT -> new TemplateFields.Answer(intent(button.value(), memory));
            case PAGE -> new TemplateFields.Page(title, button.value(), filled(button.text(), memory));
            case CODE -> new TemplateFields.Code(button.value());
            case FORM -> {
                var data = new HashMap<String, String>();
                button.data().forEach((name, words) -> data.put(name, filled(words, memory)));
                yield new TemplateFields.Flow(title, button.value(), data);
            }
            case CALL -> new TemplateFields.Call(title, button.value());
        };
    }

    private Option intent(String name, Memory memory) {
        return wording.intentOptions(List.of(name), memory.language()).getFirst();
    }

    private String filled(Texts texts, Memory memory) {
        return filled(texts.in(memory.language()), memory);
    }

    private String filled(String words, Memory memory) {
        return words.replace(ApprovedTemplate.NAME, name(memory, LONGEST_NAME));
    }

    /** A title has room for 60 characters, and a template that is longer is refused for good. */
    private String title(String words, Memory memory) {
        var pieces = words.split(Pattern.quote(ApprovedTemplate.NAME), -1);
        var names = pieces.length - 1;
        var left = LONGEST_TITLE - String.join("", pieces).length();
        return names == 0 ? words : String.join(name(memory, Math.min(LONGEST_NAME, left / names)), pieces);
    }

    /** What customers call themselves, or the shop calls them, cut at a blank; else what is said to those without a name. */
    private String name(Memory memory, int most) {
        var name = memory.name().strip().replaceAll("\\s+", " ");
        var isName = name.codePoints().anyMatch(Character::isLetterOrDigit) && most >= SHORTEST_NAME;
        return isName ? Words.split(name, most).getFirst() : template.nameless().in(memory.language());
    }
}
