package dev.shopbell.conversation;

/**
 * What tells one message from every other: the provider's own id, prefixed by its channel. Duplicates are dropped by it.
 *
 * @param value for example {@code whatsapp:wamid.HBg…}; never blank
 */
public record MessageId(String value) {

    public MessageId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A message id may not be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
