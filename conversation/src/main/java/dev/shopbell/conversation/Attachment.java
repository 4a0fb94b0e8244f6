package dev.shopbell.conversation;

/**
 * A file that a customer sent: not the file itself, but how its channel finds it again. It is fetched when somebody opens it,
 * and not before.
 *
 * @param kind the normaliser's name of it: {@code image}, {@code voice}, {@code document}…
 * @param name what the customer called it; empty if the platform does not say
 * @param type the content type as the platform has it; empty if it does not say. Nobody has looked yet whether it is true
 * @param source the platform's id of the file, or its address there; only the channel knows which, and nobody else reads it
 */
public record Attachment(String kind, String name, String type, String source) {

    private static final int LONGEST_NAME = 200;

    public Attachment {
        name = name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }
}
