package dev.shopbell.definition;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bot, read from its files and found valid.
 *
 * @param name the business, as customers know it
 * @param languages BCP 47, the first one is spoken when nothing is known of a customer
 * @param timeZone IANA name; "today" and opening hours are meant there
 * @param phoneRegion ISO 3166 country of phone numbers written without one
 * @param phrases what the bot says of itself ({@link Phrase}), by name
 * @param hours per weekday ({@code monday} …) the spans {@code 07:00-13:00}; empty list where closed
 * @param closedDays ISO dates on which the shop stays closed
 * @param quietHours when the business begins nothing by itself; the usual ones for a bot compiled before there was a choice
 * @param connectors by name
 * @param reopening what asks a customer to write again where free words may not be said; null if there is none
 */
public record BotDefinition(
        String name,
        List<String> languages,
        String timeZone,
        String phoneRegion,
        List<Intent> intents,
        List<Flow> flows,
        Map<String, Texts> phrases,
        Map<String, List<String>> hours,
        List<String> closedDays,
        @Nullable QuietHours quietHours,
        Routing routing,
        Map<String, Connector> connectors,
        List<EntityType> entities,
        ApprovedTemplate.@Nullable Reopening reopening) {

    /** In an intent's answer: a code with which a customer who is logged in to the shop goes on in another channel. */
    public static final String LINK_CODE = "{link_code}";

    /**
     * Something customers want.
     *
     * @param title how suggestions call it
     * @param examples by language
     * @param answer what to say; empty if a flow or a handover does it
     * @param choices offered under the answer: names of other intents
     * @param flow the flow that it starts; empty if none
     * @param handover whether it calls a person
     * @param cancels whether it calls off the flow under way; without one, its answer is said
     * @param smallTalk politeness that neither interrupts a flow nor counts as an answer to suggest
     * @param attached what is shown with the answer; null if it is words only
     */
    public record Intent(
            String name,
            Texts title,
            Map<String, List<String>> examples,
            Texts answer,
            List<String> choices,
            String flow,
            boolean handover,
            boolean cancels,
            boolean smallTalk,
            @Nullable Attached attached) {}

    /**
     * A small job: slots to fill, a look-up, an end.
     *
     * @param slots asked for in this order
     * @param connector where to look up; empty if nothing is
     * @param key the slot to look up by
     * @param found said when the look-up finds something; {@code {record.FIELD}} are its fields
     * @param missing said when it finds nothing; the key is asked for again
     * @param done said at the end where nothing is looked up
     * @param abandoned said when the customer calls it off
     */
    public record Flow(
            String name,
            List<Slot> slots,
            String connector,
            String key,
            Texts found,
            Texts missing,
            Texts done,
            Texts abandoned) {}

    /**
     * Something to know before a flow can go on.
     *
     * @param entity its entity type, or {@code text} for the customer's words as they are
     * @param ask the question
     * @param invalid said when the answer does not hold it
     * @param choices titles to choose from, by language; empty if it is free
     */
    public record Slot(String name, String entity, Texts ask, Texts invalid, List<Texts> choices) {}

    /**
     * When a person is called.
     *
     * @param afterFailures turns in a row that were not understood, 1 or more
     * @param angerAbove 0..1; above 1 for never
     * @param priorities 1 (at once) to 4 by reason
     */
    public record Routing(int afterFailures, double angerAbove, Map<String, Integer> priorities) {}

    /**
     * A place to look things up.
     *
     * @param type {@code file}
     * @param owner the field with the shop's own id of the customer whose record it is: nobody else is told of it, and who is not
     *     known must log in first. Null where whoever knows the key may know the record
     * @param records key to fields, for type {@code file}: they travel with the bot
     */
    public record Connector(String type, @Nullable String owner, Map<String, Map<String, Texts>> records) {}

    /**
     * Something to find in a customer's words.
     *
     * @param type {@code order_number}, {@code product}, …
     * @param pattern regular expression; empty if it is a list
     * @param values canonical value to its synonyms; empty if it is a pattern
     */
    public record EntityType(String type, String pattern, Map<String, List<String>> values) {}

    public Optional<Intent> intent(String name) {
        return intents.stream().filter(i -> i.name().equals(name)).findFirst();
    }

    public Optional<Flow> flow(String name) {
        return flows.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** Whether it is a time of day at which the business begins nothing by itself. */
    public boolean isQuietAt(LocalTime time) {
        return (quietHours == null ? QuietHours.USUAL : quietHours).includes(time);
    }

    /** The language spoken when nothing is known. */
    public String defaultLanguage() {
        return languages.getFirst();
    }
}
