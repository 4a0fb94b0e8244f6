package dev.shopbell.definition;

import java.util.Locale;
import java.util.Set;

/** Makes names for places in a file. */
final class Slug {
    private static final int LONGEST = 60;

    private Slug() {}

    /** {@code file#heading}; with a number where that is taken. */
    static String unique(String file, String heading, Set<String> taken) {
        var slug = heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        slug = slug.substring(0, Math.min(LONGEST, slug.length())).replaceAll("^-|-$", "");
        var source = slug.isEmpty() ? file : file + "#" + slug;
        for (var number = 2; !taken.add(source); number++) {
            source = file + "#" + slug + (slug.isEmpty() ? "" : "-") + number;
        }
        return source;
    }
}
