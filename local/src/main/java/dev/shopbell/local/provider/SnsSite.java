package dev.shopbell.local.provider;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.List;

/**
 * What SNS shows to those who ask: the certificate it signs with, and the confirmation of a subscription. Source:
 * docs.aws.amazon.com/sns/latest/api, "ConfirmSubscription".
 */
final class SnsSite {
    private SnsSite() {}

    static void show(HttpServerExchange exchange, SendRequest request, SnsKey key) {
        if (request.pathParts().equals(List.of(SnsKey.FILE))) {
            say(exchange, 200, "application/octet-stream", key.certificate());
        } else if (request.pathParts().isEmpty()
                && request.query().getOrDefault("Action", "").equals("ConfirmSubscription")
                && !request.query().getOrDefault("Token", "").isEmpty()) {
            say(
                    exchange,
                    200,
                    "text/xml",
                    "<ConfirmSubscriptionResponse"
                            + " xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><ConfirmSubscriptionResult><SubscriptionArn>"
                            + "arn:aws:sns:us-east-1:000000000000:shopbell-sms:local</SubscriptionArn></ConfirmSubscriptionResult>"
                            + "</ConfirmSubscriptionResponse>\n");
        } else {
            say(exchange, 404, "text/plain", "There is a certificate here, and Action=ConfirmSubscription.\n");
        }
    }

    private static void say(HttpServerExchange exchange, int status, String type, String body) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
        exchange.getResponseSender().send(body);
    }
}
