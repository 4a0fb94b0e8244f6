package dev.shopbell.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * DynamoDB's five operations on items, without the SDK's way through some thirty stages for each call, which took more of the
 * functions' CPU than all else together (decision 0018). The types are the SDK's, and so are the signature and what a failure is. Other
 * operations are not supported, and say so. For many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html">DynamoDB developer
 *     guide, "DynamoDB low-level API"</a>
 */
public final class TableClient implements DynamoDbClient {

    /** As the SDK's standard way: twice more, after a moment. */
    private static final int TRIES = 3;

    private static final int FIRST_PAUSE_MILLIS = 50;

    /** Source: DynamoDB developer guide, "Error messages and codes": those of status 400 that may be tried again. */
    private static final Set<String> NOT_NOW =
            Set.of("ProvisionedThroughputExceededException", "ThrottlingException", "RequestLimitExceeded");

    private final URI endpoint;
    private final RequestSigner signer;
    private final Duration patience;

    /**
     * @param endpoint with a slash at its end
     * @param patience how long an answer may take
     */
    public TableClient(URI endpoint, String region, AwsCredentialsProvider credentials, Duration patience) {
        this.endpoint = endpoint;
        this.signer = new RequestSigner(SERVICE_NAME, region, credentials);
        this.patience = patience;
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        var answer = call("GetItem", request);
        var response = GetItemResponse.builder();
        if (answer.has("Item")) {
            response.item(AttributeJson.readItem(answer.path("Item")));
        }
        return response.build();
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        var answer = call("Query", request);
        var items =
                answer.path("Items").valueStream().map(AttributeJson::readItem).toList();
        var response = QueryResponse.builder().items(items).count(items.size());
        if (answer.has("LastEvaluatedKey")) {
            response.lastEvaluatedKey(AttributeJson.readItem(answer.path("LastEvaluatedKey")));
        }
        return response.build();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return PutItemResponse.builder()
                .attributes(AttributeJson.readItem(call("PutItem", request).path("Attributes")))
                .build();
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        return UpdateItemResponse.builder()
                .attributes(AttributeJson.readItem(call("UpdateItem", request).path("Attributes")))
                .build();
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        return DeleteItemResponse.builder()
                .attributes(AttributeJson.readItem(call("DeleteItem", request).path("Attributes")))
                .build();
    }

    private JsonNode call(String operation, SdkPojo request) {
        var body = Json.bytes(AttributeJson.write(request));
        for (int attempt = 1; ; attempt++) {
            try {
                var answer = post(operation, body);
                if (answer.status == 200) {
                    return answer.json;
                }
                if (attempt == TRIES || !answer.mayBeTriedAgain()) {
                    throw answer.failure();
                }
            } catch (IOException broken) {
                if (attempt == TRIES) {
                    throw SdkClientException.create("DynamoDB does not answer: " + broken.getMessage(), broken);
                }
            }
            pause(attempt);
        }
    }

    private Answer post(String operation, byte[] body) throws IOException {
        var headers =
                Map.of("Content-Type", "application/x-amz-json-1.0", "X-Amz-Target", "DynamoDB_20120810." + operation);
        HttpURLConnection connection = AwsClients.connection(endpoint, patience);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        // Not for its size: else the JDK itself repeats a post whose connection broke.
        connection.setFixedLengthStreamingMode(body.length);
        signer.sign(endpoint, headers, body).forEach(connection::setRequestProperty);
        try (var out = connection.getOutputStream()) {
            out.write(body);
        }
        var status = connection.getResponseCode();
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            // To its end, so that the connection is kept.
            var bytes = in == null ? new byte[0] : in.readAllBytes();
            return new Answer(status, bytes.length == 0 ? Json.object() : Json.read(bytes));
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(FIRST_PAUSE_MILLIS << (attempt - 1)) + 1L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SdkClientException.create("Interrupted while waiting for DynamoDB", e);
        }
    }

    private record Answer(int status, JsonNode json) {

        private String code() {
            var type = json.path("__type").asText();
            return type.substring(type.indexOf('#') + 1);
        }

        private boolean mayBeTriedAgain() {
            return status >= 500 || NOT_NOW.contains(code());
        }

        private DynamoDbException failure() {
            var message = json.path("message").asText(json.path("Message").asText());
            var builder = code().equals("ConditionalCheckFailedException")
                    ? ConditionalCheckFailedException.builder().item(AttributeJson.readItem(json.path("Item")))
                    : DynamoDbException.builder();
            var details = AwsErrorDetails.builder().errorCode(code()).errorMessage(message);
            return (DynamoDbException) builder.message(message)
                    .statusCode(status)
                    .awsErrorDetails(details.build())
                    .build();
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // The JDK keeps the connections.
    }
}
