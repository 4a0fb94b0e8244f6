package dev.shopbell.webhook;

import dev.shopbell.channels.Fetch;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.channels.awssms.AwsSmsChannel;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes what an SNS topic delivers. First of all that is a question: whether our address wants the topic's messages at all.
 *
 * <p>Source: docs.aws.amazon.com/sns/latest/dg, "Make sure your endpoint is ready to process Amazon SNS messages".
 */
final class ReceiveFromTopic {

    private static final Logger LOG = System.getLogger(ReceiveFromTopic.class.getName());

    /** The answer tells the subscription's ARN, in a few lines of XML. */
    private static final int MOST_BYTES = 16 * 1024;

    private static final HttpAnswer THANKS = HttpAnswer.text(200, "text/plain; charset=utf-8", "");

    private final Function<String, Optional<String>> settings;
    private final Fetch fetch;
    private final ReceiveDelivery receiveDelivery;
    private final Clock clock;

    /** Built with the first delivery: a shop without such a number loads nothing of it. */
    private volatile @Nullable AwsSmsChannel built;

    ReceiveFromTopic(
            Function<String, Optional<String>> settings, Fetch fetch, ReceiveDelivery receiveDelivery, Clock clock) {
        this.settings = settings;
        this.fetch = fetch;
        this.receiveDelivery = receiveDelivery;
        this.clock = clock;
    }

    /** @throws dev.shopbell.platform.RetryableFailure if it could not be checked or kept now: SNS delivers it again */
    HttpAnswer from(WebhookRequest request) {
        var awsSms = channel();
        return awsSms.subscription(request)
                .map(this::confirm)
                .orElseGet(() -> receiveDelivery.from(awsSms, request, THANKS));
    }

    private HttpAnswer confirm(URI url) {
        if (fetch.get(url, MOST_BYTES).isEmpty()) {
            return HttpAnswer.refusal(
                    410,
                    "SNS no longer takes this confirmation. Let it ask anew: sns subscribe with the same endpoint.");
        }
        LOG.log(Level.INFO, "Subscribed to a topic");
        return THANKS;
    }

    private AwsSmsChannel channel() {
        var known = built;
        if (known == null) {
            known = new AwsSmsChannel(settings, Assembly.SENDS_NOTHING, fetch, clock);
            built = known;
        }
        return known;
    }
}
