package dev.shopbell.dialogue;

import dev.shopbell.channels.road.LimitSplit;
import dev.shopbell.channels.road.SendLimit;
import dev.shopbell.channels.road.SlidingSecond;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Reply;
import dev.shopbell.platform.SharedRate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Keeps a number or page under the platform's limit, whatever number of environments send for it. What is in an environment's own
 * share costs nothing; beyond it a speed is leased for some seconds: one write, however many messages go out at that speed.
 */
final class KeepPace {

    /** The mailbox makes nobody wait longer before it is looked at again. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final SharedRate shared;
    private final int environments;
    private final Function<String, Optional<String>> settings;
    private final Clock clock;
    private final Map<SendLimit, Account> accounts = new ConcurrentHashMap<>();

    /** @param environments how many of them there are at most */
    KeepPace(SharedRate shared, int environments, Function<String, Optional<String>> settings, Clock clock) {
        this.shared = shared;
        this.environments = environments;
        this.settings = settings;
        this.clock = clock;
    }

    /** How long to wait before this reply may be sent; zero if it may be sent at once, and then it counts as sent. */
    Duration waits(ConversationId conversation, Reply reply) {
        return SendLimit.of(conversation, settings)
                .map(limit -> accounts.computeIfAbsent(limit, Account::new).take(SendLimit.cost(conversation, reply)))
                .orElse(Duration.ZERO);
    }

    /** One limit, as this environment keeps it. */
    private final class Account {

        private final LimitSplit split;

        /** What all leases together may let through in a second. */
        private final int pool;

        private final SharedRate.Bucket bucket;
        private final SlidingSecond share;
        private final ReentrantLock taking = new ReentrantLock();

        /** Those that may still be used, oldest first. */
        private final Deque<Lease> leases = new ArrayDeque<>();

        /** The speed that was made use of in leases which have ended and were not replaced. */
        private int ended;

        /** When the wait of whoever was sent away last ends: the next one comes after them. */
        private Instant queueEnd = Instant.EPOCH;

        Account(SendLimit limit) {
            split = LimitSplit.of(limit.perSecond(), environments);
            pool = limit.perSecond() - split.share() * environments;
            bucket = new SharedRate.Bucket(limit.bucket(), split.burst(), split.interval());
            share = new SlidingSecond(split.share());
        }

        Duration take(int cost) {
            taking.lock();
            try {
                var now = clock.instant();
                if (share.take(cost, now) || takeLeased(cost, now)) {
                    return Duration.ZERO;
                }
                return lease(cost, now);
            } finally {
                taking.unlock();
            }
        }

        private boolean takeLeased(int cost, Instant now) {
            while (!leases.isEmpty() && !now.isBefore(leases.getFirst().until())) {
                ended += leases.removeFirst().speed().busiest();
            }
            return leases.stream().anyMatch(lease -> lease.speed().take(cost, now));
        }

        private Duration lease(int cost, Instant now) {
            var had = shared.lease(bucket, cost, Math.max(cost, welcome()), now);
            if (had.amount() < cost) {
                return afterTheOthers(had.after(), cost, now);
            }
            ended = 0;
            var lease = new Lease(had.amount(), new SlidingSecond(had.amount()), now.plus(split.held()));
            lease.speed().take(cost, now);
            if (had.amount() <= pool) {
                leases.addLast(lease); // more than all there is was owed for one message, and is for no second one
            }
            return Duration.ZERO;
        }

        /** As much as was needed until now; where it was not enough, twice as much; for the first time a quarter of what there is. */
        private int welcome() {
            if (ended > 0) {
                return ended;
            }
            var speed = leases.stream().mapToInt(Lease::amount).sum();
            return speed > 0 ? speed : split.burst() / 4;
        }

        /** Mail that waits comes back one after the other, not all at the same second. */
        private Duration afterTheOthers(Duration least, int cost, Instant now) {
            var earliest = now.plus(least);
            queueEnd = (queueEnd.isAfter(earliest) ? queueEnd : earliest)
                    .plus(split.gap().multipliedBy(cost));
            queueEnd = queueEnd.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : queueEnd;
            return Duration.between(now, queueEnd);
        }
    }

    /**
     * A speed that was leased.
     *
     * @param amount messages in any second
     */
    private record Lease(int amount, SlidingSecond speed, Instant until) {}
}
