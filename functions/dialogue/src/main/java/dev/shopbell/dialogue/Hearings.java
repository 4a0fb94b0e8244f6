package dev.shopbell.dialogue;

import dev.shopbell.conversation.ConversationId;
import java.util.Optional;

/** Who listens in a conversation besides our own engine. */
interface Hearings {

    /** No second engine: the usual case. */
    Hearings NONE = conversation -> Optional.empty();

    /** For one mail of the conversation; empty if nobody else listens. */
    Optional<Hearing> of(ConversationId conversation);
}
