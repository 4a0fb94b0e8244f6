package dev.shopbell.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Understanding.ScoredIntent;
import dev.shopbell.conversation.Utterance;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Set;

/**
 * A model at Amazon Bedrock, one {@code Converse} an utterance. It must answer by a tool; its answer counts only where it names
 * an intent of the bot's.
 *
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">Bedrock API reference,
 *     "Converse"</a>
 */
final class BedrockEngine implements OtherEngine {

    /** The model, or a guardrail before it, would not touch the text: that is a no, not a fault. */
    private static final Set<String> REFUSALS = Set.of("guardrail_intervened", "content_filtered");

    private final Service bedrock;
    private final URI url;
    private final BedrockPrompt prompt;
    private final BotWords words;

    /**
     * @param endpoint without a slash at the end
     * @param model the id of a model or of an inference profile
     */
    BedrockEngine(Service bedrock, URI endpoint, String model, BedrockPrompt prompt, BotWords words) {
        this.bedrock = bedrock;
        this.url = URI.create(endpoint + "/model/" + URLEncoder.encode(model, UTF_8) + "/converse");
        this.prompt = prompt;
        this.words = words;
    }

    @Override
    public Understanding understand(Utterance utterance) {
        return utterance.text().isBlank()
                ? Understanding.NOTHING
                : read(bedrock.ask(url, prompt.ask(utterance)), utterance);
    }

    private Understanding read(JsonNode answer, Utterance utterance) {
        var stop = answer.path("stopReason").asText();
        if (REFUSALS.contains(stop)) {
            return outOfScope(utterance);
        }
        var said = said(answer);
        var intent = said.path("intent");
        var confidence = said.path("confidence");
        if (!intent.isTextual() || !confidence.isNumber() || confidence.asDouble() < 0 || confidence.asDouble() > 1) {
            // Which words it used instead stays out of the log: they may quote the customer's.
            throw new EngineTrouble(
                    EngineTrouble.Kind.UNREADABLE,
                    "The model did not answer by the tool (it stopped for: " + stop.replaceAll("[^a-z_]", "")
                            + "). Take one whose tool use can be forced, by BedrockModelId.",
                    null);
        }
        return words.intent(intent.asText())
                .map(name -> new Understanding(
                        utterance.locale(),
                        List.of(new ScoredIntent(name, confidence.asDouble())),
                        false,
                        List.of(),
                        0))
                .orElseGet(() -> outOfScope(utterance));
    }

    private static JsonNode said(JsonNode answer) {
        for (var block : answer.at("/output/message/content")) {
            if (block.at("/toolUse/name").asText().equals(BedrockPrompt.TOOL)) {
                return block.at("/toolUse/input");
            }
        }
        return MissingNode.getInstance();
    }

    private static Understanding outOfScope(Utterance utterance) {
        return new Understanding(utterance.locale(), List.of(), true, List.of(), 0);
    }
}
