package dev.shopbell.dialogue;

import dev.shopbell.definition.BotDefinition;
import dev.shopbell.definition.Texts;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** Connectors of type {@code file}: the records travel with the bot. */
final class FileConnectors implements LooksUp {

    private final BotDefinition bot;

    FileConnectors(BotDefinition bot) {
        this.bot = bot;
    }

    @Override
    public Lookup find(Inquiry inquiry) {
        var connector = bot.connectors().get(inquiry.connector());
        if (connector == null) {
            return new Lookup.Missing();
        }
        var owner = connector.owner();
        if (owner != null && inquiry.customer().isEmpty()) {
            return new Lookup.LoginNeeded();
        }
        var fields = connector.records().get(inquiry.key().strip());
        if (fields == null || (owner != null && !isOf(inquiry.customer(), fields.get(owner)))) {
            return new Lookup.Missing();
        }
        var facts = new HashMap<String, String>();
        fields.forEach((field, texts) -> facts.put(field, texts.in(inquiry.language())));
        return new Lookup.Found(facts);
    }

    private static boolean isOf(String customer, @Nullable Texts owner) {
        return owner != null && owner.byLanguage().containsValue(customer);
    }
}
