package dev.shopbell.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.platform.Opinion;
import dev.shopbell.platform.Opinions;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks the other engine about words that were answered already, and notes whether it would have said the same. What goes wrong
 * with the engine is counted; only what goes wrong with the note fails, so that Lambda tries again.
 */
final class SeeInShadow {

    private static final Logger LOG = Logger.getLogger(SeeInShadow.class.getName());

    private final OtherEngine engine;
    private final String name;
    private final Opinions opinions;
    private final Clock clock;

    /** @param name of the engine, as it is counted */
    SeeInShadow(OtherEngine engine, String name, Opinions opinions, Clock clock) {
        this.engine = engine;
        this.name = name;
        this.opinions = opinions;
        this.clock = clock;
    }

    /**
     * @param event an utterance with {@code shadow: {conversation, turn, own}}
     * @throws dev.shopbell.platform.RetryableFailure if the opinion cannot be kept
     */
    void see(JsonNode event) {
        var began = clock.millis();
        var other = "";
        var trouble = "";
        try {
            other = best(engine.understand(UtteranceJson.read(event)));
        } catch (EngineTrouble e) {
            LOG.log(Level.WARNING, e.getMessage());
            trouble = e.kind().word();
        }
        var shadow = event.path("shadow");
        opinions.keep(new Opinion(
                ConversationId.parse(shadow.path("conversation").asText()),
                shadow.path("turn").asLong(),
                Opinion.Part.SHADOW,
                name,
                shadow.path("own").asText(),
                other,
                trouble,
                clock.millis() - began,
                false,
                clock.instant()));
    }

    private static String best(Understanding understanding) {
        return understanding.outOfScope() || understanding.intents().isEmpty()
                ? ""
                : understanding.intents().getFirst().name();
    }
}
