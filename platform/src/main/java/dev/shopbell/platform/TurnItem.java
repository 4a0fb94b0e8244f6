package dev.shopbell.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Escalation;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A turn as an item of the conversations table. Attribute names are short, since DynamoDB bills them by the kilobyte;
 * what is empty is left out.
 *
 * <p>{@code v} version, {@code trig} trigger, {@code spk} speaker, {@code heard}, {@code agent}, {@code rep} replies
 * ({@link ReplyJson}), {@code out} outcome, {@code int} intent, {@code conf} confidence, {@code lang}, {@code ticket}, {@code esc}
 * escalation (JSON), {@code rate} rating, {@code rx} received and {@code at} decided (epoch ms), {@code ctx} the
 * dialogue's memory, {@code att} attachments ({@link AttachmentJson}), {@code ttl} (epoch s).
 */
final class TurnItem {

    private static final int VERSION = 1;

    private TurnItem() {}

    /** The sort key of a turn: zero-padded, so that the order of keys is the order of turns. */
    static String key(long number) {
        return String.format(Locale.ROOT, "t#%010d", number);
    }

    static Map<String, AttributeValue> write(Turn turn, Instant expires) {
        var item = new HashMap<String, AttributeValue>();
        item.put("pk", text(turn.conversation().toString()));
        item.put("sk", text(key(turn.number())));
        item.put("v", number(VERSION));
        item.put("trig", text(turn.trigger().value()));
        item.put("spk", text(turn.speaker().name()));
        item.put("out", text(turn.outcome().name()));
        putText(item, "heard", turn.heard());
        putText(item, "agent", turn.agent());
        putText(item, "int", turn.intent());
        putText(item, "lang", turn.language());
        putText(item, "ticket", turn.ticket());
        putText(item, "ctx", turn.context());
        if (turn.confidence() > 0) {
            item.put("conf", AttributeValue.fromN(String.format(Locale.ROOT, "%.3f", turn.confidence())));
        }
        if (turn.rating() > 0) {
            item.put("rate", number(turn.rating()));
        }
        if (!turn.replies().isEmpty()) {
            item.put("rep", text(Json.write(ReplyJson.write(turn.replies()))));
        }
        if (turn.escalation() != null) {
            item.put("esc", text(writeEscalation(turn.escalation())));
        }
        if (!turn.attachments().isEmpty()) {
            item.put("att", text(Json.write(AttachmentJson.write(turn.attachments()))));
        }
        item.put("rx", number(turn.receivedAt().toEpochMilli()));
        item.put("at", number(turn.decidedAt().toEpochMilli()));
        item.put("ttl", number(expires.getEpochSecond()));
        return item;
    }

    static Turn read(Map<String, AttributeValue> item) {
        var row = new Row(item);
        if (row.number("v") != VERSION) {
            throw new PermanentFailure("A turn of unknown version " + row.text("v"), null);
        }
        return new Turn(
                ConversationId.parse(row.text("pk")),
                Long.parseLong(row.text("sk").substring(2)),
                new MessageId(row.text("trig")),
                Turn.Speaker.valueOf(row.text("spk")),
                row.text("heard"),
                row.text("agent"),
                ReplyJson.read(parse(row.text("rep"))),
                Outcome.valueOf(row.text("out")),
                row.text("int"),
                row.decimal("conf"),
                row.text("lang"),
                row.text("ticket"),
                readEscalation(row.text("esc")),
                (int) row.number("rate"),
                Instant.ofEpochMilli(row.number("rx")),
                Instant.ofEpochMilli(row.number("at")),
                row.text("ctx"),
                AttachmentJson.read(parse(row.text("att"))));
    }

    private static String writeEscalation(Escalation escalation) {
        var node = Json.object()
                .put("ticket", escalation.ticket())
                .put("reason", escalation.reason())
                .put("priority", escalation.priority())
                .put("intent", escalation.intent())
                .put("language", escalation.language())
                .put("name", escalation.customerName());
        if (!escalation.customer().isEmpty()) {
            node.put("customer", escalation.customer());
        }
        ObjectNode slots = node.putObject("slots");
        escalation.slots().forEach(slots::put);
        escalation.tried().forEach(node.putArray("tried")::add);
        return Json.write(node);
    }

    private static @Nullable Escalation readEscalation(String json) {
        if (json.isEmpty()) {
            return null;
        }
        var node = parse(json);
        var slots = new HashMap<String, String>();
        node.path("slots")
                .properties()
                .forEach(e -> slots.put(e.getKey(), e.getValue().asText()));
        var tried = new ArrayList<String>();
        node.path("tried").forEach(t -> tried.add(t.asText()));
        return new Escalation(
                node.path("ticket").asText(),
                node.path("reason").asText(),
                node.path("priority").asInt(),
                node.path("intent").asText(),
                node.path("language").asText(),
                node.path("name").asText(),
                node.path("customer").asText(),
                slots,
                tried);
    }

    private static JsonNode parse(String json) {
        try {
            return json.isEmpty() ? Json.array() : Json.read(json);
        } catch (JsonProcessingException e) {
            throw new PermanentFailure("A stored turn that cannot be read", e);
        }
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static void putText(Map<String, AttributeValue> item, String name, String value) {
        if (!value.isEmpty()) {
            item.put(name, text(value));
        }
    }
}
