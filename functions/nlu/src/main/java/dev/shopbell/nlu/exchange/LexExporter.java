package dev.shopbell.nlu.exchange;

import dev.shopbell.definition.BotDefinition;
import dev.shopbell.definition.BotDefinition.EntityType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files that Lex V2 imports as a ZIP archive. Source: docs.aws.amazon.com/lexv2/latest/dg/import-export-format.html; the
 * manifest's spelling is that of archives which Lex itself exports, which differs from that page.
 */
final class LexExporter implements Exporter {
    /** The first of a language is taken where the shop's country is not among them. Source: …/lexv2/latest/dg/how-languages.html. */
    private static final List<String> LOCALES = List.of(
            "en_US", "en_GB", "en_AU", "en_IN", "en_ZA", "es_ES", "es_419", "es_US", "fr_FR", "fr_CA", "de_DE", "de_AT",
            "it_IT", "pt_BR", "pt_PT", "ca_ES", "ja_JP", "ko_KR", "zh_CN", "zh_HK", "ar_AE", "hi_IN", "nl_NL", "no_NO",
            "pl_PL", "sv_SE", "fi_FI");

    @Override
    public Exported write(BotDefinition bot) {
        var files = new TreeMap<String, String>();
        var leftovers = new ArrayList<>(Unheld.of(bot, Unheld.Kind.ATTACHED, Unheld.Kind.FLOW, Unheld.Kind.CHOICES));
        var name = bot.name().replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
        var root = (name.isEmpty() ? "Shopbell" : name) + "/";
        files.put(
                "Manifest.json",
                Json.of(Map.of(
                        "metaData", Map.of("schemaVersion", "1", "fileFormat", "LexJson", "resourceType", "BOT"))));
        files.put(root + "Bot.json", Json.of(bot(root.substring(0, root.length() - 1))));
        for (var language : bot.languages()) {
            var locale = locale(language, bot.phoneRegion());
            if (locale.isEmpty()) {
                leftovers.add(
                        new Leftover("bot.yaml", 1, "Lex does not speak \"" + language + "\".", "It was left out."));
            } else {
                locale(bot, language, locale, root + "BotLocales/" + locale + "/", files);
            }
        }
        return new Exported(files, leftovers);
    }

    private static String locale(String language, String region) {
        var wanted = language.length() == 2 ? language : language.substring(0, Math.min(2, language.length()));
        return LOCALES.contains(wanted + "_" + region)
                ? wanted + "_" + region
                : LOCALES.stream()
                        .filter(l -> l.startsWith(wanted + "_"))
                        .findFirst()
                        .orElse("");
    }

    private static Map<String, Object> bot(String name) {
        var bot = new LinkedHashMap<String, Object>();
        bot.put("name", name);
        bot.put("version", "DRAFT");
        bot.put("description", "");
        bot.put("dataPrivacy", Map.of("childDirected", false));
        bot.put("idleSessionTTLInSeconds", 300);
        return bot;
    }

    private static void locale(
            BotDefinition bot, String language, String locale, String folder, Map<String, String> files) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("name", locale);
        settings.put("identifier", locale);
        settings.put("version", "DRAFT");
        settings.put("nluConfidenceThreshold", 0.4);
        files.put(folder + "BotLocale.json", Json.of(settings));
        for (var intent : bot.intents()) {
            files.put(folder + "Intents/" + intent.name() + "/Intent.json", Json.of(intent(bot, intent, language)));
        }
        files.put(folder + "Intents/FallbackIntent/Intent.json", Json.of(fallback(bot, language)));
        for (var entity : bot.entities()) {
            files.put(folder + "SlotTypes/" + entity.type() + "/SlotType.json", Json.of(slotType(entity)));
        }
    }

    private static Map<String, Object> intent(BotDefinition bot, BotDefinition.Intent intent, String language) {
        var utterances = intent.examples().getOrDefault(language, List.of()).stream()
                .map(example -> Map.of("utterance", example))
                .toList();
        var out = new LinkedHashMap<String, Object>();
        out.put("name", intent.name());
        out.put("description", intent.title().in(language));
        out.put("sampleUtterances", utterances);
        out.put("intentClosingSetting", says(RasaExporter.answer(bot, intent, language)));
        return out;
    }

    private static Map<String, Object> fallback(BotDefinition bot, String language) {
        var words = bot.phrases().get("not_understood");
        var out = new LinkedHashMap<String, Object>();
        out.put("name", "FallbackIntent");
        out.put("parentIntentSignature", "AMAZON.FallbackIntent");
        out.put("intentClosingSetting", says(words == null ? "" : words.in(language)));
        return out;
    }

    private static Map<String, Object> says(String words) {
        var message = Map.of("message", Map.of("plainTextMessage", Map.of("value", words)));
        var closing = new LinkedHashMap<String, Object>();
        closing.put("isActive", true);
        closing.put("closingResponse", Map.of("messageGroupList", List.of(message), "allowInterrupt", true));
        return closing;
    }

    private static Map<String, Object> slotType(EntityType entity) {
        var out = new LinkedHashMap<String, Object>();
        out.put("name", entity.type());
        out.put("description", "");
        if (!entity.pattern().isEmpty()) {
            out.put("parentSlotTypeSignature", "AMAZON.AlphaNumeric");
            out.put(
                    "valueSelectionSetting",
                    Map.of("resolutionStrategy", "ORIGINAL_VALUE", "regexFilter", Map.of("pattern", entity.pattern())));
            return out;
        }
        var values = new ArrayList<Map<String, Object>>();
        entity.values().forEach((value, synonyms) -> {
            var entry = new LinkedHashMap<String, Object>();
            entry.put("sampleValue", Map.of("value", value));
            entry.put("synonyms", synonyms.stream().map(s -> Map.of("value", s)).toList());
            values.add(entry);
        });
        out.put("slotTypeValues", values);
        out.put("valueSelectionSetting", Map.of("resolutionStrategy", "TOP_RESOLUTION"));
        return out;
    }
}
