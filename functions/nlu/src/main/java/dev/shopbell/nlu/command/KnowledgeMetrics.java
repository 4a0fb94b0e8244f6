package dev.shopbell.nlu.command;

import com.fasterxml.jackson.core.JsonFactory;
import dev.shopbell.nlu.knowledge.Library;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** How well documents are found. Recall and MRR are of answerable questions, whatever the threshold. */
record KnowledgeMetrics(List<Result> results) {

    /**
     * A question that was asked.
     *
     * @param found best first, at most ten
     */
    record Result(KnownQuestion question, List<Library.Found> found, double millis) {

        /** The place of the first right source, from 1; 0 if it is not among those found. */
        int rank() {
            for (var i = 0; i < found.size(); i++) {
                if (question.isAnsweredBy(found.get(i).passage().source())) {
                    return i + 1;
                }
            }
            return 0;
        }

        boolean isSaid() {
            return !found.isEmpty() && found.getFirst().isSupported();
        }

        /** Answered from the right place, or refused where nothing answers. */
        boolean isFine() {
            return question.isAnswerable() ? rank() == 1 && isSaid() : !isSaid();
        }

        String words() {
            var best = found.isEmpty() ? "" : found.getFirst().passage().source();
            var support = found.isEmpty() ? 0 : found.getFirst().passage().score();
            return String.format(
                    Locale.ROOT,
                    "%s\t%.2f\t%s\trank %d\t%s\tlacking %s",
                    isSaid() ? "said" : "not said",
                    support,
                    best,
                    rank(),
                    question.text(),
                    found.isEmpty() ? "" : found.getFirst().lacking());
        }
    }

    private List<Result> answerable() {
        return results.stream().filter(r -> r.question().isAnswerable()).toList();
    }

    private List<Result> unanswerable() {
        return results.stream().filter(r -> !r.question().isAnswerable()).toList();
    }

    private static double share(List<Result> of, Predicate<Result> which) {
        return of.isEmpty() ? 0 : (double) of.stream().filter(which).count() / of.size();
    }

    private double recall(int most) {
        return share(answerable(), r -> r.rank() >= 1 && r.rank() <= most);
    }

    private double mrr() {
        return answerable().stream()
                .mapToDouble(r -> r.rank() == 0 ? 0 : 1.0 / r.rank())
                .average()
                .orElse(0);
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "%d questions with an answer: the right source is first in %.1f %%, among three in %.1f %%; MRR %.3f."
                        + " Said rightly %.1f %%, wrongly %.1f %%.%n%d without: refused %.1f %%.",
                answerable().size(),
                100 * recall(1),
                100 * recall(3),
                mrr(),
                100 * share(answerable(), Result::isFine),
                100 * share(answerable(), r -> r.isSaid() && r.rank() != 1),
                unanswerable().size(),
                100 * share(unanswerable(), Result::isFine));
    }

    String json() {
        var text = new StringWriter();
        try (var json = JsonFactory.builder().build().createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("answerable", answerable().size());
            json.writeNumberField("recallAt1", rounded(recall(1)));
            json.writeNumberField("recallAt3", rounded(recall(3)));
            json.writeNumberField("mrr", rounded(mrr()));
            json.writeNumberField("saidRightly", rounded(share(answerable(), Result::isFine)));
            json.writeNumberField("saidWrongly", rounded(share(answerable(), r -> r.isSaid() && r.rank() != 1)));
            json.writeNumberField("unanswerable", unanswerable().size());
            json.writeNumberField("refused", rounded(share(unanswerable(), Result::isFine)));
            json.writeNumberField("p50Ms", rounded(median()));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail so
        }
        return text.toString();
    }

    private double median() {
        var sorted = results.stream().mapToDouble(Result::millis).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double rounded(double number) {
        return Math.round(number * 1e4) / 1e4;
    }
}
