package dev.shopbell.conversation;

/**
 * How far a reply has come. Facts only move forward: a late {@link #SENT} does not take back a {@link #READ}.
 */
public enum DeliveryStatus {
    /** The provider took it (its HTTP answer said so). */
    ACCEPTED,
    /** On its way to the person. */
    SENT,
    DELIVERED,
    READ,
    /** The provider gave up. It stays failed, whatever comes later. */
    FAILED;

    /** Whether this is news where {@code other} is known already. */
    public boolean supersedes(DeliveryStatus other) {
        return other != FAILED && ordinal() > other.ordinal();
    }
}
