package dev.shopbell.definition;

/** Checks that a bot that must know who somebody is can say so. */
final class NeededPhrases {

    private NeededPhrases() {}

    static void check(BotDefinition bot, YamlNode phrases) {
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
