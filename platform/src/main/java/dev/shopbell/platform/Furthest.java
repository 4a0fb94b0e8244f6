package dev.shopbell.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far things are known to have come in the table, as this process wrote or read it. What only moves forward there need not be
 * written, nor looked up, a second time. Holds the last {@value #KEPT}; what is forgotten costs a write again. For many threads.
 */
final class Furthest<K> {

    static final int KEPT = 1_000;

    private final Map<K, Long> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Long> eldest) {
            return size() > KEPT;
        }
    };

    /** Whether it is known to have come there, or further. */
    synchronized boolean isPast(K what, long there) {
        var furthest = known.get(what);
        return furthest != null && furthest >= there;
    }

    /** It has come there; never back. Called only when the table holds it. */
    synchronized void reached(K what, long there) {
        known.merge(what, there, Math::max);
    }
}
