package dev.shopbell.channels.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.Facts;
import dev.shopbell.channels.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one element of {@code messages}: what a person did.
 *
 * <p>Source: developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages, one page a type;
 * .../whatsapp/business-scoped-user-ids for people without a number.
 */
final class WhatsAppHeard {

    /** What a message without a type is told by. */
    private static final List<String> TYPES = List.of(
            "text",
            "image",
            "audio",
            "video",
            "document",
            "sticker",
            "location",
            "contacts",
            "interactive",
            "button",
            "reaction",
            "order",
            "system",
            "edit",
            "revoke");

    private static final Map<String, String> SYSTEM_KINDS = Map.of(
            "user_changed_number", "system.number_changed",
            "customer_changed_number", "system.number_changed",
            "user_changed_user_id", "system.user_id_changed",
            "user_identity_changed", "system.identity_changed",
            "customer_identity_changed", "system.identity_changed");

    private WhatsAppHeard() {}

    static Facts facts(JsonNode message, JsonNode value, Optional<String> account) {
        var type = Fields.text(message, "type")
                .or(() -> TYPES.stream().filter(message::has).findFirst())
                .orElse("unknown");
        var sender = Fields.text(message, "from");
        var facts = new Facts(kind(type, message))
                .put("sender", sender)
                .put("bsuid", scopedId(message, value, sender))
                .put("account", account)
                .put("id", Fields.text(message, "id"))
                .time(message)
                .put("replyTo", Fields.text(message, "context", "id"))
                .put("ref", Fields.text(message, "referral", "ref"))
                .put("refSource", Fields.text(message, "referral", "source_type"))
                .put("adId", Fields.text(message, "referral", "source_id"));
        return content(facts, type, message).put("errorCode", Fields.number(Fields.first(message, "errors"), "code"));
    }

    /** What the platform calls a message of a kind yet to come. */
    static String key(JsonNode message) {
        return Fields.text(message, "system", "type")
                .map(system -> "system." + system)
                .or(() -> Fields.text(message, "type"))
                .orElse("");
    }

    /** The id that stands where the phone number is hidden, or beside it. */
    private static Optional<String> scopedId(JsonNode message, JsonNode value, Optional<String> sender) {
        var own = Fields.text(message, "from_user_id").or(() -> Fields.text(message, "system", "user_id"));
        return own.isPresent() || sender.isPresent() ? own : Fields.text(Fields.first(value, "contacts"), "user_id");
    }

    private static String kind(String type, JsonNode message) {
        return switch (type) {
            case "text", "image", "video", "document", "sticker", "location", "contacts", "order", "edit" -> type;
            case "audio" -> Fields.isTrue(message, "audio", "voice") ? "voice" : "audio";
            case "voice", "request_welcome", "unsupported" -> type;
            case "button" -> "template_button";
            case "revoke" -> "delete";
            case "reaction" -> Fields.text(message, "reaction", "emoji").isPresent() ? "reaction" : "unreaction";
            case "interactive" -> interactive(message.path("interactive"));
            case "system" ->
                Fields.text(message, "system", "type").map(SYSTEM_KINDS::get).orElse("unknown");
            default -> message.has("errors") ? "unsupported" : "unknown";
        };
    }

    private static String interactive(JsonNode interactive) {
        if (!interactive.isObject()) {
            return "unsupported"; // seen beside error 131000: the platform could not write it down
        }
        return switch (Fields.text(interactive, "type").orElse("")) {
            case "button_reply" -> "button_reply";
            case "list_reply" -> "list_reply";
            case "nfm_reply" -> "flow_reply";
            default -> "unknown_interactive";
        };
    }

    private static Facts content(Facts facts, String type, JsonNode message) {
        var content = message.path(type);
        return switch (type) {
            case "text" -> facts.put("text", Fields.words(content, "body"));
            case "image", "video", "document", "sticker", "audio", "voice" -> facts.put("media", media(content));
            case "location" ->
                facts.put("lat", Fields.decimal(content, "latitude")).put("lon", Fields.decimal(content, "longitude"));
            case "contacts" ->
                facts.put(
                        "sharedPhone",
                        message.has("origin")
                                ? Fields.text(Fields.first(Fields.first(message, "contacts"), "phones"), "phone")
                                : Optional.empty());
            case "button" ->
                facts.put("payload", Fields.text(content, "payload")).put("text", Fields.text(content, "text"));
            case "interactive" -> pressed(facts, content);
            case "reaction" ->
                facts.put("target", Fields.text(content, "message_id")).put("emoji", Fields.text(content, "emoji"));
            case "revoke" -> facts.put("target", Fields.text(content, "original_message_id"));
            case "edit" ->
                facts.put("target", Fields.text(content, "original_message_id"))
                        .put("text", edited(content.path("message")));
            case "system" ->
                facts.put(
                        "newNumber",
                        "system.number_changed".equals(facts.kind())
                                ? Fields.text(content, "wa_id").or(() -> Fields.text(content, "new_wa_id"))
                                : Optional.empty());
            default -> facts;
        };
    }

    /** The new words: of a text, or those under a file. */
    private static Optional<String> edited(JsonNode message) {
        return Fields.words(message, "text", "body")
                .or(() -> Fields.text(message, "type").flatMap(type -> Fields.words(message, type, "caption")));
    }

    private static Facts pressed(Facts facts, JsonNode interactive) {
        var answer = interactive.path(Fields.text(interactive, "type").orElse(""));
        return switch (facts.kind()) {
            case "button_reply", "list_reply" ->
                facts.put("payload", Fields.text(answer, "id")).put("text", Fields.text(answer, "title"));
            case "flow_reply" -> facts.put("flowResponseJson", Fields.text(answer, "response_json"));
            default -> facts;
        };
    }

    private static Optional<Map<String, Object>> media(JsonNode content) {
        var media = new LinkedHashMap<String, Object>();
        Fields.text(content, "id").ifPresent(id -> media.put("id", id));
        Fields.text(content, "mime_type").ifPresent(mime -> media.put("mime", mime));
        Fields.text(content, "caption").ifPresent(caption -> media.put("caption", caption));
        Fields.text(content, "filename").ifPresent(filename -> media.put("filename", filename));
        Fields.text(content, "url").ifPresent(url -> media.put("url", url));
        return media.isEmpty() ? Optional.empty() : Optional.of(media);
    }
}
