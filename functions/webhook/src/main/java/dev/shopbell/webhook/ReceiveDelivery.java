package dev.shopbell.webhook;

import dev.shopbell.channels.Channel;
import dev.shopbell.channels.ChannelEvent;
import dev.shopbell.channels.ChannelEvent.Meaning;
import dev.shopbell.channels.Reading;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.Remedy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes what a provider delivers. It is answered 200 only when what customers said is in the mailbox; a failure before that is
 * the provider's to repeat, and what was kept already is dropped as a duplicate then.
 */
final class ReceiveDelivery {

    private static final Logger LOG = System.getLogger(ReceiveDelivery.class.getName());

    private final Inbox inbox;
    private final DeliveryReports reports;
    private final Clock clock;

    ReceiveDelivery(Inbox inbox, DeliveryReports reports, Clock clock) {
        this.inbox = inbox;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * @param thanks what the provider wants to hear when all went well
     * @throws dev.shopbell.platform.RetryableFailure if it could not be kept
     */
    HttpAnswer from(Channel channel, WebhookRequest request, HttpAnswer thanks) {
        if (!channel.isAuthentic(request)) {
            return HttpAnswer.refusal(403, "The signature is missing or wrong.");
        }
        return switch (channel.read(request, clock.instant())) {
            case Reading.Malformed(var why) -> HttpAnswer.refusal(400, why);
            case Reading.Events(var events) -> {
                take(channel, events);
                yield thanks;
            }
        };
    }

    private void take(Channel channel, List<ChannelEvent> events) {
        var mail = new ArrayList<Mail>();
        for (var event : events) {
            if (event.meaning() instanceof Meaning.Said(var said)) {
                mail.add(said);
            }
        }
        if (!mail.isEmpty()) {
            inbox.keep(mail);
        }
        for (var event : events) {
            if (event.meaning() instanceof Meaning.Unknown(var key)) {
                LOG.log(Level.INFO, "Unknown event on {0}: {1}", channel.name(), key);
            }
        }
        PlatformsWord.in(events).writeTo(reports);
        tellOfFailures(events);
    }

    /** After the receipts: who takes this mail finds there that the reply failed. Should it not be kept, the delivery comes again. */
    private void tellOfFailures(List<ChannelEvent> events) {
        var mail = new ArrayList<Mail>();
        for (var event : events) {
            if (event.meaning() instanceof Meaning.Reported(var report) && report.remedy() != Remedy.NONE) {
                mail.add(new Mail.ReplyFailed(report.reply(), report.remedy(), clock.instant()));
            }
        }
        if (!mail.isEmpty()) {
            inbox.keep(mail);
        }
    }
}
