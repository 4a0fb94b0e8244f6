package dev.shopbell.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.template.LocalAddresses;
import dev.shopbell.local.wire.Json;
import java.time.Instant;
import java.util.List;

/**
 * What a failure destination is told: where the records are, not the records. Source: Lambda developer guide, "Retain
 * discarded records for a DynamoDB event source in Lambda".
 */
final class GivenUp {
    private GivenUp() {}

    static ObjectNode notice(String function, String streamArn, String shardId, List<JsonNode> records, int attempts) {
        ObjectNode notice = Json.object();
        notice.putObject("requestContext")
                .put(
                        "functionArn",
                        LocalAddresses.arn("lambda", "function:" + LocalAddresses.STACK + "-" + function + ":live"))
                .put("condition", "RetryAttemptsExhausted")
                .put("approximateInvokeCount", attempts);
        notice.putObject("responseContext").put("statusCode", 200).put("functionError", "Unhandled");
        JsonNode first = records.getFirst();
        JsonNode last = records.getLast();
        notice.put("version", "1.0").put("timestamp", Instant.now().toString());
        notice.putObject("DDBStreamBatchInfo")
                .put("shardId", shardId)
                .put("startSequenceNumber", StreamDelivery.sequence(first))
                .put("endSequenceNumber", StreamDelivery.sequence(last))
                .put("approximateArrivalOfFirstRecord", arrival(first))
                .put("approximateArrivalOfLastRecord", arrival(last))
                .put("batchSize", records.size())
                .put("streamArn", streamArn);
        return notice;
    }

    private static String arrival(JsonNode record) {
        return Instant.ofEpochSecond(record.path("dynamodb")
                        .path("ApproximateCreationDateTime")
                        .asLong())
                .toString();
    }
}
