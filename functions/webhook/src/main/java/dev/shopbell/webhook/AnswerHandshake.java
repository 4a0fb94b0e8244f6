package dev.shopbell.webhook;

import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.channels.graph.Handshake;

/** Proves to Meta that this address is ours. */
final class AnswerHandshake {

    private final Handshake handshake;

    AnswerHandshake(Handshake handshake) {
        this.handshake = handshake;
    }

    HttpAnswer to(WebhookRequest request) {
        return handshake
                .answer(request)
                .map(challenge -> HttpAnswer.text(200, "text/plain; charset=utf-8", challenge))
                .orElseGet(() -> HttpAnswer.refusal(
                        403, "The verify token is not ours. Compare META_VERIFY_TOKEN with the console's."));
    }
}
