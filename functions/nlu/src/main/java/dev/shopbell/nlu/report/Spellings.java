package dev.shopbell.nlu.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says the same in a variety of the language: British and American, Spain's "puedes" and the Río de la Plata's "podés". */
final class Spellings {
    private static final String DIMENSION = "spelling and words";
    private static final String ALSO_OTHERWISE = "=";

    private final Map<String, List<String>> byVariety = new LinkedHashMap<>();

    Spellings(String language) {
        for (var line : Lists.read("spellings.tsv")) {
            if (line.get(0).equals(language.toLowerCase(Locale.ROOT))) {
                byVariety.put(line.get(1), List.of(line.get(2).split(",", -1)));
            }
        }
    }

    /** For each variety all rows that have a word which another variety says otherwise. */
    List<Group> groups(List<Answered> rows, int most) {
        var groups = new ArrayList<Group>();
        byVariety.forEach((variety, words) -> {
            var into = into(words);
            var any = into.isEmpty() ? null : pattern(into);
            var variants = new ArrayList<Variant>();
            for (var row = 0; any != null && row < rows.size() && variants.size() < most; row++) {
                var text = rows.get(row).text();
                if (any.matcher(text).find()) {
                    variants.add(new Variant(row, said(text, any, into)));
                }
            }
            groups.add(new Group(DIMENSION, variety, variants));
        });
        return groups;
    }

    /** From every variety's word that differs to this one's; a word of this one's own stays as it is. */
    private Map<String, String> into(List<String> own) {
        var into = new LinkedHashMap<String, String>();
        for (var i = 0; i < own.size(); i++) {
            var said = plain(own.get(i));
            for (var variety : byVariety.values()) {
                var word = variety.get(i);
                if (!word.startsWith(ALSO_OTHERWISE) && differs(i)) {
                    into.putIfAbsent(word.toLowerCase(Locale.ROOT), said);
                }
            }
        }
        return into;
    }

    private boolean differs(int word) {
        return byVariety.values().stream()
                        .map(words -> plain(words.get(word)))
                        .distinct()
                        .count()
                > 1;
    }

    private static String plain(String word) {
        return word.startsWith(ALSO_OTHERWISE) ? word.substring(ALSO_OTHERWISE.length()) : word;
    }

    private static Pattern pattern(Map<String, String> into) {
        return Pattern.compile(
                into.keySet().stream()
                        .sorted((a, b) -> b.length() - a.length())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "(?<!\\p{L})(?:", ")(?!\\p{L})")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String said(String text, Pattern any, Map<String, String> into) {
        return any.matcher(text).replaceAll(found -> {
            var word = found.group();
            var said = into.getOrDefault(word.toLowerCase(Locale.ROOT), word);
            return Matcher.quoteReplacement(
                    Character.isUpperCase(word.charAt(0))
                            ? said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1)
                            : said);
        });
    }
}
