package dev.shopbell.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.shopbell.conversation.Attachment;
import java.util.List;

/** Attachments as they lie in queues and tables: {@code [[kind, name, type, source], …]}. More may follow in an entry. */
final class AttachmentJson {

    private AttachmentJson() {}

    static ArrayNode write(List<Attachment> attachments) {
        var list = Json.array();
        attachments.forEach(one ->
                list.addArray().add(one.kind()).add(one.name()).add(one.type()).add(one.source()));
        return list;
    }

    static List<Attachment> read(JsonNode list) {
        return list.valueStream()
                .map(one -> new Attachment(text(one, 0), text(one, 1), text(one, 2), text(one, 3)))
                .toList();
    }

    private static String text(JsonNode list, int index) {
        return list.path(index).asText();
    }
}
