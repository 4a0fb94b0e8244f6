package dev.shopbell.channels.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.Words;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.TemplateFields;

/** What templates of WhatsApp and of Messenger have in common. */
public final class GraphTemplate {

    private GraphTemplate() {}

    public static ObjectNode named(ObjectNode node, Reply.Template template) {
        node.put("name", template.name()).putObject("language").put("code", template.language());
        return node;
    }

    /** The parameters of a component that is added. */
    public static ArrayNode component(ArrayNode components, String type) {
        return components.addObject().put("type", type).putArray("parameters");
    }

    /** Adds words, on one line. */
    public static void text(ArrayNode parameters, TemplateFields.Value value) {
        parameter(parameters, "text", value).put("text", onOneLine(value));
    }

    /**
     * What the customer reads in a variable's place. WhatsApp refuses line breaks, tabs and more than four spaces in a row there.
     * Source: github.com/netflie/whatsapp-cloud-api/issues/201, with the platform's words.
     */
    public static String onOneLine(TemplateFields.Value value) {
        return Words.outgoing(value.text()).strip().replaceAll("\\s+", " ");
    }

    /** Adds a parameter; with its name, if the template's {@code parameter_format} is {@code NAMED}. */
    public static ObjectNode parameter(ArrayNode parameters, String type, TemplateFields.Value value) {
        var parameter = parameters.addObject().put("type", type);
        return value.name().isEmpty() ? parameter : parameter.put("parameter_name", value.name());
    }
}
