package dev.shopbell.dialogue;

import dev.shopbell.channels.SendOutcome;
import dev.shopbell.conversation.ChannelName;
import dev.shopbell.platform.RetryableFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a dead provider from holding execution environments: after some failures in a row, mail for its channel goes
 * back to the mailbox at once for a while, rather than waiting out a time-out each time. Every environment learns by
 * itself; that costs a few time-outs and saves a shared state.
 */
final class CircuitBreaker {

    private static final int OPENS_AFTER = 5;
    private static final Duration OPEN_FOR = Duration.ofSeconds(10);

    private final Clock clock;
    private final Map<ChannelName, State> states = new ConcurrentHashMap<>();

    private record State(int failures, Instant openUntil) {}

    CircuitBreaker(Clock clock) {
        this.clock = clock;
    }

    void requireClosed(ChannelName channel) {
        var state = states.get(channel);
        if (state != null && clock.instant().isBefore(state.openUntil)) {
            var left = Duration.between(clock.instant(), state.openUntil).plusSeconds(1);
            throw new RetryableFailure("The provider of " + channel + " is down; waiting", left, null);
        }
    }

    void note(ChannelName channel, SendOutcome outcome) {
        switch (outcome) {
            // A provider that refuses one message is alive.
            case SendOutcome.Accepted ignored -> states.remove(channel);
            case SendOutcome.GiveUp ignored -> states.remove(channel);
            case SendOutcome.WindowClosed ignored -> states.remove(channel);
            case SendOutcome.TryAgain ignored -> failed(channel);
            case SendOutcome.Unknown ignored -> failed(channel);
        }
    }

    private void failed(ChannelName channel) {
        states.compute(channel, (name, before) -> {
            var failures = before == null ? 1 : before.failures + 1;
            var until = failures >= OPENS_AFTER ? clock.instant().plus(OPEN_FOR) : Instant.EPOCH;
            return new State(failures, until);
        });
    }
}
