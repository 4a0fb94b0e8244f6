package dev.shopbell.stock;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import jakarta.inject.Named;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What one gets by following the guides: a Quarkus function with the SDK, one write and one message. Shopbell's functions
 * are measured against it, in the same run.
 */
@Named("stock")
public class StockHandler implements RequestHandler<Map<String, String>, Map<String, String>> {

    private final DynamoDbClient dynamo = DynamoDbClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    private final SqsClient sqs = SqsClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();

    @Override
    public Map<String, String> handleRequest(Map<String, String> event, Context context) {
        var id = UUID.randomUUID().toString();
        dynamo.putItem(r -> r.tableName(System.getenv("STOCK_TABLE"))
                .item(Map.of("pk", AttributeValue.fromS("stock#" + id), "sk", AttributeValue.fromS("stock"))));
        sqs.sendMessage(r -> r.queueUrl(System.getenv("STOCK_QUEUE_URL"))
                .messageGroupId(id)
                .messageDeduplicationId(id)
                .messageBody("{}"));
        return Map.of("id", id);
    }
}
