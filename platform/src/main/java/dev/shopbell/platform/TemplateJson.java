package dev.shopbell.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.TemplateFields;
import java.util.HashMap;

/**
 * A template inside a stored turn: {@code d} its name, its language and what is filled into its body, as a version before this
 * one wrote and still reads it; where there is more, {@code f} has all of it: {@code h} the header, {@code b} the body,
 * {@code u} the buttons, each a list that begins with its kind. A button of a kind that this version does not know keeps its
 * place.
 */
final class TemplateJson {

    private TemplateJson() {}

    static void write(ObjectNode node, Reply.Template template) {
        var fields = template.fields();
        var details = node.put("k", "tpl").putArray("d");
        details.add(template.name()).add(template.language());
        fields.body().forEach(value -> details.add(value.text()));
        if (!fields.arePlainWords()) {
            var all = node.putObject("f");
            write(all, fields.header());
            var body = all.putArray("b");
            fields.body().forEach(value -> body.add(json(value)));
            var buttons = all.putArray("u");
            fields.buttons().forEach(button -> buttons.add(json(button)));
        }
    }

    private static void write(ObjectNode fields, TemplateFields.Header header) {
        switch (header) {
            case TemplateFields.NoHeader ignored -> {
                // Without "h" there is none.
            }
            case TemplateFields.Words words -> fields.set("h", json(words));
            case TemplateFields.Picture picture ->
                fields.putArray("h")
                        .add(picture.kind().name())
                        .add(picture.url())
                        .add(picture.name());
            case TemplateFields.Spot spot ->
                fields.putArray("h")
                        .add("place")
                        .add(spot.latitude())
                        .add(spot.longitude())
                        .add(spot.name())
                        .add(spot.address());
        }
    }

    private static JsonNode json(TemplateFields.Value value) {
        return switch (value) {
            case TemplateFields.Words words ->
                Json.array().add("text").add(words.name()).add(words.text());
            case TemplateFields.Moment moment ->
                Json.array().add("time").add(moment.name()).add(moment.text());
            case TemplateFields.Money money ->
                Json.array()
                        .add("money")
                        .add(money.name())
                        .add(money.text())
                        .add(money.currency())
                        .add(money.thousandths());
        };
    }

    private static JsonNode json(TemplateFields.Press button) {
        return switch (button) {
            case TemplateFields.Answer answer ->
                Json.array()
                        .add("answer")
                        .add(answer.option().value())
                        .add(answer.option().title());
            case TemplateFields.Page page ->
                Json.array().add("page").add(page.title()).add(page.url()).add(page.suffix());
            case TemplateFields.Code code -> Json.array().add("code").add(code.code());
            case TemplateFields.Call call ->
                Json.array().add("call").add(call.title()).add(call.phone());
            case TemplateFields.Flow flow -> {
                var list = Json.array().add("flow").add(flow.title()).add(flow.token());
                var data = list.addObject();
                flow.data().forEach(data::put);
                yield list;
            }
        };
    }

    static Reply.Template read(String words, JsonNode node) {
        var details = node.path("d");
        var fields = node.path("f");
        return new Reply.Template(
                words,
                text(details, 0),
                text(details, 1),
                fields.isObject()
                        ? fields(fields)
                        : TemplateFields.of(details.valueStream()
                                .skip(2)
                                .map(JsonNode::asText)
                                .toList()));
    }

    private static TemplateFields fields(JsonNode fields) {
        return new TemplateFields(
                header(fields.path("h")),
                fields.path("b").valueStream().map(TemplateJson::value).toList(),
                fields.path("u").valueStream().map(TemplateJson::button).toList());
    }

    private static TemplateFields.Header header(JsonNode list) {
        return switch (text(list, 0)) {
            case "" -> new TemplateFields.NoHeader();
            case "text" -> new TemplateFields.Words(text(list, 1), text(list, 2));
            case "place" ->
                new TemplateFields.Spot(list.path(1).asDouble(), list.path(2).asDouble(), text(list, 3), text(list, 4));
            default -> new TemplateFields.Picture(ReplyJson.kind(text(list, 0)), text(list, 1), text(list, 2));
        };
    }

    private static TemplateFields.Value value(JsonNode list) {
        return switch (text(list, 0)) {
            case "money" ->
                new TemplateFields.Money(
                        text(list, 1),
                        text(list, 2),
                        text(list, 3),
                        list.path(4).asLong());
            case "time" -> new TemplateFields.Moment(text(list, 1), text(list, 2));
            default -> new TemplateFields.Words(text(list, 1), text(list, 2));
        };
    }

    private static TemplateFields.Press button(JsonNode list) {
        return switch (text(list, 0)) {
            case "answer" -> new TemplateFields.Answer(new Option(text(list, 1), text(list, 2)));
            case "page" -> new TemplateFields.Page(text(list, 1), text(list, 2), text(list, 3));
            case "code" -> new TemplateFields.Code(text(list, 1));
            case "flow" -> {
                var data = new HashMap<String, String>();
                list.path(3)
                        .properties()
                        .forEach(each -> data.put(each.getKey(), each.getValue().asText()));
                yield new TemplateFields.Flow(text(list, 1), text(list, 2), data);
            }
            default -> new TemplateFields.Call(text(list, 1), text(list, 2));
        };
    }

    private static String text(JsonNode list, int index) {
        return list.path(index).asText();
    }
}
