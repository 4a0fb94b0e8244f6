package dev.shopbell.channels;

import java.time.Duration;
import java.util.Optional;

/** How long a provider asks us to wait. */
public final class RetryAfter {

    /** No longer than this, whatever a provider says: the conversation waits behind the message. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private RetryAfter() {}

    /**
     * The header's seconds, or the default where there is no readable header. The other form of the header, a date, needs
     * both clocks to agree and neither Meta nor Twilio uses it: it counts as unreadable.
     */
    public static Duration of(Optional<String> header, Duration byDefault) {
        return header.map(String::strip)
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .map(asked -> asked.compareTo(LONGEST) > 0 ? LONGEST : asked)
                .orElse(byDefault);
    }
}
