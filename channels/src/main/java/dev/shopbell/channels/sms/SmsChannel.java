package dev.shopbell.channels.sms;

import dev.shopbell.channels.Channel;
import dev.shopbell.channels.Download;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.Media;
import dev.shopbell.channels.Reading;
import dev.shopbell.channels.Secrets;
import dev.shopbell.channels.SendOutcome;
import dev.shopbell.channels.Transport;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.conversation.Attachment;
import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A number at Twilio. Source: twilio.com/docs/messaging. */
public final class SmsChannel implements Channel {

    static final ChannelName NAME = new ChannelName("sms");

    private final Function<String, Optional<String>> settings;
    private final TwilioApi api;
    private final TwilioMedia media;

    /**
     * @param settings names {@code TWILIO_ACCOUNT_SID}, {@code TWILIO_AUTH_TOKEN}, {@code TWILIO_API_URL} and
     *     {@code PUBLIC_BASE_URL}, the address that Twilio calls and signs; without it the request's own
     */
    public SmsChannel(Function<String, Optional<String>> settings, Transport transport) {
        this.settings = settings;
        this.api = new TwilioApi(settings, transport);
        this.media = new TwilioMedia(settings);
    }

    @Override
    public ChannelName name() {
        return NAME;
    }

    @Override
    public boolean isAuthentic(WebhookRequest request) {
        var signature = request.header("X-Twilio-Signature").filter(some -> !some.isBlank());
        if (signature.isEmpty()) {
            return false;
        }
        var urls = signedUrls(request);
        return Secrets.any(settings, "TWILIO_AUTH_TOKEN", token -> urls.stream()
                .anyMatch(url -> isSigned(request, url, token, signature.get())));
    }

    private static boolean isSigned(WebhookRequest request, String url, String token, String signature) {
        var bodySha256 = request.query("bodySHA256");
        if (bodySha256.isPresent()) {
            return TwilioSignature.isForJson(token, url, bodySha256.get(), request.body(), signature);
        }
        return Fields.utf8(request.body())
                .map(body ->
                        TwilioSignature.isForForm(token, url, Form.parse(body).fields(), signature))
                .orElse(false);
    }

    @Override
    public Reading read(WebhookRequest request, Instant receivedAt) {
        return Fields.utf8(request.body())
                .map(body -> TwilioDelivery.read(body, request.query("reply"), receivedAt))
                .orElseGet(() -> new Reading.Malformed("The body is not UTF-8."));
    }

    @Override
    public SendOutcome send(ReplyId id, Reply reply, int fromPart) {
        return api.send(id, reply, fromPart);
    }

    @Override
    public Media fetch(Attachment attachment, Download download) {
        return media.fetch(attachment, download);
    }

    /**
     * Behind another host the request does not know the address that was signed; a header may not say it. The configured one
     * may have the gateway's stage in it, or stand before it. And what a gateway calls the raw query need not be spelt as it
     * came: the callback address is tried as we spelt it, too. A fragment is for Twilio alone and not sent; that it is not
     * signed either is nowhere promised, so the address is tried with ours last.
     */
    private List<String> signedUrls(WebhookRequest request) {
        var base = settings.apply("PUBLIC_BASE_URL")
                .filter(some -> !some.isBlank())
                .map(some -> some.replaceAll("/+$", ""));
        var asItCame = base.map(some -> some + request.target()).orElse(request.url());
        var asWritten = base.flatMap(some -> request.query("reply")
                .map(reply -> some + request.path() + "?reply=" + URLEncoder.encode(reply, StandardCharsets.UTF_8)));
        var withoutStage = base.map(some -> some + request.path() + request.rawQuery());
        return Stream.of(Optional.of(asItCame), withoutStage, asWritten, asWritten.map(url -> url + TwilioApi.RETRIED))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
