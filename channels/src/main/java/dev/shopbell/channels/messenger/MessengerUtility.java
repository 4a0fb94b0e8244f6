package dev.shopbell.channels.messenger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.graph.GraphApi;
import dev.shopbell.channels.graph.GraphTemplate;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.TemplateFields;

/**
 * Writes an approved template of the page, as a utility message: header and body take words, and one component has the buttons,
 * with what comes back or with the end of the address. A picture is registered with the template and not sent with the message.
 *
 * <p>Source: developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/utility-messages, "Sending
 * with named parameters", "Use a template with customizable postback button" and "… URL button".
 */
final class MessengerUtility {

    private MessengerUtility() {}

    static ObjectNode write(Reply.Template template) {
        var message = GraphApi.json();
        var components =
                GraphTemplate.named(message.putObject("template"), template).putArray("components");
        var fields = template.fields();
        if (fields.header() instanceof TemplateFields.Words words) {
            GraphTemplate.text(GraphTemplate.component(components, "header"), words);
        }
        if (!fields.body().isEmpty()) {
            var body = GraphTemplate.component(components, "body");
            fields.body().forEach(value -> GraphTemplate.text(body, value));
        }
        var buttons = GraphApi.json().putArray("parameters");
        for (var button : fields.buttons()) {
            switch (button) {
                case TemplateFields.Answer answer
                when !answer.option().value().isEmpty() ->
                    buttons.addObject()
                            .put("type", "POSTBACK")
                            .put("payload", answer.option().value());
                case TemplateFields.Page page
                when !page.suffix().isEmpty() ->
                    buttons.addObject().put("type", "URL").put("url", page.suffix());
                case TemplateFields.Answer ignored -> {}
                case TemplateFields.Page ignored -> {}
                case TemplateFields.Code ignored -> {}
                case TemplateFields.Flow ignored -> {}
                case TemplateFields.Call ignored -> {}
            }
        }
        if (!buttons.isEmpty()) {
            components.addObject().put("type", "buttons").set("parameters", buttons);
        }
        return message;
    }
}
