package dev.shopbell.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.template.LocalAddresses;
import dev.shopbell.local.wire.Json;

/** A message as Lambda hands it to a function. Source: Lambda developer guide, "Example SQS message event". */
final class SqsRecord {
    private SqsRecord() {}

    static ObjectNode of(JsonNode message, String queueArn) {
        ObjectNode attributes = Json.object();
        message.path("Attributes").properties().forEach(each -> attributes.set(each.getKey(), each.getValue()));
        if (attributes.path("SequenceNumber").asText().equals("0")) {
            // ElasticMQ does not number its messages; when they were sent is at least never less than before.
            attributes.put(
                    "SequenceNumber",
                    "%020d".formatted(attributes.path("SentTimestamp").asLong()));
        }
        ObjectNode messageAttributes = Json.object();
        message.path("MessageAttributes").properties().forEach(each -> {
            ObjectNode value = messageAttributes.putObject(each.getKey());
            JsonNode given = each.getValue();
            if (given.has("StringValue")) {
                value.set("stringValue", given.path("StringValue"));
            }
            if (given.has("BinaryValue")) {
                value.set("binaryValue", given.path("BinaryValue"));
            }
            value.putArray("stringListValues");
            value.putArray("binaryListValues");
            value.put("dataType", given.path("DataType").asText());
        });
        ObjectNode record = Json.object()
                .put("messageId", message.path("MessageId").asText())
                .put("receiptHandle", message.path("ReceiptHandle").asText())
                .put("body", message.path("Body").asText());
        record.set("attributes", attributes);
        record.set("messageAttributes", messageAttributes);
        return record.put("md5OfBody", message.path("MD5OfBody").asText())
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", queueArn)
                .put("awsRegion", LocalAddresses.REGION);
    }
}
