package dev.shopbell.webhook;

import dev.shopbell.conversation.DeliveryReport;

/** Where the platforms' word on our replies is written down. It only moves forward; a late word changes nothing. */
@FunctionalInterface
interface DeliveryReports {

    /** @throws dev.shopbell.platform.RetryableFailure if it may not be written */
    void note(DeliveryReport report);
}
