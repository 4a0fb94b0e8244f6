package dev.shopbell.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkPojo;
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

    private final URI endpoint;
    private final SignedPost post;

    /**
     * @param endpoint with a slash at its end
     * @param patience how long an answer may take
     */
    public TableClient(URI endpoint, String region, AwsCredentialsProvider credentials, Duration patience) {
        this.endpoint = endpoint;
        this.post = new SignedPost("DynamoDB", new RequestSigner(SERVICE_NAME, region, credentials), patience);
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
        var headers =
                Map.of("Content-Type", "application/x-amz-json-1.0", "X-Amz-Target", "DynamoDB_20120810." + operation);
        var answer = post.post(endpoint, headers, Json.bytes(SdkJson.write(request)));
        try {
            if (answer.status() != 200) {
                throw failure(answer);
            }
            return answer.json();
        } catch (IOException notJson) {
            throw post.unreadable(notJson);
        }
    }

    private static DynamoDbException failure(SignedPost.Answer answer) throws IOException {
        var code = answer.errorCode();
        var builder = code.equals("ConditionalCheckFailedException")
                ? ConditionalCheckFailedException.builder()
                        .item(AttributeJson.readItem(answer.json().path("Item")))
                : DynamoDbException.builder();
        var details = AwsErrorDetails.builder().errorCode(code).errorMessage(answer.errorMessage());
        return (DynamoDbException) builder.message(answer.errorMessage())
                .statusCode(answer.status())
                .awsErrorDetails(details.build())
                .build();
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
