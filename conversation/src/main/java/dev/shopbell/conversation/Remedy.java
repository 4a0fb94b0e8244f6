package dev.shopbell.conversation;

/** What can still be done for a reply that a platform took and then could not bring. */
public enum Remedy {
    /** Nothing: the number does not exist, the person opted out, the content is not allowed. */
    NONE,
    /** The same words may get through a little later: the carrier was congested, the phone was off. */
    SEND_AGAIN,
    /** Nothing gets through before the customer writes: the platform's messaging window is closed. */
    WAIT_FOR_CUSTOMER
}
