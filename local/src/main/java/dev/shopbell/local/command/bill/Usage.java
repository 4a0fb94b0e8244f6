package dev.shopbell.local.command.bill;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What a workload used of each thing that has a price.
 *
 * @param amounts by the keys of the price list, in its units
 */
record Usage(Map<String, Double> amounts) {
    private static final double GIGABYTE = 1e9;
    private static final long SQS_CHUNK_BYTES = 64 * 1024;

    /**
     * Reads one channel's part of a benchmark report: the meters of the run and the functions' CPU time.
     *
     * @param channel on AWS' own SMS every request to the webhook is a notification of SNS', which has its price
     * @param wanted turns that the usage is scaled to
     */
    static Usage of(String channel, JsonNode measured, double wanted, PriceList list) {
        var meters = measured.path("meters");
        var used = new LinkedHashMap<String, Double>();
        used.put("gateway.http", sum(meters.path("gateway"), "requests"));
        var notified = channel.equals("aws-sms") ? sum(meters.path("gateway"), "requests") : 0;
        used.put("sns.publish", notified);
        used.put("sns.http", notified);
        used.put(
                "gateway.message",
                sum(meters.path("sockets"), "messagesIn") + sum(meters.path("sockets"), "messagesOut"));
        used.put("gateway.minute", sum(meters.path("sockets"), "connectionMinutes"));
        used.put("lambda.request", sum(meters.path("lambda"), "invocations"));
        used.put("lambda.measured", sum(meters.path("lambda"), "gigabyteSeconds"));
        used.put("lambda.share", stretched(measured, list.assumption("cpuOfOneVcpuMegabytes")));
        used.put("dynamodb.write", sum(meters.path("dynamodb"), "writeUnits"));
        used.put("dynamodb.read", sum(meters.path("dynamodb"), "readUnits"));
        used.put(
                "dynamodb.storage",
                sum(meters.path("stored"), "bytes") / GIGABYTE * list.assumption("retentionMonths"));
        used.put("sqs.fifo", queueRequests(meters));
        var logged = sum(meters.path("logs"), "bytes") / GIGABYTE;
        used.put("logs.ingest", logged);
        used.put("logs.storage", logged * list.assumption("logRetentionMonths"));
        used.put("kms.request", sum(meters.path("ssm"), "requests") * list.assumption("secretSettings"));
        used.put("s3.put", meters.path("s3").path("PutObject").path("requests").asDouble());
        used.put("s3.get", meters.path("s3").path("GetObject").path("requests").asDouble());
        used.put(
                "transfer.out",
                (sum(meters.path("gateway"), "responseBytes")
                                + sum(meters.path("s3"), "responseBytes")
                                + measured.path("sentBytes").asDouble())
                        / GIGABYTE);
        var scale = wanted / measured.path("turns").asDouble();
        used.replaceAll((key, amount) -> amount * scale);
        return new Usage(used);
    }

    /** A month in which nobody comes. */
    static Usage idleMonth(PriceList list) {
        var used = new LinkedHashMap<String, Double>();
        used.put("sqs.fifo", list.assumption("pollsPerQueueAMonth") * list.assumption("queuesPolled"));
        used.put("lambda.request", list.assumption("scheduledRunsAMonth"));
        used.put("lambda.measured", list.assumption("scheduledRunsAMonth") * list.assumption("scheduledRunGbSeconds"));
        used.put("alarm", list.assumption("alarms"));
        used.put("s3.storage", list.assumption("packagesGb"));
        return new Usage(used);
    }

    /**
     * Lambda gives a function of 512 MB the corresponding share of a virtual CPU, so what computes here takes longer there:
     * by as much as the share is smaller than one. Source: docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html.
     */
    private static double stretched(JsonNode measured, double wholeCpuMegabytes) {
        var gigabyteSeconds = 0.0;
        for (var each : measured.path("cpuMillis").properties()) {
            var lambda = measured.path("meters").path("lambda").path(each.getKey());
            var seconds = lambda.path("billedMillis").asDouble() / 1_000;
            if (seconds > 0) {
                var gigabytes = lambda.path("gigabyteSeconds").asDouble() / seconds;
                var slower = Math.max(0, wholeCpuMegabytes / (gigabytes * 1_024) - 1);
                gigabyteSeconds += each.getValue().asDouble() / 1_000 * slower * gigabytes;
            }
        }
        return gigabyteSeconds;
    }

    private static double queueRequests(JsonNode meters) {
        var requests = 0.0;
        for (var operation : meters.path("sqs")) {
            requests += operation.path("requests").asDouble();
            // What is bigger than a chunk counts again for each further one.
            requests += Math.floor(operation.path("payloadBytes").asDouble()
                            / Math.max(1, operation.path("requests").asDouble())
                            / SQS_CHUNK_BYTES)
                    * operation.path("requests").asDouble();
        }
        return requests
                + sum(meters.path("pollers"), "ReceiveMessage")
                + sum(meters.path("pollers"), "DeleteMessageBatch");
    }

    /** Adds up a counter over all things of a kind (functions, APIs, operations). */
    private static double sum(JsonNode kind, String counter) {
        return StreamSupport.stream(kind.spliterator(), false)
                .mapToDouble(each -> each.path(counter).asDouble())
                .sum();
    }
}
