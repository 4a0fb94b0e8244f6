package dev.shopbell.conversation;

/**
 * The way a message travels: {@code messenger}, {@code whatsapp}, {@code sms}, {@code web}.
 *
 * <p>An open set on purpose: a new channel is a new name, not a change to this module.
 *
 * @param value lower-case letters and digits, 1 to 20 of them
 */
public record ChannelName(String value) {

    public ChannelName {
        if (!value.matches("[a-z][a-z0-9]{0,19}")) {
            throw new IllegalArgumentException("Not a channel's name: \"" + value + "\". Use a-z and 0-9.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
