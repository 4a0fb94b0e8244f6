package dev.shopbell.channels.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.ChannelEvent;
import dev.shopbell.channels.Facts;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.Heard;
import dev.shopbell.channels.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a delivery: entries, in each the changes, in each the messages, statuses, echoes, preferences, new ids, calls, groups
 * and errors.
 *
 * <p>Source: developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference.
 */
final class WhatsAppDelivery {

    /** How the names of fields about templates begin: their status, quality, components and category. */
    private static final List<String> TEMPLATE_FIELDS = List.of("message_template_", "template_");

    /** How the names of fields about the business itself begin. */
    private static final List<String> ACCOUNT_FIELDS = List.of(
            "account_", "business_", "phone_number_", "partner_solutions", "payment_configuration_", "security");

    /** Copies of what was said before the number came to us: nobody waits for an answer. */
    private static final String HISTORY = "history";

    private final Instant receivedAt;
    private final List<ChannelEvent> events = new ArrayList<>();

    private WhatsAppDelivery(Instant receivedAt) {
        this.receivedAt = receivedAt;
    }

    static Reading read(byte[] body, Instant receivedAt) {
        var root = Fields.object(body);
        if (root.isEmpty()) {
            return new Reading.Malformed("The body is not a JSON object in UTF-8.");
        }
        var delivery = new WhatsAppDelivery(receivedAt);
        for (var entry : Fields.list(root.get(), "entry")) {
            Fields.list(entry, "changes").forEach(delivery::readChange);
        }
        return new Reading.Events(delivery.events);
    }

    private void readChange(JsonNode change) {
        var value = change.path("value");
        var account = Fields.text(value, "metadata", "phone_number_id");
        var field = Fields.text(change, "field");
        var before = events.size();
        var isNew = !field.equals(Optional.of(HISTORY));
        Fields.list(value, "messages").forEach(message -> events.add(heard(message, value, account, isNew)));
        Fields.list(value, "statuses")
                .forEach(status -> events.add(WhatsAppNotices.status(status, account, receivedAt)));
        Fields.list(value, "message_echoes").forEach(echo -> events.add(WhatsAppNotices.echo(echo, account)));
        Fields.list(value, "user_preferences").forEach(one -> events.add(WhatsAppNotices.preference(one, account)));
        Fields.list(value, "user_id_update").forEach(one -> events.add(WhatsAppNotices.newId(one, account)));
        Fields.list(value, "calls").forEach(call -> events.add(WhatsAppNotices.call(call, account)));
        Fields.list(value, "groups").forEach(group -> events.add(WhatsAppNotices.group(group, account)));
        Fields.list(value, "errors").forEach(error -> events.add(WhatsAppNotices.error(error, account)));
        if (events.size() == before) {
            events.add(ofField(field, account));
        }
    }

    private ChannelEvent heard(JsonNode message, JsonNode value, Optional<String> account, boolean isNew) {
        var facts = WhatsAppHeard.facts(message, value, account);
        if ("unknown".equals(facts.kind())) {
            return facts.unknown(WhatsAppHeard.key(message));
        }
        // In a group people talk with each other.
        if (!isNew || message.has("group_id")) {
            return facts.put("group", Fields.text(message, "group_id")).nothing();
        }
        var contact = Fields.first(value, "contacts");
        var scopedId = facts.text("bsuid").or(() -> Fields.text(contact, "user_id"));
        return Heard.from(
                        WhatsAppChannel.NAME,
                        account,
                        facts.text("sender").or(() -> facts.text("bsuid")),
                        facts,
                        Fields.text(contact, "profile", "name"),
                        receivedAt)
                .map(heard -> facts.meaning(meaning(facts, heard.alsoKnownAs(scopedId), message)))
                .orElseGet(facts::nothing);
    }

    private static ChannelEvent.Meaning meaning(Facts facts, Heard heard, JsonNode message) {
        return switch (facts.kind()) {
            case "text" -> heard.text(facts.text("text").orElse(""));
            case "button_reply", "list_reply", "template_button" ->
                heard.choice(facts.text("payload"), facts.text("text"));
            case "location", "flow_reply" -> heard.inWords(facts.kind(), WhatsAppInWords.of(facts, message));
            case "contacts", "order" ->
                heard.unsupported(facts.kind(), Optional.of(WhatsAppInWords.of(facts, message)));
            case "image", "audio", "voice", "video", "document", "sticker", "unsupported" ->
                heard.unsupported(
                        facts.kind(),
                        Fields.text(message, facts.kind(), "caption"),
                        WhatsAppMedia.of(facts.kind(), message));
            default -> ChannelEvent.Meaning.NOTHING;
        };
    }

    private static ChannelEvent ofField(Optional<String> field, Optional<String> account) {
        var name = field.orElse("");
        var kind = TEMPLATE_FIELDS.stream().anyMatch(name::startsWith)
                ? "template_update"
                : ACCOUNT_FIELDS.stream().anyMatch(name::startsWith) ? "account_update" : "unknown";
        var facts = new Facts(kind).put("account", account).put("field", field);
        return "unknown".equals(kind) ? facts.unknown(name) : facts.nothing();
    }
}
