package dev.shopbell.channels;

import java.net.URI;
import java.util.Optional;

/** Reads a small document of a provider's, which some proofs need. Whoever calls it decides first whether the address is to be trusted. */
@FunctionalInterface
public interface Fetch {

    /**
     * Gets the document. Follows no redirect; blocks for a few seconds at the most.
     *
     * @param mostBytes a longer document counts as none
     * @return empty if the server answers that there is no such document
     * @throws RuntimeException of the implementor's own, if no answer came: what waits for the document is to be tried again
     */
    Optional<byte[]> get(URI url, int mostBytes);
}
