package dev.shopbell.channels;

import dev.shopbell.conversation.ConversationId;

/** Pushes to the sockets a visitor has open. A closed socket is no failure: the client reads on by its cursor. */
public interface SocketPush {

    /** Sends the JSON text to every open socket of the conversation; quietly does nothing where there is none. */
    void push(ConversationId conversation, String json);
}
