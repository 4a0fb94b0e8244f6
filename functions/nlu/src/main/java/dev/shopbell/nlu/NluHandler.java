package dev.shopbell.nlu;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.shopbell.nlu.NluJson.Request.Rehearse;
import dev.shopbell.nlu.NluJson.Request.Understand;
import dev.shopbell.nlu.NluJson.Request.Wake;
import dev.shopbell.nlu.knowledge.KnowledgeFile;
import dev.shopbell.nlu.knowledge.OpenLibrary;
import dev.shopbell.nlu.model.ModelFile;
import io.quarkus.runtime.Startup;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.crac.Core;

/**
 * The door for the other functions: an utterance as JSON in, an understanding as JSON out ({@link NluJson}). Reads the model
 * once, from the bot's layer ({@code BOT_HOME/nlu.model}, default {@code /opt/bot}).
 */
@Startup
@Singleton
@Named("nlu")
public class NluHandler implements RequestStreamHandler {
    private static final byte[] AWAKE = "{\"awake\":true}".getBytes(StandardCharsets.UTF_8);

    private final Understander understander;
    /** Kept here since the CRaC context holds its resources weakly. */
    private final Priming priming;

    /**
     * @throws UncheckedIOException if there is no model; the message says how to make one
     */
    public NluHandler() {
        this(Path.of(Optional.ofNullable(System.getenv("BOT_HOME")).orElse("/opt/bot")), Clock.systemUTC());
        Core.getGlobalContext().register(priming);
    }

    NluHandler(Path botHome, Clock clock) {
        try {
            var model = ModelFile.read(botHome.resolve(ModelFile.FILE));
            var intents = new TrainedUnderstander(model, clock);
            var documents = botHome.resolve(KnowledgeFile.FILE);
            this.understander =
                    Files.exists(documents) ? new WellReadUnderstander(intents, new OpenLibrary(documents)) : intents;
            this.priming = new Priming(understander, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        switch (NluJson.read(in)) {
            case Wake() -> {
                out.write(AWAKE);
                priming.begin(); // a customer's words are on their way: the other functions have to start yet
            }
            case Rehearse() -> {
                priming.run();
                out.write(AWAKE);
            }
            case Understand(var utterance) -> NluJson.write(understander.understand(utterance), out);
        }
    }
}
