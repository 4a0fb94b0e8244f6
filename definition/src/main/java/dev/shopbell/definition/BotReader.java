package dev.shopbell.definition;

import dev.shopbell.definition.BotDefinition.EntityType;
import dev.shopbell.definition.BotDefinition.Intent;
import dev.shopbell.definition.BotDefinition.Routing;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns files into a definition; tells what does not fit together. */
final class BotReader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,49}");
    private static final List<String> INTENT_FIELDS = Stream.concat(
                    Stream.of(
                            "intent",
                            "title",
                            "examples",
                            "answer",
                            "choices",
                            "flow",
                            "handover",
                            "cancels",
                            "small_talk"),
                    AttachedReader.KINDS.stream())
            .toList();
    private static final List<String> DAYS = Arrays.stream(DayOfWeek.values())
            .map(d -> d.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final List<String> BUILT_IN_ENTITIES = List.of(
            "text",
            "order_number",
            "email",
            "phone",
            "address",
            "date",
            "time",
            "datetime",
            "date_range",
            "time_range",
            "duration",
            "money",
            "quantity",
            "number");

    private final BotFiles files;
    private final List<Problem> problems;
    private List<String> languages = List.of("en");

    BotReader(BotFiles files, List<Problem> problems) {
        this.files = files;
        this.problems = problems;
    }

    BotDefinition read() throws IOException {
        var bot = files.file("bot.yaml", true);
        bot.allow(List.of("name", "languages", "time_zone", "phone_region", "quiet_hours", "reopening", "entities"));
        var name = bot.at("name").text("The bot has no name. Add \"name:\" and the business' name.");
        languages = languages(bot.at("languages"));
        var intents = intents();
        var entities = entities(bot.at("entities"));
        var connectors = new ConnectorReader(languages).read(files.files("connectors"));
        var flows = new FlowReader(languages, entityNames(entities), connectors.keySet()).read(files.files("flows"));
        var phrasesFile = files.file("phrases.yaml", true);
        var definition = new BotDefinition(
                name,
                languages,
                timeZone(bot.at("time_zone")),
                bot.at("phone_region").textOr("US"),
                intents.values().stream().toList(),
                flows,
                phrases(phrasesFile),
                hours(),
                closedDays(),
                QuietHours.read(bot.at("quiet_hours")),
                routing(),
                connectors,
                entities,
                new TemplateReader(languages, new AttachedReader(languages)).readReopening(bot.at("reopening")));
        BotReferences.check(definition, bot, intentNodes, problems);
        NeededPhrases.check(definition, files.has(KnowledgeFiles.FOLDER), phrasesFile);
        return definition;
    }

    private final Map<String, YamlNode> intentNodes = new LinkedHashMap<>();

    private List<String> languages(YamlNode node) {
        var written = node.texts();
        if (written.isEmpty()) {
            node.problem("The bot speaks no language. Add \"languages: [en]\".");
            return List.of("en");
        }
        return written;
    }

    private static String timeZone(YamlNode node) {
        var zone = node.text("The bot has no time zone. Add \"time_zone: Europe/Madrid\" or where the shop is.");
        try {
            return zone.isEmpty() ? "UTC" : ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            node.problem("There is no time zone \"" + zone + "\". Write it like Europe/Madrid or America/New_York.");
            return "UTC";
        }
    }

    private Map<String, Intent> intents() throws IOException {
        var intents = new LinkedHashMap<String, Intent>();
        for (var node : files.files("intents")) {
            node.allow(INTENT_FIELDS);
            var name = node.at("intent").text("The intent has no name. Add \"intent: opening_hours\", say.");
            if (!name.isEmpty() && !NAME.matcher(name).matches()) {
                node.at("intent").problem("\"" + name + "\" cannot be a name. Use a-z, 0-9 and _, a letter first.");
            }
            if (intentNodes.put(name, node) != null) {
                node.at("intent").problem("There is an intent \"" + name + "\" already. Give this one another name.");
            }
            intents.put(
                    name,
                    new Intent(
                            name,
                            TextsReader.read(node.at("title"), languages, "title"),
                            examples(node.at("examples")),
                            TextsReader.readOptional(node.at("answer"), languages, "answer"),
                            node.at("choices").texts(),
                            node.at("flow").textOr(""),
                            node.at("handover").isTrue(),
                            node.at("cancels").isTrue(),
                            node.at("small_talk").isTrue(),
                            new AttachedReader(languages).read(node)));
        }
        return intents;
    }

    private Map<String, List<String>> examples(YamlNode node) {
        var examples = new LinkedHashMap<String, List<String>>();
        node.fields().forEach((language, list) -> {
            if (!languages.contains(language)) {
                list.problem("The bot does not speak \"" + language + "\". Add it to bot.yaml's languages.");
            }
            examples.put(language, list.texts());
        });
        for (var language : languages) {
            if (examples.getOrDefault(language, List.of()).size() < 3) {
                node.problem("Too few examples in \"" + language + "\". Write at least 3, better 10, under \"examples: "
                        + language + ":\".");
            }
        }
        return examples;
    }

    private Map<String, Texts> phrases(YamlNode file) {
        var phrases = new LinkedHashMap<String, Texts>();
        file.allow(Phrase.keys());
        for (var phrase : Phrase.values()) {
            var key = phrase.key();
            if (file.at(key).isPresent() || (file.isPresent() && !phrase.isOptional())) {
                phrases.put(key, TextsReader.read(file.at(key), languages, key));
            }
        }
        return phrases;
    }

    private Map<String, List<String>> hours() throws IOException {
        var hours = new LinkedHashMap<String, List<String>>();
        var file = files.file("hours.yaml", false);
        var week = file.at("week");
        file.allow(List.of("week", "closed"));
        week.allow(DAYS);
        for (var day : DAYS) {
            var node = week.at(day);
            var spans = new ArrayList<String>();
            for (var span : node.items()) {
                var written = span.text("This span is empty. Write \"07:00-18:00\".");
                if (isSpan(written)) {
                    spans.add(written);
                } else {
                    span.problem("\"" + written + "\" is no span of time. Write it like \"07:00-18:00\", in quotes.");
                }
            }
            if (week.isPresent() && !node.isPresent()) {
                week.problem("\"" + day + "\" is missing. Write \"" + day + ": []\" if the shop is closed then.");
            }
            hours.put(day, spans);
        }
        return hours;
    }

    private static boolean isSpan(String span) {
        var ends = span.split("-", 2);
        var from = time(ends[0]);
        var to = ends.length == 2 ? time(ends[1]) : null;
        return from != null && to != null && from.isBefore(to);
    }

    private static @Nullable LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private List<String> closedDays() throws IOException {
        var days = new ArrayList<String>();
        for (var node : files.file("hours.yaml", false).at("closed").items()) {
            var day = node.text("");
            try {
                days.add(LocalDate.parse(day).toString());
            } catch (DateTimeException e) {
                node.problem("\"" + day + "\" is no date. Write it like 2026-12-25.");
            }
        }
        return days;
    }

    private Routing routing() throws IOException {
        var file = files.file("routing.yaml", false);
        file.allow(List.of("after_failures", "anger_above", "priorities"));
        var priorities = new LinkedHashMap<String, Integer>();
        file.at("priorities").fields().forEach((reason, node) -> priorities.put(reason, (int) node.number(3, 1, 4)));
        return new Routing(
                (int) file.at("after_failures").number(2, 1, 10),
                file.at("anger_above").number(0.7, 0, 2),
                priorities);
    }

    private static List<EntityType> entities(YamlNode node) {
        var entities = new ArrayList<EntityType>();
        node.fields().forEach((type, entity) -> {
            entity.allow(List.of("pattern", "values"));
            var values = new LinkedHashMap<String, List<String>>();
            entity.at("values").fields().forEach((value, synonyms) -> values.put(value, synonyms.texts()));
            entities.add(new EntityType(type, pattern(entity.at("pattern")), values));
        });
        return entities;
    }

    private static String pattern(YamlNode node) {
        var pattern = node.textOr("");
        try {
            return Pattern.compile(pattern).pattern();
        } catch (PatternSyntaxException e) {
            node.problem("This is no regular expression: " + e.getDescription() + ".");
            return "";
        }
    }

    private static List<String> entityNames(List<EntityType> custom) {
        var names = new ArrayList<>(BUILT_IN_ENTITIES);
        custom.forEach(e -> names.add(e.type()));
        return names;
    }
}
