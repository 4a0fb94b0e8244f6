package dev.shopbell.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Escalation;
import dev.shopbell.conversation.Turn;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.PermanentFailure;
import dev.shopbell.platform.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A ticket as an item. */
final class TicketItem {

    private TicketItem() {}

    static Map<String, AttributeValue> write(Turn turn, Escalation escalation) {
        var slots = Json.object();
        escalation.slots().forEach(slots::put);
        var tried = Json.array();
        escalation.tried().forEach(tried::add);
        var opened = turn.decidedAt().toString();
        var item = new HashMap<String, AttributeValue>();
        item.put("pk", AttributeValue.fromS(escalation.ticket()));
        item.put("v", AttributeValue.fromN("1"));
        item.put("conversation", AttributeValue.fromS(turn.conversation().toString()));
        item.put("status", AttributeValue.fromS(Ticket.Status.OPEN.name()));
        item.put("rank", AttributeValue.fromS(escalation.priority() + "#" + opened));
        item.put("reason", AttributeValue.fromS(escalation.reason()));
        item.put("priority", AttributeValue.fromN(Integer.toString(escalation.priority())));
        item.put("intent", AttributeValue.fromS(escalation.intent()));
        item.put("language", AttributeValue.fromS(escalation.language()));
        item.put("name", AttributeValue.fromS(escalation.customerName()));
        if (!escalation.customer().isEmpty()) {
            item.put("customer", AttributeValue.fromS(escalation.customer()));
        }
        item.put("slots", AttributeValue.fromS(Json.write(slots)));
        item.put("tried", AttributeValue.fromS(Json.write(tried)));
        item.put("waiting", AttributeValue.fromBool(true));
        item.put("openedAt", AttributeValue.fromS(opened));
        item.put("updatedAt", AttributeValue.fromS(opened));
        item.put("lastTurn", AttributeValue.fromN(Long.toString(turn.number())));
        return item;
    }

    static Ticket read(Map<String, AttributeValue> item) {
        var row = new Row(item);
        var waiting = item.get("waiting");
        return new Ticket(
                row.text("pk"),
                ConversationId.parse(row.text("conversation")),
                Ticket.Status.valueOf(row.text("status")),
                row.text("reason"),
                (int) row.number("priority"),
                row.text("intent"),
                row.text("language"),
                row.text("name"),
                row.text("customer"),
                slots(row.text("slots")),
                tried(row.text("tried")),
                row.text("agent"),
                waiting != null && Boolean.TRUE.equals(waiting.bool()),
                (int) row.number("rating"),
                Instant.parse(row.text("openedAt")),
                Instant.parse(row.text("updatedAt")),
                row.number("lastTurn"));
    }

    private static Map<String, String> slots(String json) {
        var slots = new HashMap<String, String>();
        try {
            Json.read(json)
                    .properties()
                    .forEach(e -> slots.put(e.getKey(), e.getValue().asText()));
        } catch (JsonProcessingException e) {
            throw new PermanentFailure("A ticket that cannot be read", e);
        }
        return slots;
    }

    private static List<String> tried(String json) {
        var tried = new ArrayList<String>();
        try {
            Json.read(json).forEach(t -> tried.add(t.asText()));
        } catch (JsonProcessingException e) {
            throw new PermanentFailure("A ticket that cannot be read", e);
        }
        return tried;
    }
}
