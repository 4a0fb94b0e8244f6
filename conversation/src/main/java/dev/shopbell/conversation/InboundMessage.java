package dev.shopbell.conversation;

import java.util.List;

/** What a customer did, freed of channel dialect. Nothing here is ever null. */
public sealed interface InboundMessage {

    /** Unique per channel; the key for dropping duplicates. */
    MessageId id();

    ConversationId conversation();

    /** What the transcript shows for it. */
    String words();

    /** The files that came with it; mostly none. */
    default List<Attachment> attachments() {
        return List.of();
    }

    /**
     * Written words.
     *
     * @param attachments the files beside them, for a person to look at; mostly none
     */
    record Text(MessageId id, ConversationId conversation, String body, List<Attachment> attachments)
            implements InboundMessage {
        public Text {
            attachments = List.copyOf(attachments);
        }

        /** Words alone. */
        public Text(MessageId id, ConversationId conversation, String body) {
            this(id, conversation, body, List.of());
        }

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
     * @param alias the person's other id on this channel, by which alone they may be known later; empty if there is none
     */
    record Consent(MessageId id, ConversationId conversation, Wish wish, String body, boolean answered, String alias)
            implements InboundMessage {

        /** Of a person with one id. */
        public Consent(MessageId id, ConversationId conversation, Wish wish, String body, boolean answered) {
            this(id, conversation, wish, body, answered, "");
        }

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
     * @param attachments the files in it, for a person to look at; none if there are none
     */
    record Unsupported(
            MessageId id, ConversationId conversation, String kind, String caption, List<Attachment> attachments)
            implements InboundMessage {
        public Unsupported {
            attachments = List.copyOf(attachments);
        }

        /** Without a file. */
        public Unsupported(MessageId id, ConversationId conversation, String kind, String caption) {
            this(id, conversation, kind, caption, List.of());
        }

        @Override
        public String words() {
            return caption.isEmpty() ? "[" + kind + "]" : caption;
        }
    }
}
