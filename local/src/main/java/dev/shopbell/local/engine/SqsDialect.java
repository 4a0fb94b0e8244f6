package dev.shopbell.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.wire.Json;
import java.io.UncheckedIOException;

/** Counts requests by queue. SQS bills 64 KB of payload as one request: the bytes are counted beside. */
final class SqsDialect implements MeteringProxy.Dialect {
    private final Meters meters;

    SqsDialect(Meters meters) {
        this.meters = meters;
    }

    @Override
    public byte[] outgoing(String operation, byte[] request) {
        return request;
    }

    @Override
    public void answered(String operation, byte[] request, int status, byte[] response) {
        meters.add(request.length, "sqs", operation, "payloadBytes");
        try {
            JsonNode asked = Json.parse(request);
            String url = asked.path("QueueUrl").asText();
            if (!url.isEmpty()) {
                meters.add(1, "sqs", operation, "queues", url.substring(url.lastIndexOf('/') + 1), "requests");
            }
        } catch (UncheckedIOException queryProtocol) {
            meters.add(1, "sqs", operation, "queryProtocol"); // an old client; its queue is not worth a second parser
        }
    }
}
