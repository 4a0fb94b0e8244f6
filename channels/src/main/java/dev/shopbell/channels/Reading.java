package dev.shopbell.channels;

import java.util.List;

/** What a channel made of a delivery. */
public sealed interface Reading {

    /** It could be read, even if nothing in it concerns us. In the order of the delivery. */
    record Events(List<ChannelEvent> events) implements Reading {
        public Events {
            events = List.copyOf(events);
        }
    }

    /**
     * It is not what this channel's provider sends; nothing may be made of it.
     *
     * @param why for the sender, without any of the content
     */
    record Malformed(String why) implements Reading {}
}
