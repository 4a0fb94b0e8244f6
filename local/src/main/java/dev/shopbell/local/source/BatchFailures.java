package dev.shopbell.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The items that a function says it could not handle. Source: Lambda developer guide, "Implementing partial batch
 * responses": no list, or an empty one, is a success; an identifier that is missing or unknown fails the whole batch.
 */
final class BatchFailures {
    private BatchFailures() {}

    /** The failed identifiers; empty when the whole batch counts as failed. */
    static Optional<Set<String>> of(JsonNode answer, List<String> known) {
        Set<String> failed = new HashSet<>();
        for (JsonNode item : answer.path("batchItemFailures")) {
            JsonNode identifier = item.path("itemIdentifier");
            if (!identifier.isTextual() || !known.contains(identifier.asText())) {
                return Optional.empty();
            }
            failed.add(identifier.asText());
        }
        return Optional.of(failed);
    }
}
