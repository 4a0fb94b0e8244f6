package dev.shopbell.conversation;

/**
 * A page to open.
 *
 * @param url https
 */
public record Link(String title, String url) implements Button {}
