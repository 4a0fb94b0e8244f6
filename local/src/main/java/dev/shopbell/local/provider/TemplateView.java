package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the customer sees of a template: as it was registered, with what was filled in; of one that was not registered, what was
 * filled in is all there is.
 *
 * @param text what can be read
 * @param choices what can be pressed, links left out
 * @param shown for pages: {@code {title, picture, body, footer, buttons: [{kind, title, value}]}}
 */
record TemplateView(String text, List<Sent.Choice> choices, JsonNode shown) {

    static TemplateView of(FilledTemplate sent, TemplateShelf shelf) {
        var known = shelf.find(sent.name(), sent.language());
        var shown = Json.object();
        if (known.isMissingNode()) {
            shown.put("title", "[" + sent.name() + "]");
        }
        title(shown, TemplateShelf.part(known, "HEADER"), sent.header());
        var body = TemplateShelf.part(known, "BODY").path("text");
        shown.put(
                "body",
                body.isMissingNode()
                        ? sent.body().stream().map(FilledTemplate::text).collect(Collectors.joining(", "))
                        : filled(body.asText(), sent.body()));
        var footer = TemplateShelf.part(known, "FOOTER").path("text");
        if (!footer.isMissingNode()) {
            shown.put("footer", footer.asText());
        }
        var buttons = known.isMissingNode()
                ? sent.buttons().values().stream()
                        .map(TemplateView::unregistered)
                        .toList()
                : registered(TemplateShelf.part(known, "BUTTONS").path("buttons"), sent);
        buttons.forEach(shown.putArray("buttons")::add);
        return new TemplateView(text(shown, known.isMissingNode()), choices(buttons), shown);
    }

    private static void title(ObjectNode shown, JsonNode known, JsonNode sent) {
        var type = sent.path("type").asText();
        if (known.has("text")) {
            shown.put("title", filled(known.path("text").asText(), sent.isMissingNode() ? List.of() : List.of(sent)));
        } else if (type.equals("text")) {
            shown.put("title", shown.path("title").asText() + " " + FilledTemplate.text(sent));
        } else if (!type.isEmpty()) {
            shown.set("picture", sent);
        }
    }

    private static String filled(String text, List<JsonNode> values) {
        var names = TemplateRules.variables(text);
        return TemplateRules.VARIABLE.matcher(text).replaceAll(found -> {
            var value = values.stream()
                    .filter(each -> each.path("parameter_name").asText().equals(found.group(1)))
                    .findFirst();
            var at = names.indexOf(found.group(1));
            var words = value.map(FilledTemplate::text)
                    .orElseGet(() -> at < values.size() ? FilledTemplate.text(values.get(at)) : found.group());
            return Matcher.quoteReplacement(words);
        });
    }

    private static ObjectNode button(String kind, String title, String value) {
        return Json.object().put("kind", kind).put("title", title).put("value", value);
    }

    private static ObjectNode unregistered(FilledTemplate.Button sent) {
        return switch (sent.kind()) {
            case "quick_reply" -> button("reply", sent.value(), sent.value());
            case "copy_code" -> button("code", "Copy code", sent.value());
            case "flow" -> button("flow", "Form", sent.value());
            default -> button("url", "… " + sent.value(), "");
        };
    }

    private static List<ObjectNode> registered(JsonNode known, FilledTemplate sent) {
        var buttons = new ArrayList<ObjectNode>();
        var filled = sent.buttonsAmong(known);
        for (int at = 0; at < known.size(); at++) {
            var each = known.path(at);
            var title = each.path("text").asText();
            var value = filled.containsKey(at) ? filled.get(at).value() : "";
            buttons.add(
                    switch (each.path("type").asText().toLowerCase(Locale.ROOT)) {
                        case "url" ->
                            button(
                                    "url",
                                    title,
                                    TemplateRules.VARIABLE
                                            .matcher(each.path("url").asText())
                                            .replaceAll(Matcher.quoteReplacement(value)));
                        case "phone_number" ->
                            button("call", title, each.path("phone_number").asText());
                        case "copy_code" -> button("code", title.isEmpty() ? "Copy code" : title, value);
                        case "flow" -> button("flow", title, value);
                        default -> button("reply", title, answer(each, title, value));
                    });
        }
        return buttons;
    }

    /** On Messenger the registered payload may have more than the place for what is sent. */
    private static String answer(JsonNode button, String title, String value) {
        var payload = button.path("payload").asText(value.isEmpty() ? title : "{{1}}");
        return TemplateRules.VARIABLE.matcher(payload).replaceAll(Matcher.quoteReplacement(value));
    }

    private static List<Sent.Choice> choices(List<ObjectNode> buttons) {
        return buttons.stream()
                .filter(each -> each.path("kind").asText().equals("reply"))
                .map(each -> new Sent.Choice(
                        each.path("value").asText(), each.path("title").asText()))
                .toList();
    }

    /** The name and the values on one line, where no more is known. */
    private static String text(ObjectNode shown, boolean unknown) {
        var picture = shown.path("picture");
        var type = picture.path("type").asText();
        var first = type.isEmpty()
                ? ""
                : "[" + type + "] "
                        + picture.path(type)
                                .path("link")
                                .asText(picture.path(type).path("name").asText());
        var words = unknown
                ? Stream.of(
                        shown.path("title").asText() + " " + shown.path("body").asText())
                : Stream.of(
                        shown.path("title").asText(),
                        shown.path("body").asText(),
                        shown.path("footer").asText());
        var pages = shown.path("buttons")
                .valueStream()
                .filter(each -> !each.path("kind").asText().equals("reply"))
                .map(each -> Stream.of(
                                each.path("title").asText(), each.path("value").asText())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(": ")));
        return Stream.of(Stream.of(first), words, pages)
                .flatMap(lines -> lines)
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
