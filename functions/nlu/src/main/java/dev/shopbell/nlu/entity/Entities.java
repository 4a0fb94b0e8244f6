package dev.shopbell.nlu.entity;

import dev.shopbell.conversation.Understanding.Entity;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** All entities of a text. Where two claim the same characters, the more certain kind has them, then the longer one. */
public final class Entities {
    public static final String ORDER_NUMBER = "order_number";
    public static final String EMAIL = "email";
    public static final String PHONE = "phone";
    public static final String DATE = "date";
    public static final String TIME = "time";
    public static final String NUMBER = "number";

    /** What is read of one message. */
    public static final int MOST_CHARACTERS = 2_000;

    private final List<EntityFinder> finders;

    /**
     * @param clock what "now" is; its zone is not looked at, the bot's is
     * @throws IllegalArgumentException if a pattern or the time zone is not one (the bot's files were checked before)
     */
    public Entities(EntitySpec spec, Clock clock) {
        var local = clock.withZone(ZoneId.of(spec.timeZone()));
        var all = new ArrayList<EntityFinder>();
        all.add(new Emails());
        all.add(new Dates(local));
        all.add(new Times());
        spec.lists().forEach((type, values) -> all.add(new ListedWords(type, values)));
        spec.patterns().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(pattern -> all.add(new Patterned(pattern.getKey(), pattern.getValue())));
        all.add(new Phones(spec.phoneRegion()));
        all.add(new Numbers());
        this.finders = List.copyOf(all);
    }

    /**
     * Finds entities, in order of their place.
     *
     * @param language BCP 47 of the words; empty if unknown
     * @param expected the entity type that was asked for, which then wins over others; empty if none
     */
    public List<Entity> find(String text, String language, String expected) {
        var read = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        var context = new EntityFinder.Context(language, expected);
        var claims = new ArrayList<Claim>();
        for (var certainty = 0; certainty < finders.size(); certainty++) {
            for (var entity : finders.get(certainty).find(read, context)) {
                claims.add(new Claim(entity, entity.type().equals(expected) ? -1 : certainty));
            }
        }
        claims.sort(Comparator.comparingInt(Claim::rank)
                .thenComparingInt(
                        claim -> claim.entity().start() - claim.entity().end()));
        var kept = new ArrayList<Entity>();
        for (var claim : claims) {
            if (kept.stream().noneMatch(claim::overlaps)) {
                kept.add(claim.entity());
            }
        }
        kept.sort(Comparator.comparingInt(Entity::start));
        return kept;
    }

    private record Claim(Entity entity, int rank) {
        boolean overlaps(Entity other) {
            return entity.start() < other.end() && other.start() < entity.end();
        }
    }
}
