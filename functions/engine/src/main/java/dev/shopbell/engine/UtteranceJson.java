package dev.shopbell.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Utterance;
import dev.shopbell.platform.Json;
import java.util.ArrayList;

/** The function's wire format: the nlu function's own, so that whoever asks one can ask the other. */
final class UtteranceJson {

    private UtteranceJson() {}

    static Utterance read(JsonNode request) {
        var recent = new ArrayList<String>();
        request.path("recentIntents").forEach(intent -> recent.add(intent.asText()));
        return new Utterance(
                request.path("text").asText(),
                request.path("locale").asText(),
                request.path("expectedSlot").asText(),
                request.path("activeFlow").asText(),
                recent,
                request.path("timeZone").asText());
    }

    static ObjectNode write(Understanding understanding) {
        var node = Json.object().put("language", understanding.language());
        var intents = node.putArray("intents");
        understanding
                .intents()
                .forEach(i -> intents.addObject().put("name", i.name()).put("confidence", i.confidence()));
        node.put("outOfScope", understanding.outOfScope());
        var entities = node.putArray("entities");
        understanding.entities().forEach(e -> entities.addObject()
                .put("type", e.type())
                .put("text", e.text())
                .put("value", e.value())
                .put("start", e.start())
                .put("end", e.end())
                .put("role", e.role()));
        return node.put("anger", understanding.anger())
                .put("sentiment", understanding.sentiment())
                .put("urgency", understanding.urgency());
    }
}
