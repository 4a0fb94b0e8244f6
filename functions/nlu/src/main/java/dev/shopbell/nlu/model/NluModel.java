package dev.shopbell.nlu.model;

import dev.shopbell.nlu.entity.EntitySpec;
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
}
