package dev.shopbell.channels;

import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends what nobody waits for and nobody misses, such as a typing indicator. */
public final class Aside {

    private static final Logger LOG = Logger.getLogger(Aside.class.getName());

    private Aside() {}

    /**
     * Returns at once: the notice goes out on a thread of its own that keeps no process alive.
     *
     * @param notice sends it, and tells how that went
     */
    public static void send(Supplier<SendOutcome> notice) {
        Thread.ofPlatform().daemon().name("aside").start(() -> quietly(notice));
    }

    private static void quietly(Supplier<SendOutcome> notice) {
        try {
            var outcome = notice.get();
            if (!(outcome instanceof SendOutcome.Accepted)) {
                LOG.log(Level.FINE, "A notice was not taken: {0}", outcome);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "A notice was not sent", e);
        }
    }
}
