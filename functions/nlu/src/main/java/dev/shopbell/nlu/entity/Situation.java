package dev.shopbell.nlu.entity;

import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * What a text is read in.
 *
 * @param now on the customer's clock
 * @param region ISO 3166 country; empty if unknown
 * @param expected the entity type that was asked for; empty if none
 */
record Situation(ZonedDateTime now, String region, String expected) {

    LocalDate today() {
        return now.toLocalDate();
    }

    boolean expects(String... types) {
        for (var type : types) {
            if (type.equals(expected)) {
                return true;
            }
        }
        return false;
    }
}
