package dev.shopbell.nlu.entity;

import java.util.List;
import java.util.Map;

/**
 * What a bot knows of entities; travels in the model file.
 *
 * @param timeZone IANA name; what "today" means
 * @param phoneRegion ISO 3166 country of phone numbers without one; empty if unknown
 * @param patterns entity type to regular expression
 * @param lists entity type to canonical values to synonyms
 */
public record EntitySpec(
        String timeZone,
        String phoneRegion,
        Map<String, String> patterns,
        Map<String, Map<String, List<String>>> lists) {

    /** An order number where a bot says nothing else: 4 to 8 digits. */
    public static final String ORDER_NUMBER = "\\b\\d{4,8}\\b";

    /** For data sets, which are nobody's bot. */
    public static final EntitySpec PLAIN =
            new EntitySpec("UTC", "", Map.of(Entities.ORDER_NUMBER, ORDER_NUMBER), Map.of());
}
