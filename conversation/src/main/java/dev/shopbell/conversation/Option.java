package dev.shopbell.conversation;

/**
 * Something to choose: a quick reply, a button, a list row, or a number to type where a channel has none of these.
 *
 * @param value comes back in {@link InboundMessage.Choice#value()}
 * @param title what the customer reads
 */
public record Option(String value, String title) implements Button {}
