package dev.shopbell.nlu.entity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a country numbers its phones; {@code phones.txt} has them all.
 *
 * @param code the calling code
 * @param trunk the prefix dialled inside the country; empty if none
 * @param fewest digits of a national number
 * @param most digits of a national number
 */
record PhonePlan(String code, String trunk, int fewest, int most) {
    private static final Map<String, PhonePlan> BY_REGION = new HashMap<>();
    /** Countries that share a code have the widest of their plans. */
    private static final Map<String, PhonePlan> BY_CODE = new HashMap<>();

    private static final int LONGEST_CODE = 3;

    static {
        var name = "phones.txt";
        var stream =
                Objects.requireNonNull(PhonePlan.class.getResourceAsStream(name), name + " is missing in the package");
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    read(line.split(" ", -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(String[] cells) {
        var trunk = cells[2].equals("-") ? "" : cells[2];
        var plan = new PhonePlan(cells[1], trunk, Integer.parseInt(cells[3]), Integer.parseInt(cells[4]));
        BY_REGION.put(cells[0], plan);
        BY_CODE.merge(
                plan.code(),
                plan,
                (a, b) -> new PhonePlan(
                        a.code(), a.trunk(), Math.min(a.fewest(), b.fewest()), Math.max(a.most(), b.most())));
    }

    /** The plan of a country by its ISO 3166 code; null if unknown. */
    static @Nullable PhonePlan of(String region) {
        return BY_REGION.get(region);
    }

    /** The plan that a number with its calling code belongs to; null if there is no such code. */
    static @Nullable PhonePlan ofInternational(String digits) {
        for (var length = 1; length <= Math.min(LONGEST_CODE, digits.length()); length++) {
            var plan = BY_CODE.get(digits.substring(0, length));
            if (plan != null) {
                return plan;
            }
        }
        return null;
    }

    /** The E.164 number of digits dialled inside the country; empty if they are too few or too many. */
    String fromNational(String digits) {
        var national = !trunk.isEmpty() && digits.startsWith(trunk) ? digits.substring(trunk.length()) : digits;
        return holds(national) ? "+" + code + national : holds(digits) ? "+" + code + digits : "";
    }

    /** The E.164 number of digits that begin with the code; a trunk prefix in between, as in +44 (0)20, is dropped. */
    String fromInternational(String digits) {
        var rest = digits.substring(code.length());
        if (holds(rest)) {
            return "+" + digits;
        }
        var national = !trunk.isEmpty() && rest.startsWith(trunk) ? rest.substring(trunk.length()) : "";
        return holds(national) ? "+" + code + national : "";
    }

    private boolean holds(String national) {
        return national.length() >= fewest && national.length() <= most;
    }
}
