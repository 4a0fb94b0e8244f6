package dev.shopbell.nlu.model;

import dev.shopbell.nlu.entity.EntitySpec;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * All that training learned.
 *
 * @param heads one per language, or one that serves all; at least one, the bot's first language first
 * @param flows the flow that an intent starts, by intent; intents without one are absent
 */
public record NluModel(List<IntentHead> heads, Languages languages, EntitySpec entities, Map<String, String> flows) {
    public NluModel {
        heads = List.copyOf(heads);
        flows = Map.copyOf(flows);
        if (heads.isEmpty()) {
            throw new IllegalArgumentException("A model needs at least one language");
        }
    }

    /** Whether any language has its sentences encoded. */
    public boolean asksMeaning() {
        return heads.stream().anyMatch(head -> head.meaning().isPresent());
    }

    /**
     * The head for the likeliest language.
     *
     * @param probabilities by language
     */
    public IntentHead headFor(Map<String, Double> probabilities) {
        return heads.stream()
                .max(Comparator.comparingDouble(
                        head -> probabilities.getOrDefault(Languages.languageOf(head.language()), 0.0)))
                .orElseThrow();
    }
}
