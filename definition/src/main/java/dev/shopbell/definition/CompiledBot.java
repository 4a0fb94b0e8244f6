package dev.shopbell.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.MediaKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code bot.json} field by field. A mapper would first find out by reflection what the twenty records have in them, which took
 * a quarter of the dialogue's cold start. What is not written is empty, what is not known is skipped: bot and function need not be of
 * one age.
 */
final class CompiledBot {

    private CompiledBot() {}

    static BotDefinition read(JsonNode bot) {
        return new BotDefinition(
                text(bot, "name"),
                texts(bot.path("languages")),
                text(bot, "timeZone"),
                text(bot, "phoneRegion"),
                list(bot.path("intents"), CompiledBot::intent),
                list(bot.path("flows"), CompiledBot::flow),
                map(bot.path("phrases"), CompiledBot::words),
                map(bot.path("hours"), CompiledBot::texts),
                texts(bot.path("closedDays")),
                orNull(bot.path("quietHours"), CompiledBot::quietHours),
                routing(bot.path("routing")),
                map(bot.path("connectors"), CompiledBot::connector),
                list(bot.path("entities"), CompiledBot::entity),
                orNull(bot.path("reopening"), CompiledTemplate::reopening));
    }

    private static BotDefinition.Intent intent(JsonNode intent) {
        return new BotDefinition.Intent(
                text(intent, "name"),
                words(intent.path("title")),
                map(intent.path("examples"), CompiledBot::texts),
                words(intent.path("answer")),
                texts(intent.path("choices")),
                text(intent, "flow"),
                intent.path("handover").asBoolean(),
                intent.path("cancels").asBoolean(),
                intent.path("smallTalk").asBoolean(),
                orNull(intent.path("attached"), CompiledBot::attached));
    }

    private static Attached attached(JsonNode attached) {
        return new Attached(
                list(attached.path("cards"), CompiledBot::card),
                orNull(attached.path("media"), CompiledBot::media),
                orNull(attached.path("place"), CompiledBot::place),
                orNull(attached.path("form"), CompiledBot::form),
                orNull(attached.path("template"), CompiledTemplate::read));
    }

    private static Attached.Card card(JsonNode card) {
        return new Attached.Card(
                words(card.path("title")),
                words(card.path("subtitle")),
                text(card, "image"),
                list(card.path("buttons"), CompiledBot::button));
    }

    private static Attached.Button button(JsonNode button) {
        return new Attached.Button(text(button, "intent"), words(button.path("title")), text(button, "url"));
    }

    static Attached.Media media(JsonNode media) {
        return new Attached.Media(
                MediaKind.valueOf(text(media, "kind")), text(media, "url"), words(media.path("name")));
    }

    static Attached.Place place(JsonNode place) {
        return new Attached.Place(
                place.path("latitude").asDouble(),
                place.path("longitude").asDouble(),
                words(place.path("name")),
                words(place.path("address")));
    }

    private static Attached.Form form(JsonNode form) {
        return new Attached.Form(text(form, "id"), words(form.path("title")), text(form, "url"));
    }

    private static BotDefinition.Flow flow(JsonNode flow) {
        return new BotDefinition.Flow(
                text(flow, "name"),
                list(flow.path("slots"), CompiledBot::slot),
                text(flow, "connector"),
                text(flow, "key"),
                words(flow.path("found")),
                words(flow.path("missing")),
                words(flow.path("done")),
                words(flow.path("abandoned")));
    }

    private static BotDefinition.Slot slot(JsonNode slot) {
        return new BotDefinition.Slot(
                text(slot, "name"),
                text(slot, "entity"),
                words(slot.path("ask")),
                words(slot.path("invalid")),
                list(slot.path("choices"), CompiledBot::words));
    }

    private static QuietHours quietHours(JsonNode hours) {
        return new QuietHours(text(hours, "from"), text(hours, "until"));
    }

    private static BotDefinition.Routing routing(JsonNode routing) {
        return new BotDefinition.Routing(
                routing.path("afterFailures").asInt(),
                routing.path("angerAbove").asDouble(),
                map(routing.path("priorities"), JsonNode::asInt));
    }

    private static BotDefinition.Connector connector(JsonNode connector) {
        return new BotDefinition.Connector(
                text(connector, "type"),
                orNull(connector.path("owner"), JsonNode::asText),
                map(connector.path("records"), record -> map(record, CompiledBot::words)));
    }

    private static BotDefinition.EntityType entity(JsonNode entity) {
        return new BotDefinition.EntityType(
                text(entity, "type"), text(entity, "pattern"), map(entity.path("values"), CompiledBot::texts));
    }

    static Texts words(JsonNode words) {
        return new Texts(map(words, JsonNode::asText));
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    static List<String> texts(JsonNode array) {
        return list(array, JsonNode::asText);
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
        return array.valueStream().map(each).toList();
    }

    static <T> Map<String, T> map(JsonNode object, Function<JsonNode, T> each) {
        var map = new LinkedHashMap<String, T>();
        object.properties().forEach(field -> map.put(field.getKey(), each.apply(field.getValue())));
        return map;
    }

    static <T> @Nullable T orNull(JsonNode node, Function<JsonNode, T> read) {
        return node.isMissingNode() || node.isNull() ? null : read.apply(node);
    }
}
