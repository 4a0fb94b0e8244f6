package dev.shopbell.channels;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The one HTTP verb that sending needs. */
public interface Transport {

    /** Posts and waits for the answer. Never repeats a request by itself. */
    Result post(URI url, Map<String, String> headers, byte[] body);

    /** What became of a request. */
    sealed interface Result {

        /**
         * An answer came.
         *
         * @param retryAfter the header of that name, as it came
         */
        record Answered(int status, Optional<String> retryAfter, String body) implements Result {}

        /** The request did not leave: no name, no route, no connection. */
        record NotReached(String reason) implements Result {}

        /** The request left, or began to, and no answer came. */
        record NoAnswer(String reason) implements Result {}
    }

    /** The bytes of a text in UTF-8. */
    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
