package dev.shopbell.dialogue;

import java.util.Map;
import java.util.Optional;

/** The way to the business' own systems: orders, appointments, stock. */
public interface LooksUp {

    /**
     * Finds a record.
     *
     * @param connector its name in the bot's files
     * @param key for example an order number, as the customer gave it
     * @param language facts come in it where the system has them
     * @return the record's fields; empty if there is no such record
     * @throws dev.shopbell.platform.RetryableFailure if the system does not answer
     */
    Optional<Map<String, String>> find(String connector, String key, String language);
}
