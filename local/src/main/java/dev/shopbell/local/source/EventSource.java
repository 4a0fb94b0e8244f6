package dev.shopbell.local.source;

import com.fasterxml.jackson.databind.JsonNode;

/** Something that invokes a function by itself. */
public interface EventSource {
    /** Begins; returns at once. */
    void start();

    /** What it is and how it fares, for {@code ./bot ps}. */
    JsonNode describe();

    /** Ends after what it is just doing. */
    void stop();
}
