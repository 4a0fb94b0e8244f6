package dev.shopbell.webhook;

import dev.shopbell.channels.ChannelEvent;
import dev.shopbell.channels.ChannelEvent.Meaning;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.DeliveryReport;
import dev.shopbell.conversation.DeliveryStatus;
import dev.shopbell.conversation.ReplyId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What one delivery says of our replies, of each only the furthest: platforms gather several statuses into one delivery, and a message
 * that was read was sent and delivered before. Each that is left costs a write.
 */
record PlatformsWord(Collection<DeliveryReport> onReplies, Collection<Meaning.Reached> onConversations) {

    private record Mark(ConversationId conversation, DeliveryStatus status) {}

    static PlatformsWord in(List<ChannelEvent> events) {
        var reports = new LinkedHashMap<ReplyId, DeliveryReport>();
        var marks = new LinkedHashMap<Mark, Meaning.Reached>();
        for (var event : events) {
            switch (event.meaning()) {
                case Meaning.Reported(var report) -> reports.merge(report.reply(), report, PlatformsWord::further);
                case Meaning.Reached mark ->
                    marks.merge(new Mark(mark.conversation(), mark.status()), mark, PlatformsWord::later);
                case Meaning.Said ignored -> {} // goes into the mailbox
                case Meaning.Unknown ignored -> {} // is logged by its key
                case Meaning.Nothing ignored -> {}
            }
        }
        marks.values().removeIf(mark -> {
            var read = marks.get(new Mark(mark.conversation(), DeliveryStatus.READ));
            return mark.status() == DeliveryStatus.DELIVERED
                    && read != null
                    && !read.until().isBefore(mark.until());
        });
        return new PlatformsWord(reports.values(), marks.values());
    }

    private static DeliveryReport further(DeliveryReport one, DeliveryReport other) {
        return other.status().supersedes(one.status()) ? other : one;
    }

    private static Meaning.Reached later(Meaning.Reached one, Meaning.Reached other) {
        return other.until().isAfter(one.until()) ? other : one;
    }

    /** @throws dev.shopbell.platform.RetryableFailure if any of it may not be written */
    void writeTo(DeliveryReports reports) {
        onReplies.forEach(reports::note);
        onConversations.forEach(mark -> reports.noteUntil(mark.conversation(), mark.status(), mark.until()));
    }
}
