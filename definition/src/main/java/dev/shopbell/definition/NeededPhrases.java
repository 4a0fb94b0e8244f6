package dev.shopbell.definition;

/** Checks that a bot can say what only some bots have to: who somebody is, and where an answer stands. */
final class NeededPhrases {

    private NeededPhrases() {}

    /** @param cites whether there are documents to answer from */
    static void check(BotDefinition bot, boolean cites, YamlNode phrases) {
        if (cites) {
            require(bot, phrases, Phrase.CITED, "There are documents in \"knowledge/\"");
        }
        var givesCodes = bot.intents().stream().anyMatch(intent -> intent.answer().byLanguage().values().stream()
                .anyMatch(words -> words.contains(BotDefinition.LINK_CODE)));
        var asksWho = bot.connectors().values().stream().anyMatch(connector -> connector.owner() != null);
        if (givesCodes || asksWho) {
            require(bot, phrases, Phrase.LOG_IN, asksWho ? "A connector has an \"owner:\"" : "An answer has a code");
        }
        if (givesCodes) {
            require(bot, phrases, Phrase.LINKED, "An answer has a code");
        }
    }

    private static void require(BotDefinition bot, YamlNode phrases, Phrase phrase, String why) {
        if (!bot.phrases().containsKey(phrase.key())) {
            phrases.problem(why + ", so the bot needs the phrase \"" + phrase.key() + "\". Add it in: "
                    + String.join(", ", bot.languages()) + ".");
        }
    }
}
