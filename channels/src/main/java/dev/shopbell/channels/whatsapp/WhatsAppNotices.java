package dev.shopbell.channels.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.ChannelEvent;
import dev.shopbell.channels.Facts;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.graph.GraphErrors;
import dev.shopbell.conversation.DeliveryReport;
import dev.shopbell.conversation.DeliveryStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what the platform says when nobody spoke to us: statuses of our replies, echoes of the phone app, preferences, new
 * ids, calls, groups and errors.
 *
 * <p>Source: developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference - messages/status,
 * smb_message_echoes, user_preferences, user_id_update, calls, group_participants_update.
 */
final class WhatsAppNotices {

    private static final Set<String> STATUSES =
            Set.of("sent", "delivered", "read", "played", "failed", "pending", "deleted");

    private static final Map<String, DeliveryStatus> OURS = Map.of(
            "sent", DeliveryStatus.SENT,
            "delivered", DeliveryStatus.DELIVERED,
            "read", DeliveryStatus.READ,
            "played", DeliveryStatus.READ,
            "failed", DeliveryStatus.FAILED);

    private WhatsAppNotices() {}

    static ChannelEvent status(JsonNode status, Optional<String> account, Instant receivedAt) {
        var word = Fields.text(status, "status").filter(STATUSES::contains).orElse("unknown");
        var error = Fields.first(status, "errors");
        var code = Fields.text(error, "code");
        var facts = new Facts("status." + word)
                .put("account", account)
                .put("id", Fields.text(status, "id"))
                .put("peer", person(status, "recipient_id", "recipient_user_id"))
                .put("bsuid", Fields.text(status, "recipient_user_id"))
                .time(status)
                .put("errorCode", Fields.number(error, "code"));
        // Calls and payments have statuses, too; they say nothing of how far a message has come.
        var known = Optional.ofNullable(OURS.get(word))
                .filter(some ->
                        Fields.text(status, "type").filter("message"::equals).isPresent() || !status.has("type"));
        return facts.replyId(WhatsAppChannel.NAME, Fields.text(status, "biz_opaque_callback_data"))
                .flatMap(reply ->
                        known.map(mark -> new DeliveryReport(reply, mark, facts.at(receivedAt), code.orElse(""))
                                .with(GraphErrors.remedy(Fields.number(error, "code")))))
                .map(report -> facts.meaning(new ChannelEvent.Meaning.Reported(report)))
                .orElseGet(facts::nothing);
    }

    static ChannelEvent echo(JsonNode echo, Optional<String> account) {
        return new Facts("echo")
                .put("account", account)
                .put("id", Fields.text(echo, "id"))
                .put("peer", person(echo, "to", "to_user_id"))
                .put("bsuid", echo.has("to") ? Optional.empty() : Fields.text(echo, "to_user_id"))
                .time(echo)
                .put("text", Fields.text(echo, "text", "body"))
                .put(
                        "target",
                        Fields.text(echo, "revoke", "original_message_id")
                                .or(() -> Fields.text(echo, "edit", "original_message_id")))
                .nothing();
    }

    static ChannelEvent preference(JsonNode preference, Optional<String> account) {
        return new Facts("preference")
                .put("account", account)
                .put("peer", person(preference, "wa_id", "user_id"))
                .put("bsuid", preference.has("wa_id") ? Optional.empty() : Fields.text(preference, "user_id"))
                .time(preference)
                .put("value", Fields.text(preference, "value"))
                .nothing();
    }

    static ChannelEvent call(JsonNode call, Optional<String> account) {
        var theirs = !Fields.text(call, "direction").equals(Optional.of("BUSINESS_INITIATED"));
        return new Facts("call")
                .put("account", account)
                .put("id", Fields.text(call, "id"))
                .put("peer", theirs ? person(call, "from", "from_user_id") : person(call, "to", "to_user_id"))
                .time(call)
                .nothing();
    }

    /** The same person has another scoped id from now on. */
    static ChannelEvent newId(JsonNode update, Optional<String> account) {
        return new Facts("system.user_id_changed")
                .put("account", account)
                .put("peer", Fields.text(update, "wa_id"))
                .put("bsuid", Fields.text(update, "user_id", "current"))
                .time(update)
                .nothing();
    }

    static ChannelEvent error(JsonNode error, Optional<String> account) {
        return new Facts("error")
                .put("account", account)
                .put("errorCode", Fields.number(error, "code"))
                .nothing();
    }

    /** The number, or where it is hidden the scoped id. */
    private static Optional<String> person(JsonNode notice, String number, String scopedId) {
        return Fields.text(notice, number).or(() -> Fields.text(notice, scopedId));
    }

    static ChannelEvent group(JsonNode group, Optional<String> account) {
        return new Facts("group_update")
                .put("account", account)
                .put("group", Fields.text(group, "group_id"))
                .time(group)
                .put("groupEvent", Fields.text(group, "type"))
                .nothing();
    }
}
