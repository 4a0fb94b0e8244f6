package dev.shopbell.local.provider;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The files that simulated customers have sent, as their platforms keep them: in memory, until somebody has them forgotten. */
final class CustomerMedia {
    private final Map<String, Kept> byId = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong(System.currentTimeMillis());

    /** A file. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, copied by nobody
    record Kept(byte[] bytes, String type, String name) {}

    /** Keeps a file and gives it an id, of digits, as Meta's are. */
    String keep(Kept file) {
        var id = Long.toString(last.incrementAndGet());
        byId.put(id, file);
        return id;
    }

    Optional<Kept> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** As when a platform's time for them is over. */
    void forget() {
        byId.clear();
    }
}
