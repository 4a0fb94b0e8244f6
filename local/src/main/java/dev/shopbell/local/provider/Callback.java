package dev.shopbell.local.provider;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A platform's call to a webhook of ours.
 *
 * @param after how long after the send it is made
 * @param patience how often it is tried again when the webhook does not answer 2xx
 */
record Callback(URI target, Map<String, String> headers, String body, Duration after, Patience patience) {

    /** How a platform takes no for an answer. */
    enum Patience {
        /**
         * Tries again, immediately and then ever more rarely. Source:
         * developers.facebook.com/docs/graph-api/webhooks/getting-started, "Responding to event notifications".
         */
        META(8),
        /**
         * Tries once more if the connection could not be made, and never on an error status. Source:
         * twilio.com/docs/usage/webhooks/webhooks-connection-overrides, "rc" and "rp", defaults.
         */
        TWILIO(1),
        /** The same with {@code #rc=5&rp=all} on the URL: Twilio tries again five times, whatever went wrong. */
        TWILIO_ALL(5),
        /** Tries three times more. Source: docs.aws.amazon.com/sns/latest/dg, "Amazon SNS message delivery retries". */
        SNS(3);

        final int retries;

        Patience(int retries) {
            this.retries = retries;
        }
    }
}
