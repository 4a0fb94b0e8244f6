package dev.shopbell.nlu.entity;

import dev.shopbell.conversation.Understanding.Entity;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All entities of a text. Where two claim the same characters, the more certain kind has them, then the longer one; only the
 * parts of one phrase lie within one another, as the two dates of a range do. See the package for the values.
 */
public final class Entities {
    public static final String ORDER_NUMBER = "order_number";
    public static final String EMAIL = "email";
    public static final String PHONE = "phone";
    public static final String DATE = "date";
    public static final String TIME = "time";
    public static final String DATETIME = "datetime";
    public static final String DATE_RANGE = "date_range";
    public static final String TIME_RANGE = "time_range";
    public static final String DURATION = "duration";
    public static final String MONEY = "money";
    public static final String QUANTITY = "quantity";
    public static final String ADDRESS = "address";
    public static final String NUMBER = "number";

    /** What is read of one message. */
    public static final int MOST_CHARACTERS = 2_000;

    /** Certain enough that a number asked for is not looked for inside: "24/12/2026" is no order 2026. */
    private static final int CERTAIN = 1;

    private static final int LISTS = 100;

    private final Clock clock;
    private final ZoneId zone;
    private final String region;
    private final List<EntityFinder> finders;
    private final Phones phones;

    /**
     * @param clock what "now" is; its zone is not looked at, the customer's or the bot's is
     * @throws IllegalArgumentException if a pattern or the time zone is not one (the bot's files were checked before)
     */
    public Entities(EntitySpec spec, Clock clock) {
        this.clock = clock;
        this.zone = zoneOf(spec.timeZone());
        this.region = spec.phoneRegion();
        var all = new ArrayList<EntityFinder>();
        spec.lists().forEach((type, values) -> all.add(new ListedWords(type, values)));
        spec.patterns().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(pattern -> all.add(new Patterned(pattern.getKey(), pattern.getValue())));
        all.add(new Numbers());
        this.finders = List.copyOf(all);
        this.phones = new Phones(spec.phoneRegion());
    }

    private static ZoneId zoneOf(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "There is no time zone \"" + name + "\". Write one like Europe/Madrid.", e);
        }
    }

    private ZoneId customersOr(String timeZone) {
        if (timeZone.isEmpty()) {
            return zone;
        }
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            // A browser's invention must not cost the customer an answer.
            return zone;
        }
    }

    /**
     * Finds entities on the shop's clock, in order of their place.
     *
     * @param language BCP 47 of the words; empty if unknown
     * @param expected the entity type that was asked for, which then wins over others; empty if none
     */
    public List<Entity> find(String text, String language, String expected) {
        return find(text, language, expected, "");
    }

    /**
     * Finds entities, in order of their place; a phrase stands before its parts.
     *
     * @param timeZone where the customer's clock stands (IANA); the shop's counts if it is empty or unknown
     */
    public List<Entity> find(String text, String language, String expected, String timeZone) {
        var read = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        var tokens = Token.of(read);
        if (tokens.isEmpty()) {
            return List.of();
        }
        var context = new EntityFinder.Context(language, expected);
        var claims = new ArrayList<Claim>();
        new Emails().find(read, context).forEach(email -> claims.add(Claim.of(email, 0)));
        var situation = new Situation(ZonedDateTime.now(clock.withZone(customersOr(timeZone))), region, expected);
        for (var ranked : Moments.find(read, tokens, language, situation)) {
            var entities = ranked.phrase().finds().stream()
                    .map(find -> Wording.entity(find, read, tokens))
                    .toList();
            claims.add(Claim.of(entities, CERTAIN + ranked.rank()));
        }
        for (var i = 0; i < finders.size(); i++) {
            for (var entity : finders.get(i).find(read, context)) {
                claims.add(Claim.of(entity, LISTS + i));
            }
        }
        // A phone has an order number's digits in it; but what a bot's own pattern matches whole is no phone.
        phones.find(read, context).stream()
                .map(phone -> Claim.of(phone, LISTS - 1))
                .filter(phone -> claims.stream().noneMatch(phone::isSpanOf))
                .toList()
                .forEach(claims::add);
        if (!expected.equals(NUMBER)) {
            claims.removeAll(Claim.idleNumbers(claims));
        }
        return Roles.among(Claim.settle(claims, expected), read);
    }

    /**
     * What one finder says of some characters.
     *
     * @param rank the lower, the more certain
     */
    private record Claim(List<Entity> entities, int rank, int start, int end) {
        static Claim of(Entity entity, int rank) {
            return of(List.of(entity), rank);
        }

        static Claim of(List<Entity> entities, int rank) {
            var start = entities.stream().mapToInt(Entity::start).min().orElse(0);
            var end = entities.stream().mapToInt(Entity::end).max().orElse(0);
            return new Claim(entities, rank, start, end);
        }

        boolean isSpanOf(Claim other) {
            return start == other.start
                    && end == other.end
                    && !other.entities.getFirst().type().equals(NUMBER);
        }

        boolean isWithin(Claim other) {
            return other.start <= start && end <= other.end && end - start < other.end - other.start;
        }

        /** A number in words counts where something on a list follows: "two croissants", not "one of them". */
        static Set<Claim> idleNumbers(List<Claim> all) {
            var listed = new BitSet();
            all.stream().filter(claim -> claim.rank >= LISTS).forEach(claim -> listed.set(claim.start));
            return all.stream()
                    .filter(claim -> claim.rank < LISTS
                            && claim.entities.getFirst().type().equals(NUMBER)
                            && !listed.get(claim.end + 1))
                    .collect(Collectors.toSet());
        }

        /** Those that hold their ground. */
        static List<Entity> settle(List<Claim> claims, String expected) {
            var asked = claims.stream()
                    .filter(claim -> claim.isAskedFor(expected, claims))
                    .collect(Collectors.toSet());
            claims.sort(Comparator.comparing((Claim claim) -> !asked.contains(claim))
                    .thenComparingInt(Claim::rank)
                    .thenComparingInt(claim -> claim.start - claim.end)
                    .thenComparingInt(Claim::start));
            var kept = new ArrayList<Claim>();
            var taken = new BitSet();
            for (var claim : claims) {
                var next = taken.nextSetBit(claim.start);
                if (next < 0 || next >= claim.end) {
                    taken.set(claim.start, claim.end);
                    kept.add(claim);
                }
            }
            return kept.stream()
                    .flatMap(claim -> claim.entities.stream())
                    .sorted(Comparator.comparingInt(Entity::start).thenComparingInt(entity -> -entity.end()))
                    .toList();
        }

        private boolean isAskedFor(String expected, List<Claim> all) {
            return entities.stream().anyMatch(entity -> entity.type().equals(expected))
                    && (rank < LISTS || all.stream().noneMatch(other -> other.rank < LISTS && isWithin(other)));
        }
    }
}
