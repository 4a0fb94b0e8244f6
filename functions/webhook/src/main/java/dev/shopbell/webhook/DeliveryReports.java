package dev.shopbell.webhook;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.DeliveryReport;
import dev.shopbell.conversation.DeliveryStatus;
import java.time.Instant;

/** Where the platforms' word on our replies is written down. It only moves forward; a late word changes nothing. */
interface DeliveryReports {

    /**
     * On one reply.
     *
     * @throws dev.shopbell.platform.RetryableFailure if it may not be written
     */
    void note(DeliveryReport report);

    /**
     * On all replies of a conversation up to then.
     *
     * @throws dev.shopbell.platform.RetryableFailure if it may not be written
     */
    void noteUntil(ConversationId conversation, DeliveryStatus status, Instant until);
}
