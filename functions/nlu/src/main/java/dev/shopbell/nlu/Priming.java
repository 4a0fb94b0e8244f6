package dev.shopbell.nlu;

import dev.shopbell.conversation.Utterance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.crac.Context;
import org.crac.Resource;

/** Understands a few sentences to the end before the snapshot is taken, so that it holds warm classes and code. */
record Priming(Understander understander) implements Resource {
    private static final List<Utterance> SENTENCES = List.of(
            Utterance.of("Where is my order 1042? I need it tomorrow at 10:30"),
            new Utterance(
                    "¿Dónde está mi pedido? Escríbeme a ana@example.com",
                    "es",
                    "order_number",
                    "order_status",
                    List.of("greeting")),
            Utterance.of("👍"));
    /** Chooses a passage that is not there: where the bot has documents, they are in the snapshot too. */
    private static final Utterance DOCUMENTS = Utterance.choosing("none", "", "");

    void run() throws IOException {
        for (var sentence : SENTENCES) {
            NluJson.write(understander.understand(sentence), new ByteArrayOutputStream());
        }
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
        run();
        NluJson.write(understander.understand(DOCUMENTS), new ByteArrayOutputStream());
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // The model is memory and nothing else: nothing went stale in the snapshot.
    }
}
