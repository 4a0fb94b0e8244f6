package dev.shopbell.channels.awssms;

import dev.shopbell.channels.Channel;
import dev.shopbell.channels.Fetch;
import dev.shopbell.channels.Reading;
import dev.shopbell.channels.SendOutcome;
import dev.shopbell.channels.Transport;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A number at AWS End User Messaging SMS. Source: docs.aws.amazon.com/sms-voice/latest/userguide. */
public final class AwsSmsChannel implements Channel {

    public static final ChannelName NAME = new ChannelName("awssms");

    /**
     * How old a message may be. SNS itself tries for little more than an hour; an owner who redrives what lay in the
     * subscription's dead-letter queue does it within a day. What is older was replayed; what is replayed within the day has
     * an id that was heard before. Source: docs.aws.amazon.com/sns/latest/dg, "Amazon SNS message delivery retries" ("The total
     * policy retry time for an HTTP/S endpoint cannot be greater than 3,600 seconds").
     */
    private static final Duration OLDEST = Duration.ofHours(24);

    private final Function<String, Optional<String>> settings;
    private final Clock clock;
    private final SigningCertificates certificates;
    private final AwsSmsApi api;

    /**
     * @param settings names {@code SNS_TOPIC_ARNS} (whom to believe, separated by commas), {@code AWS_SMS_API_URL},
     *     {@code AWS_SMS_CONFIGURATION_SET} and {@code AWS_SMS_MAX_PRICE}
     * @param signed posts with a signature of AWS' service {@code sms-voice}
     * @param fetch downloads SNS' certificates
     */
    public AwsSmsChannel(Function<String, Optional<String>> settings, Transport signed, Fetch fetch, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.certificates = new SigningCertificates(fetch);
        this.api = new AwsSmsApi(settings, signed);
    }

    @Override
    public ChannelName name() {
        return NAME;
    }

    /**
     * {@inheritDoc} Here that is: SNS signed it, for a topic on our list, lately.
     *
     * @throws RuntimeException what {@link Fetch} throws when the certificate may not be had now: the message may well be
     *     genuine, and is to be delivered again
     */
    @Override
    public boolean isAuthentic(WebhookRequest request) {
        return genuine(request.body()).isPresent();
    }

    /**
     * Where to confirm the subscription that this request asks for; empty if it does not, or is not genuine. Whoever gets
     * that address has subscribed our webhook to a topic of ours: nobody else's topic gets this far.
     */
    public Optional<URI> subscription(WebhookRequest request) {
        return SnsMessage.read(request.body())
                        .filter(AwsSmsChannel::asksToSubscribe)
                        .isEmpty()
                ? Optional.empty()
                : genuine(request.body()).flatMap(message -> SnsAddresses.subscription(message.subscribeUrl()));
    }

    @Override
    public Reading read(WebhookRequest request, Instant receivedAt) {
        return AwsSmsDelivery.read(request.body(), receivedAt);
    }

    @Override
    public SendOutcome send(ReplyId id, Reply reply, int fromPart) {
        return api.send(id, reply, fromPart);
    }

    /** What costs nothing is asked first: a stranger makes us download nothing. */
    private Optional<SnsMessage> genuine(byte[] body) {
        var now = clock.instant();
        return SnsMessage.read(body)
                .filter(message -> isOurs(message.topicArn()))
                .filter(message -> isFresh(message, now))
                .filter(message -> !asksToSubscribe(message) || subscribesHere(message))
                .filter(SnsSignature::isThere)
                .filter(message -> SnsAddresses.certificate(message.certificateUrl())
                        .filter(url -> SnsAddresses.isInRegionOf(message.topicArn(), url))
                        .flatMap(url -> certificates.key(url, now))
                        .map(key -> SnsSignature.isBy(key, message))
                        .orElse(false));
    }

    private boolean isOurs(String topicArn) {
        return settings.apply("SNS_TOPIC_ARNS").stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(String::strip)
                .filter(ours -> !ours.isEmpty())
                .anyMatch(topicArn::equals);
    }

    private static boolean isFresh(SnsMessage message, Instant now) {
        return message.publishedAt().map(at -> at.isAfter(now.minus(OLDEST))).orElse(false);
    }

    private static boolean asksToSubscribe(SnsMessage message) {
        return message.type() == SnsMessage.Type.SUBSCRIBE;
    }

    private static boolean subscribesHere(SnsMessage message) {
        return SnsAddresses.subscription(message.subscribeUrl())
                .filter(url -> SnsAddresses.isInRegionOf(message.topicArn(), url))
                .isPresent();
    }
}
