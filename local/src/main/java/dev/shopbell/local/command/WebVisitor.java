package dev.shopbell.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A visitor of the web chat, over plain HTTP. */
final class WebVisitor {
    private final RunningServer server;
    private final Map<String, String> authorization;
    private String cursor = "";

    private WebVisitor(RunningServer server, String token) {
        this.server = server;
        this.authorization = Map.of("Authorization", "Bearer " + token);
    }

    static WebVisitor arrive(RunningServer server) throws CommandFailure {
        return new WebVisitor(
                server,
                server.post("/web/sessions", Json.object()).path("token").asText());
    }

    void say(String text) throws CommandFailure {
        speak(Json.object().put("text", text));
    }

    void choose(String value) throws CommandFailure {
        speak(Json.object().put("choice", value));
    }

    private void speak(ObjectNode message) throws CommandFailure {
        server.post("/web/messages", message.put("id", UUID.randomUUID().toString()), authorization);
    }

    /** What bot and agents said since the last time; the visitor's own words are left out. */
    List<JsonNode> news() throws CommandFailure {
        var answer = server.get("/web/messages?after=" + SimulatedCustomer.encode(cursor), authorization);
        cursor = answer.path("cursor").asText(cursor);
        var news = new ArrayList<JsonNode>();
        for (var message : answer.path("messages")) {
            if (!message.path("from").asText().equals("customer")) {
                news.add(message);
            }
        }
        return news;
    }
}
