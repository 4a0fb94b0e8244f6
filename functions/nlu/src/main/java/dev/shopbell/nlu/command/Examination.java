package dev.shopbell.nlu.command;

import dev.shopbell.conversation.Utterance;
import dev.shopbell.nlu.TrainedUnderstander;
import dev.shopbell.nlu.report.Answered;
import dev.shopbell.nlu.report.Audit;
import dev.shopbell.nlu.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts questions to a model. */
record Examination(TrainedUnderstander understander, String locale) {
    /** The same rows, names and typos at every run. */
    private static final long SEED = 7;
    /** A language with fewer of the rows than this is more likely a wrong guess. */
    private static final double LEAST_SHARE = 0.05;

    private static final String OTHERS = "other languages";

    Answered answer(String text, String gold) {
        return answered(text, gold, understander.parse(utterance(text)));
    }

    /** The answer, by the clock; what is measured is the parse alone. */
    Metrics.Answer timed(String text, String gold) {
        var utterance = utterance(text);
        var started = System.nanoTime();
        var parse = understander.parse(utterance);
        var nanos = System.nanoTime() - started;
        return new Metrics.Answer(answered(text, gold, parse), nanos);
    }

    private static Answered answered(String text, String gold, TrainedUnderstander.Parse parse) {
        var understanding = parse.understanding();
        var intents = understanding.intents();
        return new Answered(
                text,
                gold,
                intents.isEmpty() ? "" : intents.getFirst().name(),
                intents.isEmpty() ? 0 : intents.getFirst().confidence(),
                understanding.outOfScope(),
                parse.inScope());
    }

    Utterance utterance(String text) {
        return new Utterance(text, locale, "", "", List.of());
    }

    /** Writes what the answers show, with an audit of who is understood worse. */
    void report(Path folder, String title, List<Answered> answers) throws IOException {
        Report.write(folder, title, byLanguage(answers), Audit.of(answers, locale, SEED, this::answer));
    }

    private Map<String, List<Answered>> byLanguage(List<Answered> answers) {
        var groups = new TreeMap<String, List<Answered>>();
        for (var answer : answers) {
            var language = locale.isEmpty()
                    ? understander.understand(utterance(answer.text())).language()
                    : locale;
            groups.computeIfAbsent(language, name -> new ArrayList<>()).add(answer);
        }
        var others = new ArrayList<Answered>();
        groups.values().removeIf(rows -> rows.size() < LEAST_SHARE * answers.size() && others.addAll(rows));
        if (!others.isEmpty()) {
            groups.computeIfAbsent(OTHERS, name -> new ArrayList<>()).addAll(others);
        }
        return groups;
    }
}
