package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * One message that a platform took for delivery.
 *
 * @param sequence its place in the outbox, from 1
 * @param channel {@code messenger}, {@code whatsapp}, {@code sms} or {@code aws-sms}
 * @param id the platform's id of it
 * @param account the business's end, as far as the request tells
 * @param to the customer
 * @param text what the customer reads
 * @param choices what the customer can press; empty where there is nothing
 * @param tag what the sender asked to have echoed (its own id of the reply); empty if nothing
 * @param request the request's body as it came
 * @param shown what the customer sees, where the request does not tell it: a template; else missing
 */
record Sent(
        long sequence,
        String channel,
        String id,
        String account,
        String to,
        String text,
        List<Choice> choices,
        String tag,
        Instant at,
        JsonNode request,
        JsonNode shown) {

    Sent {
        choices = List.copyOf(choices);
    }

    /** What the request tells whole. */
    Sent(
            long sequence,
            String channel,
            String id,
            String account,
            String to,
            String text,
            List<Choice> choices,
            String tag,
            Instant at,
            JsonNode request) {
        this(sequence, channel, id, account, to, text, choices, tag, at, request, MissingNode.getInstance());
    }

    /** Something to press. */
    record Choice(String value, String title) {}

    Sent numbered(long number) {
        return new Sent(number, channel, id, account, to, text, choices, tag, at, request, shown);
    }

    private boolean isSms() {
        return channel.endsWith("sms") && !to.startsWith("whatsapp:");
    }

    ObjectNode json() {
        var json = Json.object()
                .put("sequence", sequence)
                .put("channel", channel)
                .put("id", id)
                .put("account", account)
                .put("to", to)
                .put("text", text);
        json.set("choices", Json.of(choices));
        if (isSms()) {
            json.put("segments", Segments.of(text));
        }
        json.put("tag", tag).put("at", at.toString());
        json.set("request", request);
        if (!shown.isMissingNode()) {
            json.set("shown", shown);
        }
        return json;
    }
}
