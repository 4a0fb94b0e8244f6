package dev.shopbell.nlu.exchange;

import dev.shopbell.nlu.text.Folding;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What things are called elsewhere and here, where a name is of a-z, 0-9 and _, a letter first, 50 at the most. */
final class Names {
    private static final int LONGEST = 46; // four are left for a number that tells two apart

    private final String fallback;
    private final Map<String, String> known = new LinkedHashMap<>();

    /** @param fallback what to call that of which no letter can be kept */
    Names(String fallback) {
        this.fallback = fallback;
    }

    /** The name here of what is called so elsewhere: the same each time, another one for everything else. */
    String of(String elsewhere) {
        var found = known.get(elsewhere);
        if (found != null) {
            return found;
        }
        var wanted = plain(elsewhere);
        var name = wanted;
        for (var number = 2; known.containsValue(name); number++) {
            name = wanted + "_" + number;
        }
        known.put(elsewhere, name);
        return name;
    }

    Optional<String> ifKnown(String elsewhere) {
        return Optional.ofNullable(known.get(elsewhere));
    }

    private String plain(String elsewhere) {
        var words = elsewhere.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        var name = Folding.fold(words).replaceAll("[^a-z0-9]+", "_").replaceAll("^[_0-9]+|_+$", "");
        if (name.isEmpty()) {
            return fallback;
        }
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST).replaceAll("_+$", "");
    }

    /** As a person reads it: "order_status" is "Order status". */
    static String title(String name) {
        var words = name.replace('_', ' ').strip();
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static final Set<String> PERSON = Set.of(
            "talk_to_person",
            "talk_to_human",
            "talk_to_agent",
            "speak_to_agent",
            "speak_to_human",
            "human_handoff",
            "handoff",
            "handover",
            "human",
            "agent",
            "live_agent",
            "connect_to_agent",
            "out_of_scope_handoff",
            "customer_service",
            "talk_to_representative");
    private static final Set<String> POLITE = Set.of(
            "greet",
            "greeting",
            "greetings",
            "hello",
            "hi",
            "goodbye",
            "bye",
            "thanks",
            "thank_you",
            "thankyou",
            "are_you_a_bot",
            "bot_challenge",
            "chitchat",
            "small_talk");
    private static final Set<String> CANCEL = Set.of("cancel", "stop", "abort", "never_mind", "nevermind");

    /** Whether an intent of that name asks for a person, as far as names tell. */
    static boolean callsPerson(String name) {
        return PERSON.contains(name);
    }

    static boolean isPolite(String name) {
        return POLITE.contains(name);
    }

    static boolean cancels(String name) {
        return CANCEL.contains(name);
    }
}
