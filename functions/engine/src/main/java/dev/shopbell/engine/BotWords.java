package dev.shopbell.engine;

import dev.shopbell.definition.BotDefinition;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The bot's names of intents and entities, and how another engine may write them: {@code OrderStatus} for {@code order_status}.
 * Whatever is not among the intents is not known to the bot, and so out of scope.
 */
final class BotWords {

    private final Map<String, String> intents = new HashMap<>();
    private final Map<String, String> entities = new HashMap<>();

    BotWords(BotDefinition bot) {
        bot.intents().forEach(intent -> intents.putIfAbsent(squeezed(intent.name()), intent.name()));
        bot.flows().forEach(flow -> flow.slots().forEach(slot -> entities.put(squeezed(slot.name()), slot.entity())));
        // A type's own name wins over a slot's.
        bot.entities().forEach(type -> entities.put(squeezed(type.type()), type.type()));
    }

    /** The bot's name of that intent; empty if it has none. */
    Optional<String> intent(String written) {
        return Optional.ofNullable(intents.get(squeezed(written)));
    }

    /** The entity type of a slot; the slot's name as it is where the bot knows none. */
    String entity(String slot) {
        return entities.getOrDefault(squeezed(slot), slot);
    }

    private static String squeezed(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
