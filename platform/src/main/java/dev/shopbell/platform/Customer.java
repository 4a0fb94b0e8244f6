package dev.shopbell.platform;

import dev.shopbell.conversation.ConversationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A person whom the shop knows, and what that person's conversations know together.
 *
 * @param id the shop's own
 * @param name empty if the shop does not say
 * @param language the one spoken last; empty if unknown
 * @param conversations where the person writes from, the latest first, at most {@value #MOST}
 * @param version of the item that was read; 0 if there is none yet
 */
public record Customer(String id, String name, String language, List<Linked> conversations, long version) {

    /** A person has a handful of addresses; what is more gives way, the oldest first. */
    static final int MOST = 10;

    /** A conversation that was proved to be this person's. */
    public record Linked(ConversationId conversation, Instant since) {}

    public Customer {
        conversations = List.copyOf(conversations.subList(0, Math.min(MOST, conversations.size())));
    }

    /** Of whom nothing is kept yet. */
    public static Customer unknown(String id) {
        return new Customer(id, "", "", List.of(), 0);
    }

    /** What is empty says nothing new. */
    public Customer called(String name, String language) {
        return new Customer(
                id,
                name.isEmpty() ? this.name : name,
                language.isEmpty() ? this.language : language,
                conversations,
                version);
    }

    /** With one conversation more; a known one stays as it is. */
    public Customer writingFrom(ConversationId conversation, Instant since) {
        if (isWritingFrom(conversation)) {
            return this;
        }
        var all = new ArrayList<Linked>(List.of(new Linked(conversation, since)));
        all.addAll(conversations);
        return new Customer(id, name, language, all, version);
    }

    /** Without a conversation that has become another person's. */
    public Customer leaving(ConversationId conversation) {
        return new Customer(
                id,
                name,
                language,
                conversations.stream()
                        .filter(one -> !one.conversation().equals(conversation))
                        .toList(),
                version);
    }

    Customer written() {
        return new Customer(id, name, language, conversations, version + 1);
    }

    private boolean isWritingFrom(ConversationId conversation) {
        return conversations.stream().anyMatch(one -> one.conversation().equals(conversation));
    }
}
