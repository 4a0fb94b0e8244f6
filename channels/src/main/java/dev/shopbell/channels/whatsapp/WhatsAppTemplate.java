package dev.shopbell.channels.whatsapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.graph.GraphApi;
import dev.shopbell.channels.graph.GraphTemplate;
import dev.shopbell.conversation.MediaKind;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.conversation.TemplateFields;
import java.util.List;

/**
 * Writes an approved template with what is filled into it.
 *
 * <p>Sources: developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (header of each kind, named
 * and numbered variables, buttons counted from 0), .../templates/template-media (link, file name),
 * .../templates/marketing-templates/coupon-templates (coupon_code), .../flows/guides/sendingaflow (flow_token,
 * flow_action_data), developers.facebook.com/docs/whatsapp/cloud-api/reference/messages, "Template object" (currency with
 * amount_1000, date_time with fallback_value, payload).
 */
final class WhatsAppTemplate {

    private WhatsAppTemplate() {}

    static ObjectNode write(ReplyId id, Reply.Template template) {
        var content = WhatsAppMessage.content("template");
        var node = GraphTemplate.named(content.putObject("template"), template);
        var components = GraphApi.json().putArray("components");
        header(components, template.fields().header());
        body(components, template.fields().body());
        buttons(components, id, template.fields().buttons());
        if (!components.isEmpty()) {
            node.set("components", components);
        }
        return content;
    }

    private static void header(ArrayNode components, TemplateFields.Header header) {
        if (header instanceof TemplateFields.NoHeader) {
            return;
        }
        var parameters = GraphTemplate.component(components, "header");
        switch (header) {
            case TemplateFields.NoHeader ignored -> {
                // Returned above.
            }
            case TemplateFields.Words words -> GraphTemplate.text(parameters, words);
            case TemplateFields.Picture picture -> picture(parameters, picture);
            case TemplateFields.Spot spot ->
                parameters
                        .addObject()
                        .put("type", "location")
                        .putObject("location")
                        .put("latitude", spot.latitude())
                        .put("longitude", spot.longitude())
                        .put("name", spot.name())
                        .put("address", spot.address());
        }
    }

    private static void picture(ArrayNode parameters, TemplateFields.Picture picture) {
        var type =
                switch (picture.kind()) {
                    case IMAGE -> "image";
                    case VIDEO -> "video";
                    case AUDIO, FILE -> "document";
                };
        var media = parameters.addObject().put("type", type).putObject(type).put("link", picture.url());
        if (picture.kind() == MediaKind.FILE && !picture.name().isBlank()) {
            media.put("filename", picture.name());
        }
    }

    private static void body(ArrayNode components, List<TemplateFields.Value> values) {
        if (values.isEmpty()) {
            return;
        }
        var parameters = GraphTemplate.component(components, "body");
        for (var value : values) {
            switch (value) {
                case TemplateFields.Words words -> GraphTemplate.text(parameters, words);
                case TemplateFields.Money money ->
                    GraphTemplate.parameter(parameters, "currency", money)
                            .putObject("currency")
                            .put("fallback_value", GraphTemplate.onOneLine(money))
                            .put("code", money.currency())
                            .put("amount_1000", money.thousandths());
                case TemplateFields.Moment moment ->
                    GraphTemplate.parameter(parameters, "date_time", moment)
                            .putObject("date_time")
                            .put("fallback_value", GraphTemplate.onOneLine(moment));
            }
        }
    }

    /** Those that are the same for everybody are left out, and still counted. */
    private static void buttons(ArrayNode components, ReplyId id, List<TemplateFields.Press> buttons) {
        for (int at = 0; at < buttons.size(); at++) {
            switch (buttons.get(at)) {
                case TemplateFields.Answer answer
                when !answer.option().value().isEmpty() ->
                    button(components, "quick_reply", at)
                            .put("type", "payload")
                            .put("payload", answer.option().value());
                case TemplateFields.Page page
                when !page.suffix().isEmpty() ->
                    button(components, "url", at).put("type", "text").put("text", page.suffix());
                case TemplateFields.Code code ->
                    button(components, "copy_code", at)
                            .put("type", "coupon_code")
                            .put("coupon_code", code.code());
                case TemplateFields.Flow flow -> flow(button(components, "flow", at), id, flow);
                case TemplateFields.Answer ignored -> {}
                case TemplateFields.Page ignored -> {}
                case TemplateFields.Call ignored -> {}
            }
        }
    }

    private static void flow(ObjectNode parameter, ReplyId id, TemplateFields.Flow flow) {
        var action = parameter
                .put("type", "action")
                .putObject("action")
                .put("flow_token", flow.token().isEmpty() ? id.toString() : flow.token());
        if (!flow.data().isEmpty()) {
            var data = action.putObject("flow_action_data");
            flow.data().keySet().stream()
                    .sorted()
                    .forEach(name -> data.put(name, flow.data().get(name)));
        }
    }

    private static ObjectNode button(ArrayNode components, String type, int at) {
        return components
                .addObject()
                .put("type", "button")
                .put("sub_type", type)
                .put("index", Integer.toString(at))
                .putArray("parameters")
                .addObject();
    }
}
