package dev.shopbell.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A template, resolved: what is to run.
 *
 * @param inert the types that are known and have nothing to do on a laptop
 * @param outputs the template's outputs, with local addresses
 */
public record Stack(
        List<FunctionSpec> functions,
        List<Queue> queues,
        List<Table> tables,
        Optional<HttpApi> httpApi,
        List<SocketApi> socketApis,
        List<Pool> pools,
        List<String> inert,
        Map<String, String> outputs,
        List<Bucket> buckets) {

    /** A queue and its attributes in SQS's own words. */
    public record Queue(String id, String name, Map<String, String> attributes) {
        /** The queue's ARN. */
        public String arn() {
            return LocalAddresses.arn("sqs", name);
        }
    }

    /**
     * A table.
     *
     * @param definition what CreateTable takes, without the name
     * @param ttlAttribute the attribute whose time deletes an item
     */
    public record Table(String id, String name, JsonNode definition, Optional<String> ttlAttribute) {}

    /**
     * A bucket.
     *
     * @param days after which its files are deleted; empty if they are kept
     * @param cors its CorsConfiguration; missing if there is none
     */
    public record Bucket(String id, String name, Optional<Duration> days, JsonNode cors) {}

    /** The HTTP API. */
    public record HttpApi(String id, JsonNode cors, Map<String, JwtAuthorizer> authorizers) {}

    /** A JWT authorizer: whose tokens it takes, and for whom they are. */
    public record JwtAuthorizer(String issuer, List<String> audience) {}

    /**
     * A WebSocket API.
     *
     * @param localPath where it shares the one port
     * @param functions the function's logical id by route key
     */
    public record SocketApi(
            String id, String stage, String localPath, String routeSelection, Map<String, String> functions) {}

    /** A user pool and the ids of its clients. */
    public record Pool(String id, List<String> clients) {
        /** Who issues its tokens. */
        public String issuer(URI server) {
            return server + "/_identity/" + id;
        }
    }
}
