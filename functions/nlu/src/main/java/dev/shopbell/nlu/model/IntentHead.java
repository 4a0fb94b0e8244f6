package dev.shopbell.nlu.model;

import dev.shopbell.nlu.embed.SentenceEncoder;
import dev.shopbell.nlu.text.Glossary;
import dev.shopbell.nlu.text.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The intents in one language. Words are asked first, since that takes microseconds; where they are not sure, the sentence is
 * encoded and its meaning asked too.
 *
 * @param language BCP 47; empty if the head serves every language
 * @param written the language that the examples are written in, by whose glossary sentences are read; empty if unknown
 * @param classifier of words; its labels are the intents, and {@link #OUTSIDE} if training had out-of-scope examples
 * @param wordsAlone sharpness of the words' scores where they are not fused
 * @param sure whether words alone suffice, by {@link Signs#ofWords}
 * @param meaning of sentences, its labels those of the classifier; empty where it does not help
 * @param fusion of words and meaning
 * @param gate in scope or not, by {@link Signs#ofBoth} (by {@link Signs#ofWords} where there is no meaning)
 * @param examples of training
 * @param heldOut share of rows that a model which had not seen them understood rightly, 0..1
 */
public record IntentHead(
        String language,
        String written,
        Classifier classifier,
        double wordsAlone,
        Gate sure,
        Optional<Meaning> meaning,
        Fusion fusion,
        Gate gate,
        Examples examples,
        double heldOut) {
    /** The label of out-of-scope examples; no intent can have it, being no name. */
    public static final String OUTSIDE = "\u0000outside";

    private static final double[] NOT_ASKED = {};

    /** How many labels are intents. */
    public int intents() {
        var labels = classifier.labels();
        return labels.isEmpty() || !labels.getLast().equals(OUTSIDE) ? labels.size() : labels.size() - 1;
    }

    /**
     * Judges a text.
     *
     * @param encoder asked only where words are not sure
     * @param leaning what hints add to an intent's logarithm of odds
     */
    public Judgement judge(List<Word> words, String text, Supplier<SentenceEncoder> encoder, Leaning leaning) {
        var vector = classifier.vector(words);
        var scores = classifier.scores(vector);
        var intents = intents();
        var ofWords = Arrays.copyOf(scores, intents);
        var outsider = intents == scores.length ? Double.NaN : scores[intents];
        var signs = Signs.ofWords(ofWords, outsider, vector);
        if (meaning.isEmpty()) {
            return judgement(
                    leant(Fusion.ofWords(wordsAlone).fuse(ofWords, NOT_ASKED, NOT_ASKED), leaning), signs, gate);
        }
        if (sure.passes(signs)) {
            var sureScores = leant(Fusion.ofWords(wordsAlone).fuse(ofWords, NOT_ASKED, NOT_ASKED), leaning);
            return new Judgement(labels(intents), Fusion.probabilities(sureScores), signs, 1, 0);
        }
        var sentence = sentence(text, encoder);
        var ofMeaning = meaning.get().scores(sentence);
        var looked = Fusion.worthALook(scores, ofMeaning, intents);
        var ofNearest = examples.likeness(sentence, looked, scores.length);
        var fused = fusion.fuse(scores, ofMeaning, ofNearest);
        var fusedIntents = Arrays.copyOf(fused, intents);
        var fusedOutsider = intents == fused.length ? Double.NaN : fused[intents];
        var both = Signs.ofBoth(fusedIntents, fusedOutsider, vector, scores, ofMeaning, ofNearest);
        return judgement(leant(fusedIntents, leaning), both, gate);
    }

    /** A text as a vector, of what {@link #read} makes of it. */
    public float[] sentence(String text, Supplier<SentenceEncoder> encoder) {
        var reader = encoder.get();
        return reader.encode(read(text, reader));
    }

    /** A text as the encoder is to read it: without slips of the finger, in English as far as there is a glossary. */
    public String read(String text, SentenceEncoder reader) {
        var glossary = Glossary.of(written);
        var mended = classifier
                .vocabulary()
                .mend(
                        text,
                        word -> reader.knows(word)
                                || glossary.filter(words -> words.knows(word)).isPresent(),
                        // A glossary finds forms that it has not by itself, and rather than by their nearest neighbour.
                        word -> glossary.isPresent() ? Double.NaN : reader.rarity(word));
        return glossary.map(words -> words.english(mended)).orElse(mended);
    }

    /** The judgement of a text that is one of a label's examples; the label may be that of out-of-scope ones. */
    public Judgement certain(int label) {
        var probabilities = new double[intents()];
        var signs = new double[Signs.OF_BOTH];
        Arrays.fill(signs, 1);
        if (label >= probabilities.length) {
            Arrays.fill(probabilities, 1.0 / probabilities.length);
            return new Judgement(labels(probabilities.length), probabilities, signs, 0, 1);
        }
        probabilities[label] = 1;
        return new Judgement(labels(probabilities.length), probabilities, signs, 1, 0);
    }

    private List<String> labels(int intents) {
        return classifier.labels().subList(0, intents);
    }

    private double[] leant(double[] scores, Leaning leaning) {
        for (var i = 0; i < scores.length; i++) {
            scores[i] += leaning.towards(classifier.labels().get(i));
        }
        return scores;
    }

    private Judgement judgement(double[] scores, double[] signs, Gate asked) {
        // What sounds like the out-of-scope examples, and more so than like any intent, never passes the gate.
        var outside = signs[Signs.OUTSIDER] > 0;
        var probability = asked.probability(signs);
        return new Judgement(
                labels(scores.length),
                Fusion.probabilities(scores),
                signs,
                outside ? probability * asked.threshold() : probability,
                asked.threshold());
    }

    static int indexOfBest(double[] scores) {
        var best = 0;
        for (var i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }

    /** What hints of the conversation add to an intent's logarithm of odds. */
    @FunctionalInterface
    public interface Leaning {
        Leaning NONE = intent -> 0;

        double towards(String intent);
    }

    /**
     * @param labels the intents, in the order of the numbers
     * @param probabilities given that the text is in scope, sum 1
     * @param signs what the gate saw
     * @param inScope probability of being in scope
     * @param threshold least probability that is believed
     */
    @SuppressWarnings("ArrayRecordComponent") // inner workings: made and read in one place
    public record Judgement(
            List<String> labels, double[] probabilities, double[] signs, double inScope, double threshold) {}
}
