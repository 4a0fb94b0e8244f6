package dev.shopbell.nlu;

import dev.shopbell.conversation.Utterance;
import dev.shopbell.nlu.embed.BgeEncoder;
import dev.shopbell.nlu.model.NluModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.crac.Context;
import org.crac.Resource;

/**
 * Understands a few sentences to the end, so that a first message finds warm classes and code: before the snapshot is taken,
 * when a start-up cache is made, and behind the back of a wake.
 *
 * <p>The sentence model is loaded here and not before: it is not needed to start, nor by words that are sure.
 */
final class Priming implements Resource {
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

    private final Understander understander;
    private final NluModel model;
    private final AtomicBoolean begun = new AtomicBoolean();

    /** @param model of the understander: which sentences will be encoded depends on the bot's own examples */
    Priming(Understander understander, NluModel model) {
        this.understander = understander;
        this.model = model;
    }

    /** Runs, unless it has run or runs already. On a thread of its own: nobody waits for it. */
    void begin() {
        if (begun.compareAndSet(false, true)) {
            Thread.ofPlatform().name("priming").daemon().start(this::run);
        }
    }

    /** Runs; a tenth of a second or a few, most of it the sentence model's loading. */
    void run() {
        begun.set(true);
        if (model.asksMeaning()) {
            var unused = BgeEncoder.load(); // beside what comes next
        }
        SENTENCES.forEach(this::understand);
        if (model.asksMeaning()) {
            BgeEncoder.shared().encode(SENTENCES.getFirst().text());
        }
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        run();
        // What takes time but is not always needed: behind a wake it would only be in the way of the other functions'
        // start.
        understand(DOCUMENTS);
        for (var head : model.heads()) {
            if (head.meaning().isPresent()) {
                head.sentence(SENTENCES.getFirst().text(), BgeEncoder::shared); // its glossary
            }
        }
    }

    private void understand(Utterance sentence) {
        try {
            NluJson.write(understander.understand(sentence), new ByteArrayOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail so
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // The model is memory and nothing else: nothing went stale in the snapshot.
    }
}
