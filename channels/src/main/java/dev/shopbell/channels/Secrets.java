package dev.shopbell.channels;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A secret that can be changed without a gap: its setting may hold several, with commas between. The first is the one in use;
 * what was signed with any of them is authentic, so that a new one can be put in front before the platform knows it, or the old one
 * left behind until its last delivery came.
 */
public final class Secrets {

    private Secrets() {}

    /** All that are good now, the one in use first; none if the setting is missing or blank. */
    public static List<String> all(Function<String, Optional<String>> settings, String name) {
        return settings.apply(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    /** The one in use. */
    public static Optional<String> inUse(Function<String, Optional<String>> settings, String name) {
        return all(settings, name).stream().findFirst();
    }

    /** Whether any of them passes; each is tried, so that the time tells nothing. False where there is none. */
    public static boolean any(Function<String, Optional<String>> settings, String name, Predicate<String> passes) {
        var passed = false;
        for (var secret : all(settings, name)) {
            passed |= passes.test(secret);
        }
        return passed;
    }
}
