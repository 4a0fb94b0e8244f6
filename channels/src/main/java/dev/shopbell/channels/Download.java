package dev.shopbell.channels;

import java.io.IOException;
import java.io.InputStream;
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

    /** The same, but a file that is too large for memory goes on to the keeper while it comes. */
    default Download keeping(Keeper keeper) {
        return this;
    }

    /** Where large files go. */
    @FunctionalInterface
    interface Keeper {

        /**
         * Keeps a file, whole or not at all. Blocks until it is there.
         *
         * @param content exactly {@code length} bytes, or an {@link IOException} before
         * @param type as the platform says; empty if it does not
         * @throws IOException if the content ended too soon
         */
        void keep(InputStream content, long length, String type) throws IOException;
    }

    /** What came back. */
    sealed interface Answer {

        /**
         * Status 200.
         *
         * @param type the header Content-Type as it came; empty if there was none
         */
        @SuppressWarnings("ArrayRecordComponent") // compared by nobody, copied by nobody
        record File(byte[] bytes, String type) implements Answer {}

        /** Status 200, and the keeper has it. */
        record Passed() implements Answer {}

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
