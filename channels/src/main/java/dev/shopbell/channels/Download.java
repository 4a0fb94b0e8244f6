package dev.shopbell.channels;

import java.net.URI;
import java.util.Map;

/** Gets files of customers from the platforms. Whoever calls it decides first whether the address is to be trusted. */
@FunctionalInterface
public interface Download {

    /**
     * Gets what is there. Follows no redirect by itself, since the next address may be anybody's; stops reading after
     * {@code mostBytes}. Blocks, for seconds where a file is large.
     */
    Answer get(URI url, Map<String, String> headers, int mostBytes);

    /** What came back. */
    sealed interface Answer {

        /**
         * Status 200.
         *
         * @param type the header Content-Type as it came; empty if there was none
         */
        @SuppressWarnings("ArrayRecordComponent") // compared by nobody, copied by nobody
        record File(byte[] bytes, String type) implements Answer {}

        /** A redirect, with the address that it names. */
        record Elsewhere(URI url) implements Answer {}

        /**
         * Any other status.
         *
         * @param body its beginning, as text
         */
        record Denied(int status, String body) implements Answer {}

        /** There is more of it than was to be read. */
        record TooLarge() implements Answer {}

        /** No answer came, or not all of it. */
        record NoAnswer(String reason) implements Answer {}
    }
}
