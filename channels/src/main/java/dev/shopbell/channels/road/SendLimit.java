package dev.shopbell.channels.road;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.SmsSegments;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How much one account (a page, a phone number, a bot) may send in a second. Beyond it platforms refuse; what they refuse is tried
 * again, but asking for it does the account no good.
 *
 * <p>Sources, one a channel:
 *
 * <ul>
 *   <li>whatsapp: developers.facebook.com/docs/whatsapp/throughput: 80 messages a second for a number, "inclusive of inbound and
 *       outbound messages". Who answers what is written sends half of that: 40. (Numbers that are upgraded get 1,000; those shared
 *       with the WhatsApp Business app have 20.)
 *   <li>messenger: developers.facebook.com/docs/messenger-platform/overview/rate-limiting: 300 calls a second for a page with text,
 *       but above 40 messages a second the page's inbox shows nothing new and cannot answer any more: 40.
 *   <li>telegram: core.telegram.org/bots/faq "My bot is hitting limits": about 30 messages a second over all chats.
 *   <li>awssms: docs.aws.amazon.com/sms-voice/latest/userguide/sms-limitations-mps.html: message parts a second by kind of number and
 *       country: to the United States and Canada a long code has 1 (short codes have 100, toll-free numbers 3), to other countries 10.
 *   <li>sms: none. Twilio takes messages as fast as they come and queues them by number (help.twilio.com "Understanding Twilio Rate
 *       Limits and Message Queues").
 *   <li>web: none. It is our own.
 * </ul>
 *
 * @param bucket what shares the limit: {@code whatsapp#1555…}
 * @param perSecond messages a second, or parts of messages on awssms; at least 1
 */
public record SendLimit(String bucket, int perSecond) {

    private static final int TO_NORTH_AMERICA_BY_AWS = 1;

    /** @param perSecond 0 for no limit */
    private record Row(String setting, int perSecond) {}

    private static final Map<String, Row> TABLE = Map.of(
            "whatsapp", new Row("WHATSAPP_SENDS_PER_SECOND", 40),
            "messenger", new Row("MESSENGER_SENDS_PER_SECOND", 40),
            "telegram", new Row("TELEGRAM_SENDS_PER_SECOND", 30),
            "awssms", new Row("AWSSMS_SENDS_PER_SECOND", 10),
            "sms", new Row("SMS_SENDS_PER_SECOND", 0));

    /**
     * The limit under which that conversation's replies are sent; empty if there is none.
     *
     * @param settings {@code WHATSAPP_SENDS_PER_SECOND} and its like count before the table; 0 is no limit
     */
    public static Optional<SendLimit> of(ConversationId conversation, Function<String, Optional<String>> settings) {
        return Optional.ofNullable(TABLE.get(conversation.channel().value()))
                .map(row -> settings.apply(row.setting())
                        .flatMap(SendLimit::number)
                        .orElse(isToNorthAmericaByAws(conversation) ? TO_NORTH_AMERICA_BY_AWS : row.perSecond()))
                .filter(perSecond -> perSecond > 0)
                .map(perSecond -> new SendLimit(bucket(conversation), perSecond));
    }

    /** Where the country decides, each kind of country has its own bucket. */
    private static String bucket(ConversationId conversation) {
        var account = conversation.channel() + "#" + conversation.account();
        return isToNorthAmericaByAws(conversation) ? account + "#1" : account;
    }

    private static boolean isToNorthAmericaByAws(ConversationId conversation) {
        return conversation.channel().value().equals("awssms")
                && conversation.person().startsWith("+1");
    }

    /** What a reply takes of the limit: carriers count the parts of an SMS, the others messages. */
    public static int cost(ConversationId conversation, Reply reply) {
        return conversation.channel().value().equals("awssms")
                ? SmsSegments.of(reply.text()).count()
                : 1;
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.parseInt(text.strip())).filter(number -> number >= 0);
        } catch (NumberFormatException notANumber) {
            return Optional.empty(); // a typing error must not lift the platform's limit: the table counts
        }
    }
}
