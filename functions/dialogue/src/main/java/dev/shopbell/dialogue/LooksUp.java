package dev.shopbell.dialogue;

/** The way to the business' own systems: orders, appointments, stock. */
public interface LooksUp {

    /**
     * Finds a record.
     *
     * @throws dev.shopbell.platform.RetryableFailure if the system does not answer
     */
    Lookup find(Inquiry inquiry);

    /**
     * What is asked for, and by whom.
     *
     * @param connector its name in the bot's files
     * @param key for example an order number, as the customer gave it
     * @param language facts come in it where the system has them
     * @param customer the shop's own id of the customer, proved by a login or by a code from one; empty if nothing is proved
     */
    record Inquiry(String connector, String key, String language, String customer) {}
}
