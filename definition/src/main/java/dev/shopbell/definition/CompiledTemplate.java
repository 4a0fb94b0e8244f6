package dev.shopbell.definition;

import static dev.shopbell.definition.CompiledBot.list;
import static dev.shopbell.definition.CompiledBot.map;
import static dev.shopbell.definition.CompiledBot.orNull;
import static dev.shopbell.definition.CompiledBot.text;
import static dev.shopbell.definition.CompiledBot.texts;
import static dev.shopbell.definition.CompiledBot.words;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.definition.ApprovedTemplate.Header;
import dev.shopbell.definition.ApprovedTemplate.Press;
import dev.shopbell.definition.ApprovedTemplate.PressKind;
import dev.shopbell.definition.ApprovedTemplate.Reopening;
import dev.shopbell.definition.ApprovedTemplate.Value;
import dev.shopbell.definition.ApprovedTemplate.ValueKind;

/** Reads the templates in {@code bot.json}, as {@link CompiledBot} reads the rest. */
final class CompiledTemplate {

    private CompiledTemplate() {}

    static Reopening reopening(JsonNode reopening) {
        return new Reopening(words(reopening.path("text")), read(reopening.path("template")));
    }

    static ApprovedTemplate read(JsonNode template) {
        return new ApprovedTemplate(
                text(template, "name"),
                words(template.path("language")),
                texts(template.path("channels")),
                orNull(template.path("header"), CompiledTemplate::header),
                list(template.path("body"), CompiledTemplate::value),
                list(template.path("buttons"), CompiledTemplate::press),
                words(template.path("nameless")));
    }

    private static Header header(JsonNode header) {
        return new Header(
                orNull(header.path("words"), CompiledTemplate::value),
                orNull(header.path("picture"), CompiledBot::media),
                orNull(header.path("place"), CompiledBot::place));
    }

    private static Value value(JsonNode value) {
        return new Value(
                text(value, "variable"),
                ValueKind.valueOf(text(value, "kind")),
                words(value.path("text")),
                text(value, "currency"),
                value.path("thousandths").asLong());
    }

    private static Press press(JsonNode press) {
        return new Press(
                PressKind.valueOf(text(press, "kind")),
                text(press, "value"),
                words(press.path("title")),
                words(press.path("text")),
                map(press.path("data"), CompiledBot::words));
    }
}
