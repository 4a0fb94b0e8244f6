package dev.shopbell.definition;

import dev.shopbell.definition.ApprovedTemplate.Press;
import dev.shopbell.definition.ApprovedTemplate.PressKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the buttons of an approved template.
 *
 * <p>Source of the limits: developers.facebook.com/documentation/business-messaging/whatsapp/templates/components, "Buttons": 10,
 * of which 2 pages, 1 number and 1 code; labels of 25 characters; a code of 20 letters and digits.
 */
final class TemplateButtonReader {

    static final int LONGEST_LABEL = 25;
    private static final int MOST = 10;
    private static final Map<PressKind, Integer> MOST_OF =
            Map.of(PressKind.PAGE, 2, PressKind.CALL, 1, PressKind.CODE, 1, PressKind.FORM, 1);
    private static final String CODE = "[A-Za-z0-9]{1,20}";
    private static final String NUMBER = "\\+[0-9]{5,15}";
    private static final Texts NONE = new Texts(Map.of());

    private final List<String> languages;
    private final AttachedReader shown;

    TemplateButtonReader(List<String> languages, AttachedReader shown) {
        this.languages = languages;
        this.shown = shown;
    }

    List<Press> read(YamlNode node) {
        var buttons = node.items().stream().map(this::button).toList();
        if (buttons.size() > MOST) {
            node.problem("A template has room for " + MOST + " buttons. Remove " + (buttons.size() - MOST) + ".");
        }
        MOST_OF.forEach((kind, most) -> {
            if (buttons.stream().filter(button -> button.kind() == kind).count() > most) {
                node.problem("A template has at most " + most + (most == 1 ? " button" : " buttons") + " of this kind: "
                        + called(kind) + ".");
            }
        });
        return buttons;
    }

    private static String called(PressKind kind) {
        return switch (kind) {
            case INTENT -> "an intent";
            case PAGE -> "url";
            case CODE -> "code";
            case FORM -> "form";
            case CALL -> "phone";
        };
    }

    private Press button(YamlNode node) {
        if (!node.isMap()) {
            var intent = node.text("This button is empty. Write the name of an intent, or \"{title: …, url: …}\".");
            return new Press(PressKind.INTENT, intent, NONE, NONE, Map.of());
        }
        var kind = Stream.of(PressKind.PAGE, PressKind.CODE, PressKind.FORM, PressKind.CALL)
                .filter(each -> node.at(called(each)).isPresent())
                .toList();
        if (kind.size() != 1) {
            node.problem(
                    "A button is the name of an intent, or has one of \"url:\", \"code:\", \"form:\" and \"phone:\".");
            return new Press(PressKind.INTENT, "", NONE, NONE, Map.of());
        }
        return switch (kind.getFirst()) {
            case PAGE -> page(node);
            case CODE -> {
                node.allow(List.of("code"));
                yield new Press(PressKind.CODE, matching(node.at("code"), CODE, "SPRING10"), NONE, NONE, Map.of());
            }
            case FORM -> form(node);
            default -> {
                node.allow(List.of("title", "phone"));
                var number = matching(node.at("phone"), NUMBER, "+34600123456");
                yield new Press(PressKind.CALL, number, label(node), NONE, Map.of());
            }
        };
    }

    private Press page(YamlNode node) {
        node.allow(List.of("title", "url", "suffix"));
        var suffix = node.at("suffix").isPresent() ? TextsReader.readFact(node.at("suffix"), languages) : NONE;
        if (suffix.byLanguage().values().stream().anyMatch(words -> words.contains(ApprovedTemplate.NAME))) {
            node.at("suffix")
                    .problem("A customer's name is no part of an address. Take {name} out of \"suffix:\", or say it in"
                            + " \"body:\".");
        }
        return new Press(PressKind.PAGE, AttachedReader.url(node.at("url"), true), label(node), suffix, Map.of());
    }

    private Press form(YamlNode node) {
        node.allow(List.of("title", "form", "data"));
        var data = new LinkedHashMap<String, Texts>();
        node.at("data").fields().forEach((name, value) -> data.put(name, TextsReader.readFact(value, languages)));
        var token = node.at("form")
                .text("Write a token that comes back with the form, or \"form: reply\" for the reply's id.");
        return new Press(PressKind.FORM, token.equals("reply") ? "" : token, label(node), NONE, data);
    }

    private Texts label(YamlNode node) {
        return shown.line(node, "title", LONGEST_LABEL);
    }

    private static String matching(YamlNode node, String pattern, String example) {
        var written = node.text("This is empty. Write something like " + example + ".");
        if (!written.isEmpty() && !written.matches(pattern)) {
            node.problem("\"" + written + "\" does not do here. Write it like " + example + ".");
        }
        return written;
    }
}
