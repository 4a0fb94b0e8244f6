package dev.shopbell.nlu.exchange;

import dev.shopbell.definition.BotDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The JSON that QnABot's content designer imports; a file a language where there are several. */
final class QnaBotExporter implements Exporter {

    @Override
    public Exported write(BotDefinition bot) {
        var files = new TreeMap<String, String>();
        for (var language : bot.languages()) {
            var items = new ArrayList<Map<String, Object>>();
            for (var intent : bot.intents()) {
                var item = new LinkedHashMap<String, Object>();
                item.put("qid", intent.name());
                item.put("type", "qna");
                item.put("q", intent.examples().getOrDefault(language, List.of()));
                item.put("a", RasaExporter.answer(bot, intent, language));
                items.add(item);
            }
            for (var entity : bot.entities()) {
                items.add(slotType(entity));
            }
            files.put(language + ".json", Json.of(Map.of("qna", items)));
        }
        return new Exported(files, Unheld.of(bot, Unheld.Kind.ATTACHED, Unheld.Kind.FLOW, Unheld.Kind.CHOICES));
    }

    private static Map<String, Object> slotType(BotDefinition.EntityType entity) {
        var item = new LinkedHashMap<String, Object>();
        item.put("qid", entity.type());
        item.put("type", "slottype");
        item.put("descr", Names.title(entity.type()));
        item.put("resolutionStrategyRestrict", !entity.values().isEmpty());
        if (!entity.pattern().isEmpty()) {
            item.put("regexFilter", entity.pattern());
        }
        var values = new ArrayList<Map<String, String>>();
        entity.values()
                .forEach((value, synonyms) ->
                        values.add(Map.of("samplevalue", value, "synonyms", String.join(",", synonyms))));
        item.put("slotTypeValues", values);
        return item;
    }
}
