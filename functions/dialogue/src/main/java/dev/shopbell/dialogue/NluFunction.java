package dev.shopbell.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Understanding.Entity;
import dev.shopbell.conversation.Understanding.Passage;
import dev.shopbell.conversation.Understanding.ScoredIntent;
import dev.shopbell.conversation.Utterance;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.RetryableFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Understanding by the nlu function. Blocks for its answer; its cold start is part of it. */
final class NluFunction implements Understands {

    private final LambdaClient lambda;
    private final String function;

    NluFunction(LambdaClient lambda, String function) {
        this.lambda = lambda;
        this.function = function;
    }

    @Override
    public Understanding understand(Utterance utterance) {
        var request = request(utterance);
        try {
            var answer =
                    lambda.invoke(r -> r.functionName(function).payload(SdkBytes.fromUtf8String(Json.write(request))));
            if (answer.functionError() != null) {
                // The payload of a failure may quote the customer's words: it stays out of the log.
                throw new RetryableFailure("The nlu function failed: " + answer.functionError(), Duration.ZERO, null);
            }
            return read(Json.read(answer.payload().asByteArray()));
        } catch (SdkException | IOException e) {
            throw new RetryableFailure("The nlu function does not answer", Duration.ZERO, e);
        }
    }

    /** Starts it, so that it is warm when the first words come. */
    void wake() {
        lambda.invoke(r -> r.functionName(function).payload(SdkBytes.fromUtf8String("{\"wake\":true}")));
    }

    static ObjectNode request(Utterance utterance) {
        var request = Json.object()
                .put("text", utterance.text())
                .put("locale", utterance.locale())
                .put("expectedSlot", utterance.expectedSlot())
                .put("activeFlow", utterance.activeFlow());
        if (!utterance.passage().isEmpty()) {
            request.put("passage", utterance.passage());
        }
        utterance.recentIntents().forEach(request.putArray("recentIntents")::add);
        return request;
    }

    static Understanding read(JsonNode node) {
        var intents = new ArrayList<ScoredIntent>();
        node.path("intents")
                .forEach(i -> intents.add(new ScoredIntent(
                        i.path("name").asText(), i.path("confidence").asDouble())));
        var entities = new ArrayList<Entity>();
        node.path("entities")
                .forEach(e -> entities.add(new Entity(
                        e.path("type").asText(),
                        e.path("text").asText(),
                        e.path("value").asText(),
                        e.path("start").asInt(),
                        e.path("end").asInt(),
                        e.path("role").asText())));
        var knowledge = new ArrayList<Passage>();
        node.path("knowledge")
                .forEach(p -> knowledge.add(new Passage(
                        p.path("text").asText(),
                        p.path("title").asText(),
                        p.path("source").asText(),
                        p.path("url").asText(),
                        p.path("score").asDouble())));
        return new Understanding(
                node.path("language").asText(),
                intents,
                node.path("outOfScope").asBoolean(),
                entities,
                node.path("anger").asDouble(),
                node.path("sentiment").asDouble(),
                node.path("urgency").asDouble(),
                knowledge);
    }
}
