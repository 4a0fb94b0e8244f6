package dev.shopbell.local.command.bench;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The replies that have come, each found by who it is for and which turn it answers. */
final class Replies {
    private static final int PATIENCE_SECONDS = 30;

    private final Map<String, CompletableFuture<Reply>> byTurn = new ConcurrentHashMap<>();
    private final Map<String, Long> counted = new ConcurrentHashMap<>();

    /**
     * A reply.
     *
     * @param bytes of the request that carried it
     */
    record Reply(Instant at, long bytes) {}

    /**
     * Notes a reply.
     *
     * @param replyId {@code channel:account:person#turn.index}
     */
    void came(String person, String replyId, Reply reply) {
        var hash = replyId.lastIndexOf('#');
        var dot = replyId.lastIndexOf('.');
        if (hash >= 0 && dot > hash) {
            expected(person, Long.parseLong(replyId.substring(hash + 1, dot))).complete(reply);
        }
    }

    /** Notes a reply of a platform that echoes no id: there each turn must have one message, and the next one is the next turn's. */
    void cameNext(String person, Reply reply) {
        expected(person, counted.merge(person, 1L, Long::sum)).complete(reply);
    }

    /** Waits for the first reply of a turn; empty if it does not come. */
    Optional<Reply> await(String person, long turn) throws InterruptedException {
        try {
            return Optional.of(expected(person, turn).get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Nobody fails this", e);
        }
    }

    private CompletableFuture<Reply> expected(String person, long turn) {
        return byTurn.computeIfAbsent(person + "#" + turn, key -> new CompletableFuture<>());
    }
}
