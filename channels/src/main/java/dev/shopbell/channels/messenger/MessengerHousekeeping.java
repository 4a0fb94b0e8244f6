package dev.shopbell.channels.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.Facts;
import dev.shopbell.channels.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads every event that is not a message: what was pressed, delivered, read, linked or handed over.
 *
 * <p>Source: developers.facebook.com/docs/messenger-platform/reference/webhook-events, one page for each event.
 */
final class MessengerHousekeeping {

    /** The event's key names it; an event has one of these. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("postback", "postback"),
            Map.entry("referral", "referral"),
            Map.entry("optin", "optin"),
            Map.entry("delivery", "status.delivered"),
            Map.entry("read", "status.read"),
            Map.entry("message_edit", "edit"),
            Map.entry("pass_thread_control", "handover.pass"),
            Map.entry("take_thread_control", "handover.take"),
            Map.entry("request_thread_control", "handover.request"),
            Map.entry("app_roles", "handover.roles"),
            Map.entry("policy-enforcement", "policy"),
            Map.entry("policy_enforcement", "policy"),
            Map.entry("message_request", "message_request"));

    private static final Set<String> ENVELOPE = Set.of("sender", "recipient", "timestamp");

    private MessengerHousekeeping() {}

    /** Who, to whom. A guest of the chat plugin has no id yet, only the page's word for who it is. */
    static Facts base(String kind, JsonNode event) {
        return new Facts(kind)
                .put("sender", Fields.text(event, "sender", "id"))
                .put("userRef", Fields.text(event, "sender", "user_ref"))
                .put("account", Fields.text(event, "recipient", "id"));
    }

    /** What the event is called: by the first key that is not about who and when. */
    static String key(JsonNode event) {
        return event.propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> !ENVELOPE.contains(name))
                .findFirst()
                .orElse("");
    }

    static Facts facts(JsonNode event) {
        var facts = base(kind(event), event).time(event);
        for (var key : new String[] {"postback", "referral", "optin", "delivery", "read", "reaction", "message_edit"}) {
            if (event.path(key).isObject()) {
                return detail(facts, key, event.path(key));
            }
        }
        return facts.put("linkStatus", Fields.text(event, "account_linking", "status"))
                .put("authCode", Fields.text(event, "account_linking", "authorization_code"));
    }

    private static Facts detail(Facts facts, String key, JsonNode detail) {
        return switch (key) {
            case "postback" ->
                referral(facts, detail.path("referral"))
                        .put("id", Fields.text(detail, "mid"))
                        .put("payload", Fields.text(detail, "payload"))
                        .put("title", Fields.text(detail, "title"));
            case "referral" -> referral(facts, detail);
            case "optin" ->
                facts.put("ref", Fields.text(detail, "ref"))
                        .put("userRef", Fields.text(detail, "user_ref"))
                        .put("payload", Fields.text(detail, "payload"))
                        .put("title", Fields.text(detail, "title"));
            case "delivery" ->
                facts.put("watermark", Fields.number(detail, "watermark")).put("targets", Fields.texts(detail, "mids"));
            // Instagram names the one message instead of a time.
            case "read" ->
                facts.put("watermark", Fields.number(detail, "watermark"))
                        .put("id", Fields.text(detail, "mid"))
                        .put("targets", Fields.text(detail, "mid").stream().toList());
            case "reaction" ->
                facts.put("target", Fields.text(detail, "mid")).put("emoji", Fields.text(detail, "emoji"));
            default -> facts.put("target", Fields.text(detail, "mid")).put("text", Fields.text(detail, "text"));
        };
    }

    private static Facts referral(Facts facts, JsonNode referral) {
        return facts.put("ref", Fields.text(referral, "ref"))
                .put("refSource", Fields.text(referral, "source"))
                .put("adId", Fields.text(referral, "ad_id"));
    }

    private static String kind(JsonNode event) {
        if (event.path("reaction").isObject()) {
            return Fields.text(event, "reaction", "action").equals(Optional.of("unreact")) ? "unreaction" : "reaction";
        }
        if (event.path("account_linking").isObject()) {
            return Fields.text(event, "account_linking", "status").equals(Optional.of("unlinked"))
                    ? "account_unlink"
                    : "account_link";
        }
        // "STOP NOTIFICATIONS" in one table of the page, with a stroke in the samples.
        if (Fields.text(event, "optin", "notification_messages_status")
                .filter(status -> status.startsWith("STOP"))
                .isPresent()) {
            return "opt_out";
        }
        return KINDS.entrySet().stream()
                .filter(known -> event.has(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("unknown");
    }
}
