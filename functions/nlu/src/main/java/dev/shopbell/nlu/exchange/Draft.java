package dev.shopbell.nlu.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A bot in the making: what has been read of it so far, and what could not be taken over. */
final class Draft {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    /** What the bot finds by itself; see {@code bots/schema/flow.json}. */
    private static final Set<String> BUILT_IN = Set.of("text", "email", "phone", "date", "time", "number");

    String name = "";
    String timeZone = "";
    String phoneRegion = "";
    private final Set<String> languages = new LinkedHashSet<>();
    private final Map<String, Intent> intents = new LinkedHashMap<>();
    private final Map<String, Entity> entities = new LinkedHashMap<>();
    private final List<Leftover> leftovers = new ArrayList<>();
    private final Names intentNames = new Names("intent");
    private final Names entityNames = new Names("entity");

    /** An intent in the making. */
    static final class Intent {
        final String name;
        final Map<String, String> titles = new LinkedHashMap<>();
        final Map<String, Set<String>> examples = new LinkedHashMap<>();
        final Map<String, String> answers = new LinkedHashMap<>();
        final Set<String> choices = new LinkedHashSet<>();

        private Intent(String name) {
            this.name = name;
        }

        void example(String language, String text) {
            var plain = text.replaceAll("\\s+", " ").strip();
            if (!plain.isEmpty()) {
                examples.computeIfAbsent(language, l -> new LinkedHashSet<>()).add(plain);
            }
        }

        Set<String> examples(String language) {
            return examples.getOrDefault(language, Set.of());
        }
    }

    /** An entity in the making: a pattern, or values with their synonyms. */
    static final class Entity {
        final String name;
        String pattern = "";
        final Map<String, Set<String>> values = new LinkedHashMap<>();

        private Entity(String name) {
            this.name = name;
        }

        void value(String value, List<String> synonyms) {
            if (!value.isBlank()) {
                var all = values.computeIfAbsent(value.strip(), v -> new LinkedHashSet<>());
                synonyms.stream()
                        .map(String::strip)
                        .filter(s -> !s.isEmpty() && !s.equals(value.strip()))
                        .forEach(all::add);
            }
        }
    }

    Map<String, Intent> intents() {
        return intents;
    }

    Map<String, Entity> entities() {
        return entities;
    }

    List<Leftover> leftovers() {
        return leftovers;
    }

    Set<String> languages() {
        return languages;
    }

    /** The intent that is called so elsewhere, made if it is new. */
    Intent intent(String elsewhere) {
        return intents.computeIfAbsent(intentNames.of(elsewhere), Intent::new);
    }

    Optional<Intent> ifKnown(String elsewhere) {
        return intentNames.ifKnown(elsewhere).map(intents::get);
    }

    /** The entity that is called so elsewhere, made if it is new; none for what the bot finds by itself. */
    Optional<Entity> entity(String elsewhere) {
        var here = entityNames.of(elsewhere);
        return BUILT_IN.contains(here) ? Optional.empty() : Optional.of(entities.computeIfAbsent(here, Entity::new));
    }

    Optional<Entity> ifEntity(String elsewhere) {
        return entityNames.ifKnown(elsewhere).map(entities::get);
    }

    /** Gives an entity a regular expression, if Java understands it. */
    void pattern(String elsewhere, String pattern, Tree at) {
        try {
            var compiled = Pattern.compile(pattern).pattern();
            entity(elsewhere).ifPresent(entity -> entity.pattern = compiled);
        } catch (PatternSyntaxException e) {
            leave(
                    at,
                    "The pattern of \"" + elsewhere + "\" is no regular expression here (" + e.getDescription() + ").",
                    "Write it anew under \"entities:\" in bot.yaml.");
        }
    }

    /**
     * The bot's language for a locale of elsewhere ({@code en_US}, {@code pt-br}): the language alone.
     *
     * @return {@code en} where it cannot be told
     */
    String language(String locale) {
        var parts = locale.strip().replace('_', '-').split("-", -1);
        var language = parts[0].toLowerCase(Locale.ROOT);
        if (!LANGUAGE.matcher(language).matches()) {
            language = languages.stream().findFirst().orElse("en");
        }
        if (parts.length > 1 && parts[1].matches("[A-Za-z]{2}") && phoneRegion.isEmpty()) {
            phoneRegion = parts[1].toUpperCase(Locale.ROOT);
        }
        languages.add(language);
        return language;
    }

    /** The first answer is said; others are told, since a bot's answer should not depend on chance. */
    void answer(Intent intent, String language, String words, Tree at) {
        var plain = words.strip();
        if (plain.isEmpty()) {
            return;
        }
        var first = intent.answers.putIfAbsent(language, plain);
        if (first != null && !first.equals(plain)) {
            leave(
                    at,
                    "A further answer of \"" + intent.name + "\" (" + language + "): \"" + shortened(plain) + "\".",
                    "The first one is said. Put them together under \"answer:\" if both are needed.");
        }
    }

    /** Whether a file or folder is called after a language, as in {@code es.json} or {@code pt-BR/}. */
    static boolean isLanguage(String name) {
        return name.matches("[a-z]{2}([-_][A-Za-z]{2})?") && LANGUAGES.contains(name.substring(0, 2));
    }

    void leave(Tree at, String what, String mend) {
        leftovers.add(new Leftover(at.file(), at.line(), what, mend));
    }

    void leave(String file, String what, String mend) {
        leftovers.add(new Leftover(file, 1, what, mend));
    }

    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 60
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 50)) + "…";
    }
}
