package dev.shopbell.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.template.LocalAddresses;
import dev.shopbell.local.template.Stack;
import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.JsonProtocol;
import java.io.IOException;
import java.util.Set;

/** Creates the template's tables and queues, or leaves those that are there from the last time. */
public final class Provision {
    /** What ElasticMQ does not know; encryption and throughput mean nothing here. */
    private static final Set<String> NOT_LOCAL = Set.of(
            "SqsManagedSseEnabled",
            "KmsMasterKeyId",
            "KmsDataKeyReusePeriodSeconds",
            "DeduplicationScope",
            "FifoThroughputLimit",
            "RedriveAllowPolicy");

    private final Engines engines;

    /** Provisions in these engines. */
    public Provision(Engines engines) {
        this.engines = engines;
    }

    /** Creates a table, with its stream and indexes, unless it is there. */
    public void table(Stack.Table table) throws IOException, InterruptedException {
        ObjectNode request = table.definition().deepCopy();
        request.put("TableName", table.name());
        try {
            engines.tables().call("CreateTable", request);
        } catch (JsonProtocol.ServiceFailure refused) {
            if (!refused.code().equals("ResourceInUseException")) {
                throw refused;
            }
        }
    }

    /** Creates a queue, or gives the one that is there the template's attributes. Dead-letter queues must come first. */
    public void queue(Stack.Queue queue) throws IOException, InterruptedException {
        JsonNode attributes = attributes(queue);
        JsonProtocol queues = engines.queues();
        try {
            queues.call(
                    "CreateQueue", Json.object().put("QueueName", queue.name()).set("Attributes", attributes));
        } catch (JsonProtocol.ServiceFailure different) {
            if (!different.code().contains("QueueNameExists")
                    && !different.code().contains("QueueAlreadyExists")) {
                throw different;
            }
            ObjectNode changeable = attributes.deepCopy();
            changeable.remove("FifoQueue");
            queues.call(
                    "SetQueueAttributes",
                    Json.object()
                            .put("QueueUrl", "/" + LocalAddresses.ACCOUNT + "/" + queue.name())
                            .set("Attributes", changeable));
        }
        engines.created(queue.name());
    }

    private static JsonNode attributes(Stack.Queue queue) {
        var attributes = Json.object();
        queue.attributes().forEach((name, value) -> {
            if (!NOT_LOCAL.contains(name)) {
                attributes.put(name, name.equals("RedrivePolicy") ? redrivePolicy(value) : value);
            }
        });
        return attributes;
    }

    /** CloudFormation takes a number for maxReceiveCount and passes it on as one; the engine insists. */
    private static String redrivePolicy(String policy) {
        JsonNode read = Json.parse(policy);
        return Json.object()
                .put("deadLetterTargetArn", read.path("deadLetterTargetArn").asText())
                .put("maxReceiveCount", read.path("maxReceiveCount").asInt())
                .toString();
    }
}
