package dev.shopbell.nlu.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a report tells.
 *
 * @param title the report's
 * @param total over all languages
 * @param languages figures by language; one entry where there is one
 */
record Findings(
        String title,
        Scores total,
        Map<String, Scores> languages,
        List<IntentScore> intents,
        List<ConfusedPair> pairs,
        Audit audit,
        String calibrationChart,
        String confusionChart,
        String groupChart) {

    static Findings of(String title, Map<String, List<Answered>> byLanguage, Audit audit) {
        var all = new ArrayList<Answered>();
        var languages = new LinkedHashMap<String, Scores>();
        byLanguage.forEach((language, rows) -> {
            all.addAll(rows);
            languages.put(language.isEmpty() ? "not known" : language, Scores.of(rows));
        });
        return new Findings(
                title,
                Scores.of(all),
                languages,
                IntentScore.of(all),
                ConfusedPair.of(all),
                audit,
                CalibrationChart.of(Calibration.of(all)),
                ConfusionChart.of(all),
                audit.groups().isEmpty() ? "" : GroupChart.of(audit.groups()));
    }
}
