package dev.shopbell.nlu.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shopbell.definition.DearAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What an answer costs by SMS, from the newest price list in {@code benchmarks/}. */
final class SmsPrice {
    private static final String KEY = "sms.segment";

    private SmsPrice() {}

    /** Dollars a segment; empty where there is no price list, as outside of the project's folder. */
    static Optional<Double> ofSegment() throws IOException {
        var folder = Path.of(System.getProperty("shopbell.home", "."), "benchmarks");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Optional<Path> newest;
        try (var files = Files.list(folder)) {
            newest = files.filter(file -> file.getFileName().toString().matches("prices-.*\\.json"))
                    .max(Comparator.naturalOrder());
        }
        return newest.isEmpty() ? Optional.empty() : in(newest.get());
    }

    private static Optional<Double> in(Path list) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(list.toFile())
                .path("providersFees")
                .valueStream()
                .filter(price -> price.path("key").asText().equals(KEY))
                .map(price -> price.path("usd").asDouble() / price.path("per").asDouble())
                .findFirst();
    }

    /** {@code file:line: warning: …}, with the character to blame and the mend. */
    static String warning(DearAnswer answer, Optional<Double> price) {
        var segments = answer.segments();
        var count = segments.count() + (segments.count() == 1 ? " segment" : " segments");
        var cost = price.map(dollars -> String.format(Locale.ROOT, ", $%.4f", dollars * segments.count()))
                .orElse("");
        var why = segments.ucs2()
                ? "since \"" + segments.culprit() + "\" is not in the GSM alphabet, which makes it UCS-2"
                        + (answer.without() < segments.count()
                                ? "; without such characters it would take " + answer.without() + "."
                                : ".")
                : "since it has " + segments.units() + " characters, and one segment has 160. Shorten it.";
        return answer.file() + ":" + answer.line() + ": warning: by SMS this takes " + count + cost + ", " + why;
    }
}
