package dev.shopbell.engine;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.Utterance;
import dev.shopbell.definition.BotCompiler;
import dev.shopbell.definition.BotDefinition;
import dev.shopbell.platform.AwsClients;
import dev.shopbell.platform.Environment;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.Opinions;
import dev.shopbell.platform.Rehearsal;
import io.quarkus.runtime.Startup;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The engine function's two doors: an utterance to answer now ({@code {"understanding": …}} or {@code {"trouble": "throttled"}}),
 * and one to look at in the shadow, by an asynchronous invocation.
 */
@Startup
@Singleton
@Named("engine")
public class EngineHandler implements RequestStreamHandler {

    private static final Logger LOG = Logger.getLogger(EngineHandler.class.getName());

    private final OtherEngine engine;
    private final SeeInShadow shadow;
    private final Rehearsal rehearsal;

    /** @throws IllegalStateException if the settings do not say which engine */
    public EngineHandler() {
        var bot = bot(Path.of(Environment.require("BOT_HOME")));
        engine = new EngineSettings(name -> {
                    var value = System.getenv(name);
                    return value == null ? "" : value;
                })
                .engine(bot);
        var opinions = new Opinions(AwsClients.dynamoDb(), Environment.require("CONVERSATIONS_TABLE"));
        shadow = new SeeInShadow(engine, Environment.require("SECOND_ENGINE_NAME"), opinions, Clock.systemUTC());
        // Nobody is asked: a rehearsal must not cost. The classes of a request are loaded by one that has nothing to
        // ask.
        rehearsal = Rehearsal.beforeSnapshot(() -> UtteranceJson.write(engine.understand(Utterance.of(""))));
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        Json.write(answer(Json.read(in)), out);
    }

    private JsonNode answer(JsonNode event) {
        if (rehearsal.isCalledBy(event)) {
            return rehearsal.answer(event);
        }
        if (event.has("shadow")) {
            shadow.see(event);
            return Json.object();
        }
        try {
            return Json.object()
                    .set("understanding", UtteranceJson.write(engine.understand(UtteranceJson.read(event))));
        } catch (EngineTrouble e) {
            LOG.log(Level.WARNING, e.getMessage());
            return Json.object().put("trouble", e.kind().word());
        }
    }

    private static BotDefinition bot(Path home) {
        try {
            return BotCompiler.read(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
