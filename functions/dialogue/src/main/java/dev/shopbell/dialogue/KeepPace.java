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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Keeps a number or page under the platform's limit, whatever number of environments send for it. What is in an environment's own
 * share costs nothing; beyond it a message's worth is leased, and twice as many whenever a lease is used up before its time.
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
        private final SharedRate.Bucket bucket;
        private final SlidingSecond share;
        private final ReentrantLock taking = new ReentrantLock();

        private int leased;
        private Instant leasedUntil = Instant.EPOCH;
        private int leaseSize = 1;

        /** When the wait of whoever was sent away last ends: the next one comes after them. */
        private Instant queueEnd = Instant.EPOCH;

        Account(SendLimit limit) {
            split = LimitSplit.of(limit.perSecond(), environments);
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
            var isFresh = now.isBefore(leasedUntil);
            if (isFresh && leased >= cost) {
                leased -= cost;
                return true;
            }
            leaseSize = isFresh ? Math.min(2 * leaseSize, split.burst()) : 1;
            return false;
        }

        private Duration lease(int cost, Instant now) {
            var lease = shared.lease(bucket, cost, Math.max(cost, leaseSize), now);
            leased = Math.max(0, lease.amount() - cost);
            leasedUntil = now.plus(LimitSplit.LEASE_HELD);
            return lease.amount() >= cost ? Duration.ZERO : afterTheOthers(lease.after(), cost, now);
        }

        /** Mail that waits comes back one after the other, not all at the same second. */
        private Duration afterTheOthers(Duration least, int cost, Instant now) {
            var earliest = now.plus(least);
            queueEnd = (queueEnd.isAfter(earliest) ? queueEnd : earliest)
                    .plus(split.interval().multipliedBy(cost));
            queueEnd = queueEnd.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : queueEnd;
            return Duration.between(now, queueEnd);
        }
    }
}
