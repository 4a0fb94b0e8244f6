package dev.shopbell.nlu.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts names of several origins and genders into the same questions: in place of a name that is there, else by saying who
 * writes ("My name is Ayşe. Where is my order?").
 */
final class Names {
    static final String DIMENSION = "names";
    private static final Map<String, String> SAYS_WHO = Map.of(
            "en", "My name is {}. ",
            "es", "Me llamo {}. ",
            "fr", "Je m'appelle {}. ",
            "de", "Ich heiße {}. ",
            "it", "Mi chiamo {}. ",
            "pt", "O meu nome é {}. ");

    private final Map<String, List<String>> byGroup = new LinkedHashMap<>();
    private final Pattern anyName;

    Names() {
        for (var line : Lists.read("names.tsv")) {
            byGroup.put(line.get(0), List.of(line.get(1).split(",", -1)));
        }
        Set<String> all = new HashSet<>();
        byGroup.values().forEach(all::addAll);
        anyName = Pattern.compile(all.stream()
                .sorted()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<!\\p{L})(?:", ")(?!\\p{L})")));
    }

    /** @param language of the rows; English introductions where it is none of the known ones */
    List<Group> groups(List<Answered> rows, List<Integer> sample, String language, long seed) {
        var says = SAYS_WHO.getOrDefault(language.toLowerCase(Locale.ROOT), SAYS_WHO.getOrDefault("en", ""));
        var groups = new ArrayList<Group>();
        byGroup.forEach((group, names) -> {
            // The same numbers in each group: the n-th row gets the n-th name of every group.
            var random = new Random(seed);
            var variants = new ArrayList<Variant>();
            for (var row : sample) {
                var name = names.get(random.nextInt(names.size()));
                var text = rows.get(row).text();
                var found = anyName.matcher(text);
                variants.add(new Variant(
                        row,
                        found.find()
                                ? found.replaceFirst(Matcher.quoteReplacement(name))
                                : says.replace("{}", name) + text));
            }
            groups.add(new Group(DIMENSION, group, variants));
        });
        return groups;
    }
}
