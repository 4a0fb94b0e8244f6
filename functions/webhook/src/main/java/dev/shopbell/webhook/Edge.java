package dev.shopbell.webhook;

import dev.shopbell.channels.Channel;
import dev.shopbell.channels.WebhookRequest;

/** Which use case a request is for. Sizes are checked here, before anyone computes over the bytes. */
final class Edge {

    /** A delivery of Meta has up to 1,000 events of a few hundred bytes; nothing honest is larger. */
    private static final int LARGEST_BODY_BYTES = 1024 * 1024;

    private static final HttpAnswer THANKS = HttpAnswer.text(200, "text/plain; charset=utf-8", "EVENT_RECEIVED");

    /** Nothing to say in the answer: replies are sent on their own. Source: twilio.com/docs/messaging/twiml. */
    private static final HttpAnswer EMPTY_TWIML =
            HttpAnswer.text(200, "text/xml; charset=utf-8", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");

    private static final int A_MESSAGE = 1;

    /** Who is told to be quiet must not come in again under another name at once. */
    private static final int A_SESSION = 10;

    private final Parts parts;

    /** The channels that providers deliver to, and the use cases. */
    record Parts(
            Channel messenger,
            Channel whatsapp,
            Channel sms,
            Channel telegram,
            ReceiveDelivery receiveDelivery,
            ReceiveFromTopic receiveFromTopic,
            AnswerHandshake answerHandshake,
            WebDoor webDoor,
            OpenWebSession openWebSession,
            SpeakOnTheWeb speakOnTheWeb,
            ListenOnTheWeb listenOnTheWeb,
            StartUpload startUpload,
            ServePage servePage,
            CheckHealth checkHealth) {}

    Edge(Parts parts) {
        this.parts = parts;
    }

    /** @throws dev.shopbell.platform.RetryableFailure if what came could not be kept */
    HttpAnswer answer(WebhookRequest request) {
        if (request.size() > LARGEST_BODY_BYTES) {
            return HttpAnswer.refusal(413, "The body is larger than 1 MiB.");
        }
        return switch (request.method()) {
            case "GET" -> get(request);
            case "POST" -> post(request);
            default -> HttpAnswer.refusal(405, "Use GET or POST.").with("allow", "GET, POST");
        };
    }

    private HttpAnswer get(WebhookRequest request) {
        return switch (request.path()) {
            case "/webhooks/messenger", "/webhooks/whatsapp" ->
                parts.answerHandshake().to(request);
            case "/web/messages" -> parts.listenOnTheWeb().read(request);
            case "/health" -> parts.checkHealth().check();
            default -> parts.servePage().at(request);
        };
    }

    private HttpAnswer post(WebhookRequest request) {
        return switch (request.path()) {
            case "/webhooks/messenger" -> parts.receiveDelivery().from(parts.messenger(), request, THANKS);
            case "/webhooks/whatsapp" -> parts.receiveDelivery().from(parts.whatsapp(), request, THANKS);
            case "/webhooks/twilio", "/webhooks/twilio/sms", "/webhooks/twilio/status" ->
                parts.receiveDelivery().from(parts.sms(), request, EMPTY_TWIML);
            case "/webhooks/telegram" -> parts.receiveDelivery().from(parts.telegram(), request, THANKS);
            case "/webhooks/aws-sms" -> parts.receiveFromTopic().from(request);
            case "/web/sessions" ->
                parts.webDoor().refuse(request, A_SESSION).orElseGet(() -> parts.openWebSession()
                        .open(request));
            case "/web/messages" ->
                parts.webDoor().refuse(request, A_MESSAGE).orElseGet(() -> parts.speakOnTheWeb()
                        .say(request));
            case "/web/uploads" ->
                parts.webDoor().refuse(request, A_MESSAGE).orElseGet(() -> parts.startUpload()
                        .start(request));
            default -> HttpAnswer.refusal(404, "There is nothing to post to here.");
        };
    }
}
