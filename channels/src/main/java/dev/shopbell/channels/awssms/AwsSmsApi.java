package dev.shopbell.channels.awssms;

import dev.shopbell.channels.Fields;
import dev.shopbell.channels.InParts;
import dev.shopbell.channels.SendOutcome;
import dev.shopbell.channels.SmsWords;
import dev.shopbell.channels.Transport;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sends text messages. Source: docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2, "SendTextMessage" (MessageBody: 1,600
 * characters; Context: 5 entries, values of 800 characters, which come back with every event).
 */
final class AwsSmsApi {

    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/x-amz-json-1.0", "X-Amz-Target", "PinpointSMSVoiceV2.SendTextMessage");

    private final Function<String, Optional<String>> settings;
    private final Transport signed;

    AwsSmsApi(Function<String, Optional<String>> settings, Transport signed) {
        this.settings = settings;
        this.signed = signed;
    }

    SendOutcome send(ReplyId id, Reply reply, int fromPart) {
        var base = setting("AWS_SMS_API_URL");
        if (base.isEmpty()) {
            return SendOutcome.waitsForSetting("AWS_SMS_API_URL", fromPart);
        }
        var url = URI.create(base.get().replaceAll("/+$", "") + "/");
        return InParts.send(
                SmsWords.parts(reply),
                fromPart,
                (part, last) ->
                        AwsSmsErrors.outcome(signed.post(url, HEADERS, Transport.utf8(message(id, part, last)))));
    }

    /** The reply's id goes with the last part only: what is said of it is said of the whole reply. */
    private String message(ReplyId id, String text, boolean last) {
        var message = Fields.JSON
                .createObjectNode()
                .put("DestinationPhoneNumber", id.conversation().person())
                .put("OriginationIdentity", id.conversation().account())
                .put("MessageBody", text)
                .put("MessageType", "TRANSACTIONAL");
        setting("AWS_SMS_CONFIGURATION_SET").ifPresent(name -> message.put("ConfigurationSetName", name));
        setting("AWS_SMS_MAX_PRICE").ifPresent(price -> message.put("MaxPrice", price));
        if (last) {
            message.putObject("Context").put(AwsSmsEvent.REPLY, id.toString());
        }
        return message.toString();
    }

    private Optional<String> setting(String name) {
        return settings.apply(name).filter(some -> !some.isBlank());
    }
}
