package dev.shopbell.dialogue;

import dev.shopbell.definition.BotDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Connectors of type {@code file}: the records travel with the bot. */
final class FileConnectors implements LooksUp {

    private final BotDefinition bot;

    FileConnectors(BotDefinition bot) {
        this.bot = bot;
    }

    @Override
    public Optional<Map<String, String>> find(String connector, String key, String language) {
        var found = bot.connectors().get(connector);
        var fields = found == null ? null : found.records().get(key.strip());
        if (fields == null) {
            return Optional.empty();
        }
        var facts = new HashMap<String, String>();
        fields.forEach((field, texts) -> facts.put(field, texts.in(language)));
        return Optional.of(facts);
    }
}
