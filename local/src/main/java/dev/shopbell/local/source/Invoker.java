package dev.shopbell.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Invokes functions for event sources. */
@FunctionalInterface
public interface Invoker {
    /**
     * Runs a function and waits for it.
     *
     * @return what it returned; empty when it failed
     */
    Optional<JsonNode> invoke(String function, JsonNode event) throws InterruptedException;
}
