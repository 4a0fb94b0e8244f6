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
import java.util.Set;

/**
 * Reads a delivery: entries, in each the changes, in each the messages, errors, statuses, echoes, preferences, calls and
 * groups.
 *
 * <p>Source: developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference.
 */
final class WhatsAppDelivery {

    private static final Set<String> TEMPLATE_FIELDS = Set.of(
            "message_template_status_update",
            "message_template_quality_update",
            "message_template_components_update",
            "template_category_update");

    private static final Set<String> ACCOUNT_FIELDS = Set.of(
            "account_alerts",
            "account_review_update",
            "account_settings_update",
            "account_update",
            "business_capability_update",
            "business_status_update",
            "business_username_update",
            "partner_solutions",
            "payment_configuration_update",
            "phone_number_name_update",
            "phone_number_quality_update",
            "security");

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
        var before = events.size();
        Fields.list(value, "messages").forEach(message -> events.add(heard(message, value, account)));
        Fields.list(value, "errors")
                .forEach(error -> events.add(new Facts("error")
                        .put("account", account)
                        .put("errorCode", Fields.number(error, "code"))
                        .nothing()));
        Fields.list(value, "statuses")
                .forEach(status -> events.add(WhatsAppNotices.status(status, account, receivedAt)));
        Fields.list(value, "message_echoes").forEach(echo -> events.add(WhatsAppNotices.echo(echo, account)));
        Fields.list(value, "user_preferences").forEach(one -> events.add(WhatsAppNotices.preference(one, account)));
        Fields.list(value, "calls").forEach(call -> events.add(WhatsAppNotices.call(call, account)));
        Fields.list(value, "groups").forEach(group -> events.add(WhatsAppNotices.group(group, account)));
        if (events.size() == before) {
            events.add(ofField(Fields.text(change, "field"), account));
        }
    }

    private ChannelEvent heard(JsonNode message, JsonNode value, Optional<String> account) {
        var facts = WhatsAppHeard.facts(message, value, account);
        // In a group people talk with each other.
        if (message.has("group_id")) {
            return facts.put("group", Fields.text(message, "group_id")).nothing();
        }
        var profileName = Fields.text(Fields.first(value, "contacts"), "profile", "name");
        return Heard.from(
                        WhatsAppChannel.NAME,
                        account,
                        facts.text("sender").or(() -> facts.text("bsuid")),
                        facts,
                        profileName,
                        receivedAt)
                .map(heard -> facts.meaning(meaning(facts, heard, message)))
                .orElseGet(facts::nothing);
    }

    private static ChannelEvent.Meaning meaning(Facts facts, Heard heard, JsonNode message) {
        return switch (facts.kind()) {
            case "text" -> heard.text(facts.text("text").orElse(""));
            case "button_reply", "list_reply", "template_button" ->
                heard.choice(facts.text("payload"), facts.text("text"));
            case "image",
                    "audio",
                    "voice",
                    "video",
                    "document",
                    "sticker",
                    "location",
                    "contacts",
                    "order",
                    "flow_reply",
                    "unsupported" ->
                heard.unsupported(
                        facts.kind(),
                        Fields.text(message, facts.kind(), "caption"),
                        WhatsAppMedia.of(facts.kind(), message));
            default -> ChannelEvent.Meaning.NOTHING;
        };
    }

    private static ChannelEvent ofField(Optional<String> field, Optional<String> account) {
        var kind = field.filter(TEMPLATE_FIELDS::contains)
                .map(known -> "template_update")
                .or(() -> field.filter(ACCOUNT_FIELDS::contains).map(known -> "account_update"))
                .orElse("unknown");
        return new Facts(kind).put("account", account).put("field", field).nothing();
    }
}
