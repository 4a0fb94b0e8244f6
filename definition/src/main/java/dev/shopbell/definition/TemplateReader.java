package dev.shopbell.definition;

import dev.shopbell.conversation.ContentSid;
import dev.shopbell.conversation.MediaKind;
import dev.shopbell.definition.ApprovedTemplate.Header;
import dev.shopbell.definition.ApprovedTemplate.Reopening;
import dev.shopbell.definition.ApprovedTemplate.Value;
import dev.shopbell.definition.ApprovedTemplate.ValueKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an approved template and what is filled into it.
 *
 * <p>Source of names and limits: developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview ("Names",
 * "Parameter formats") and .../templates/components (a header of 60 characters).
 */
final class TemplateReader {

    private static final List<String> FIELDS = List.of("name", "language", "header", "body", "buttons", "nameless");
    private static final List<String> CHANNELS = List.of("whatsapp", "messenger");
    private static final List<String> HEADERS = List.of("text", "image", "video", "file", "place");
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Pattern VARIABLE = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern FACT = Pattern.compile("\\{[^{}]*}");
    private static final int LONGEST_HEADER = 60;
    private static final double MOST_MONEY = 1e12;

    private final List<String> languages;
    private final AttachedReader shown;

    TemplateReader(List<String> languages, AttachedReader shown) {
        this.languages = languages;
        this.shown = shown;
    }

    /** The template that an answer is sent with. */
    ApprovedTemplate read(YamlNode node) {
        node.allow(with("channels"));
        var channels = node.at("channels").isPresent() ? node.at("channels").texts() : List.of("whatsapp");
        channels.stream().filter(channel -> !CHANNELS.contains(channel)).forEach(channel -> node.at("channels")
                .problem("There are no templates on \"" + channel + "\"." + Nearest.hint(channel, CHANNELS)));
        return read(node, channels);
    }

    /** The template that asks a customer to write again; null if there is none. */
    @Nullable
    Reopening readReopening(YamlNode node) {
        if (!node.isPresent()) {
            return null;
        }
        node.allow(with("text"));
        return new Reopening(TextsReader.read(node.at("text"), languages, "text"), read(node, List.of("whatsapp")));
    }

    private static List<String> with(String field) {
        return Stream.concat(FIELDS.stream(), Stream.of(field)).toList();
    }

    private ApprovedTemplate read(YamlNode node, List<String> channels) {
        var name = node.at("name").text("The template has no name. Add \"name:\" as it is registered.");
        if (!name.isEmpty() && !NAME.matcher(name).matches() && !ContentSid.is(name)) {
            node.at("name")
                    .problem("\"" + name + "\" is no template's name. They have a-z, 0-9 and _ only, and Twilio's"
                            + " (ContentSid) HX and 32 hexadecimal digits.");
        }
        if (!node.at("name").isPresent()) {
            node.problem("The template has no name. Add \"name:\" as it is registered.");
        }
        var template = new ApprovedTemplate(
                name,
                node.at("language").isPresent() ? words(node.at("language")) : ownCodes(),
                channels,
                header(node.at("header")),
                body(node.at("body")),
                new TemplateButtonReader(languages, shown).read(node.at("buttons")),
                node.at("nameless").isPresent() ? words(node.at("nameless")) : new Texts(Map.of()));
        checkFacts(node, template);
        return template;
    }

    private Texts words(YamlNode node) {
        return TextsReader.readFact(node, languages);
    }

    private Texts ownCodes() {
        return new Texts(languages.stream().collect(Collectors.toMap(l -> l, l -> l.replace('-', '_'))));
    }

