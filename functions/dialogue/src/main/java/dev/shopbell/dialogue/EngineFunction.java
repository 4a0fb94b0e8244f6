package dev.shopbell.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.Turn;
import dev.shopbell.conversation.Utterance;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.Opinion;
import dev.shopbell.platform.Opinions;
import dev.shopbell.platform.RetryableFailure;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/**
 * A second engine in the engine function. A customer waits for it no longer than the limit, whatever happens there; after some
 * failures in a row it is left alone for a while, so that nobody waits for what does not come.
 */
final class EngineFunction implements SecondEngine {

    private static final Logger LOG = Logger.getLogger(EngineFunction.class.getName());

    private static final int PAUSES_AFTER = 3;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final LambdaClient lambda;
    private final String function;
    private final String name;
    private final Duration limit;
    private final Opinions opinions;
    private final Clock clock;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Instant pausedUntil = Instant.EPOCH;

    /**
     * @param lambda should not try twice
     * @param limit the most that a customer waits
     */
    EngineFunction(LambdaClient lambda, String function, String name, Duration limit, Opinions opinions, Clock clock) {
        this.lambda = lambda;
        this.function = function;
        this.name = name;
        this.limit = limit;
        this.opinions = opinions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Answer ask(Utterance utterance) {
        if (clock.instant().isBefore(pausedUntil)) {
            return Answer.failed("paused", 0);
        }
        var answer = askNow(utterance);
        if (answer.trouble().isEmpty()) {
            failures.set(0);
        } else if (failures.incrementAndGet() >= PAUSES_AFTER) {
            failures.set(0);
            pausedUntil = clock.instant().plus(PAUSE);
        }
        return answer;
    }

    private Answer askNow(Utterance utterance) {
        var began = System.nanoTime();
        var asked = new CompletableFuture<JsonNode>();
        var request = NluFunction.request(utterance);
        // A thread of its own, so that the limit holds for all of it: connection, cold start and answer.
        Thread.ofVirtual().name("second-engine").start(() -> {
            try {
                asked.complete(invoke(Json.write(request)));
            } catch (SdkException | IOException e) {
                asked.completeExceptionally(e);
            }
        });
        try {
            var said = asked.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            var trouble = said.path("trouble").asText();
            return said.has("understanding")
                    ? new Answer(Optional.of(NluFunction.read(said.path("understanding"))), "", millisSince(began))
                    : Answer.failed(trouble.isEmpty() ? "broken" : trouble, millisSince(began));
        } catch (TimeoutException e) {
            return Answer.failed("timeout", millisSince(began));
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "The engine function does not answer", e.getCause());
            return Answer.failed("broken", millisSince(began));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.failed("broken", millisSince(began));
        }
    }

    private JsonNode invoke(String request) throws IOException {
        var answer = lambda.invoke(r -> r.functionName(function).payload(SdkBytes.fromUtf8String(request)));
        if (answer.functionError() != null) {
            // The payload of a failure may quote the customer's words: it stays out of the log.
            throw new IOException("The engine function failed: " + answer.functionError());
        }
        return Json.read(answer.payload().asByteArray());
    }

    private static long millisSince(long nanos) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos));
    }

    @Override
    public void showLater(Utterance utterance, Turn turn, String own) {
        var request = NluFunction.request(utterance);
        request.putObject("shadow")
                .put("conversation", turn.conversation().toString())
                .put("turn", turn.number())
                .put("own", own);
        try {
            lambda.invoke(r -> r.functionName(function)
                    .invocationType(InvocationType.EVENT)
                    .payload(SdkBytes.fromUtf8String(Json.write(request))));
        } catch (SdkException e) {
            LOG.log(Level.WARNING, "A second engine did not get to see a turn", e);
        }
    }

    @Override
    public void note(Opinion opinion) {
        try {
            opinions.keep(opinion);
        } catch (RetryableFailure e) {
            LOG.log(Level.WARNING, "A turn is missing from the comparison of engines", e);
        }
    }
}
