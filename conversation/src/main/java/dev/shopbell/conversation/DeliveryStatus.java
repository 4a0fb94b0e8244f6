package dev.shopbell.conversation;

/**
 * How far a reply has come. Facts only move forward: a late {@link #SENT} does not take back a {@link #READ}.
 */
public enum DeliveryStatus {
    /** The provider took it (its HTTP answer said so). */
    ACCEPTED(0),
    /** On its way to the person. */
    SENT(1),
    DELIVERED(2),
    READ(3),
    /** The provider gave up. It stays failed, whatever comes later. */
    FAILED(4);

    private final int rank;

    DeliveryStatus(int rank) {
        this.rank = rank;
    }

    /** How far along this is: what is stored, so that the table itself can refuse to go back. Never renumbered. */
    public int rank() {
        return rank;
    }

    /** Whether this is news where {@code other} is known already. */
    public boolean supersedes(DeliveryStatus other) {
        return rank > other.rank;
    }
}