    private @Nullable Header header(YamlNode node) {
        if (!node.isPresent()) {
            return null;
        }
        node.allow(HEADERS);
        var kinds = HEADERS.stream().filter(kind -> node.at(kind).isPresent()).toList();
        if (kinds.size() != 1) {
            node.problem("A header is one of these: text, image, video, file, place. Keep one.");
            return null;
        }
        var value = node.at(kinds.getFirst());
        return switch (kinds.getFirst()) {
            case "text" -> new Header(title(value), null, null);
            case "image" -> new Header(null, shown.media(value, Optional.of(MediaKind.IMAGE)), null);
            case "video" -> new Header(null, shown.media(value, Optional.of(MediaKind.VIDEO)), null);
            case "file" -> new Header(null, shown.media(value, Optional.of(MediaKind.FILE)), null);
            default -> new Header(null, null, place(value));
        };
    }

    private Attached.Place place(YamlNode node) {
        var place = shown.place(node);
        if (place.name().isEmpty() || place.address().isEmpty()) {
            node.problem("A header's place needs \"name:\" and \"address:\".");
        }
        return place;
    }

    /** Its one variable: by name if it has one. */
    private Value title(YamlNode node) {
        var named = node.fields().size() == 1
                && !languages.contains(node.fields().keySet().iterator().next());
        var value = node.isMap() && named
                ? value(
                        node.fields().keySet().iterator().next(),
                        node.fields().values().iterator().next())
                : value("", node);
        value.text().byLanguage().values().stream()
                .filter(words -> words.length() > LONGEST_HEADER)
                .forEach(words -> node.problem("\"" + words + "\" has " + words.length() + " characters; a header has "
                        + LONGEST_HEADER + ". Shorten it."));
        return value;
    }

    private List<Value> body(YamlNode node) {
        if (node.isMap()) {
            return node.fields().entrySet().stream()
                    .map(each -> value(each.getKey(), each.getValue()))
                    .toList();
        }
        return node.items().stream().map(item -> value("", item)).toList();
    }

    private Value value(String variable, YamlNode node) {
        if (!variable.isEmpty() && !VARIABLE.matcher(variable).matches()) {
            node.problem(
                    "\"" + variable + "\" is no variable's name. They have a-z, 0-9 and _, a letter first; numbered"
                            + " ones are a list: lines that begin with \"- \".");
        }
        if (node.at("money").isPresent()) {
            node.allow(List.of("money", "currency", "amount"));
            return money(variable, node);
        }
        if (node.at("time").isPresent()) {
            node.allow(List.of("time"));
            return new Value(variable, ValueKind.TIME, words(node.at("time")), "", 0);
        }
        return new Value(variable, ValueKind.TEXT, words(node), "", 0);
    }

    private Value money(String variable, YamlNode node) {
        var currency = node.at("currency").textOr("");
        if (!currency.matches("[A-Z]{3}") || !node.at("amount").isPresent()) {
            node.problem("Money needs \"currency:\", such as EUR, and \"amount:\", such as 12.50, beside its words.");
        }
        return new Value(
                variable,
                ValueKind.MONEY,
                words(node.at("money")),
                currency,
                Math.round(node.at("amount").number(0, 0, MOST_MONEY) * 1000));
    }

    private static void checkFacts(YamlNode node, ApprovedTemplate template) {
        var header = template.header();
        var title = header == null ? null : header.words();
        var all = Stream.of(
                        title == null ? Stream.<Texts>empty() : Stream.of(title.text()),
                        template.body().stream().map(Value::text),
                        template.buttons().stream().map(ApprovedTemplate.Press::text),
                        template.buttons().stream().flatMap(button -> button.data().values().stream()))
                .flatMap(texts -> texts)
                .flatMap(texts -> texts.byLanguage().values().stream())
                .flatMap(words -> FACT.matcher(words).results().map(found -> found.group()))
                .distinct()
                .toList();
        all.stream()
                .filter(fact -> !fact.equals(ApprovedTemplate.NAME))
                .forEach(fact -> node.problem(
                        "Nothing is known here to put for " + fact + ". There is {name}, the" + " customer's."));
        if (all.contains(ApprovedTemplate.NAME) && template.nameless().isEmpty()) {
            node.problem("Not every customer's name is known, and platforms refuse a template with an empty place. Add"
                    + " \"nameless:\" with what is said for {name} then.");
        }
    }
}
