package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * The bodies that the WhatsApp Cloud API posts to a webhook. Source:
 * developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages.
 */
public final class WhatsAppDelivery {
    private WhatsAppDelivery() {}

    /**
     * A person wrote.
     *
     * @param number the id of our phone number
     * @param person digits of the person's number
     */
    public static JsonNode text(String number, String person, String text, Instant at) {
        var value = value(number);
        var message = message(value, person, at).put("type", "text");
        message.putObject("text").put("body", text);
        return delivery(value);
    }

    /** A person sent a file, with words under it; none if they are empty. */
    public static JsonNode file(String number, String person, SentFile file, String caption, Instant at) {
        var value = value(number);
        var content = message(value, person, at)
                .put("type", file.kind())
                .putObject(file.kind())
                .put("mime_type", file.type())
                .put("sha256", Ids.letters(43) + "=")
                .put("id", file.id());
        if (file.kind().equals("document")) {
            content.put("filename", file.name());
        }
        if (!caption.isEmpty()) {
            content.put("caption", caption);
        }
        return delivery(value);
    }

    /** A person pressed a reply button. */
    public static JsonNode buttonReply(String number, String person, String title, String id, Instant at) {
        var value = value(number);
        var message = message(value, person, at).put("type", "interactive");
        message.putObject("interactive")
                .put("type", "button_reply")
                .putObject("button_reply")
                .put("id", id)
                .put("title", title);
        return delivery(value);
    }

    /**
     * A person pressed a quick reply of a template. Source: .../webhooks/reference/messages/button.
     *
     * @param template the id of our message with the button
     */
    public static JsonNode templateButton(
            String number, String person, String title, String payload, String template, Instant at) {
        var value = value(number);
        var message = message(value, person, at).put("type", "button");
        message.putObject("context").put("from", Addresses.WHATSAPP_NUMBER).put("id", template);
        message.putObject("button").put("payload", payload).put("text", title);
        return delivery(value);
    }

    /** A person chose a row of a list. */
    public static JsonNode listReply(String number, String person, String title, String id, Instant at) {
        var value = value(number);
        var message = message(value, person, at).put("type", "interactive");
        message.putObject("interactive")
                .put("type", "list_reply")
                .putObject("list_reply")
                .put("id", id)
                .put("title", title);
        return delivery(value);
    }

    /**
     * How far a message of ours has come.
     *
     * @param status {@code sent}, {@code delivered} or {@code read}
     * @param data our {@code biz_opaque_callback_data}; empty if there was none
     */
    static JsonNode status(String number, String person, String id, String status, String data, Instant at) {
        var value = value(number);
        var json = value.putArray("statuses")
                .addObject()
                .put("id", id)
                .put("status", status)
                .put("timestamp", Long.toString(at.getEpochSecond()))
                .put("recipient_id", person);
        if (!data.isEmpty()) {
            json.put("biz_opaque_callback_data", data);
        }
        if (!status.equals("read")) {
            json.putObject("pricing")
                    .put("billable", false)
                    .put("pricing_model", "PMP")
                    .put("type", "free_customer_service")
                    .put("category", "service");
        }
        return delivery(value);
    }

    /** A message of ours could not be brought. */
    static JsonNode failed(Sent sent, String code, Instant at) {
        var value = value(sent.account());
        var json = value.putArray("statuses")
                .addObject()
                .put("id", sent.id())
                .put("status", "failed")
                .put("timestamp", Long.toString(at.getEpochSecond()))
                .put("recipient_id", sent.to());
        if (!sent.tag().isEmpty()) {
            json.put("biz_opaque_callback_data", sent.tag());
        }
        json.putArray("errors")
                .addObject()
                .put("code", Integer.parseInt(code))
                .put("title", "(#" + code + ")")
                .put("message", "(#" + code + ")")
                .putObject("error_data")
                .put("details", "The message could not be brought.");
        return delivery(value);
    }

    private static ObjectNode value(String number) {
        var value = Json.object().put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", Addresses.WHATSAPP_NUMBER)
                .put("phone_number_id", number);
        return value;
    }

    private static ObjectNode message(ObjectNode value, String person, Instant at) {
        var contact = value.putArray("contacts").addObject();
        contact.putObject("profile").put("name", "Visitor " + lastDigits(person));
        contact.put("wa_id", person);
        return value.putArray("messages")
                .addObject()
                .put("from", person)
                .put("id", Ids.whatsApp(person))
                .put("timestamp", Long.toString(at.getEpochSecond()));
    }

    private static String lastDigits(String person) {
        return person.substring(Math.max(0, person.length() - 4));
    }

    private static JsonNode delivery(ObjectNode value) {
        var delivery = Json.object().put("object", "whatsapp_business_account");
        var entry = delivery.putArray("entry").addObject().put("id", Addresses.WHATSAPP_BUSINESS);
        var change = entry.putArray("changes").addObject();
        change.set("value", value);
        change.put("field", "messages");
        return delivery;
    }
}
