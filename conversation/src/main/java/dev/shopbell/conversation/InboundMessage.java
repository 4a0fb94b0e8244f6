package dev.shopbell.conversation;

/** What a customer did, freed of channel dialect. Nothing here is ever null. */
public sealed interface InboundMessage {

    /** Unique per channel; the key for dropping duplicates. */
    MessageId id();

    ConversationId conversation();

    /** What the transcript shows for it. */
    String words();

    /** Written words. */
    record Text(MessageId id, ConversationId conversation, String body) implements InboundMessage {
        @Override
        public String words() {
            return body;
        }
    }

    /**
     * A button, list row or quick reply was pressed.
     *
     * @param value the value that was offered with it (an {@link Option#value()})
     * @param title what stood on the button; empty if the platform does not say
     */
    record Choice(MessageId id, ConversationId conversation, String value, String title) implements InboundMessage {
        @Override
        public String words() {
            return title.isEmpty() ? value : title;
        }
    }

    /**
     * The customer says whether to be written to at all: a word that carriers reserve for it, such as STOP.
     *
     * @param body the words as they came
     * @param answered whether the platform has answered it already, so that we must not
     */
    record Consent(MessageId id, ConversationId conversation, Wish wish, String body, boolean answered)
            implements InboundMessage {
        @Override
        public String words() {
            return body;
        }
    }

    /**
     * A sticker, a photo, a voice note, a feature yet to come: kept, so that the bot can say that it did not understand.
     *
     * @param kind the normaliser's name of it, such as {@code image}
     * @param caption words that came along; empty if none
     */
    record Unsupported(MessageId id, ConversationId conversation, String kind, String caption)
            implements InboundMessage {
        @Override
        public String words() {
            return caption.isEmpty() ? "[" + kind + "]" : caption;
        }
    }
}
