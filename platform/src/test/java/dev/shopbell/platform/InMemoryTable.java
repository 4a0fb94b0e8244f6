package dev.shopbell.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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
 * The conversations table in memory: just the expressions that the platform uses, for tests of use cases. That these mean
 * the same to the real thing is shown by the contract tests, which run against an embedded engine or any endpoint.
 */
public final class InMemoryTable implements DynamoDbClient {

    private final Map<String, NavigableMap<String, Map<String, AttributeValue>>> items = new HashMap<>();
    private final List<String> read = new ArrayList<>();
    private int refusals;
    private int updates;

    /** Refuses the next calls, as a table does that is throttled. */
    public void refuse(int calls) {
        refusals = calls;
    }

    /** Everything stored under a partition key, in order. */
    public List<Map<String, AttributeValue>> under(String pk) {
        return List.copyOf(items.getOrDefault(pk, new TreeMap<>()).values());
    }

    @Override
    public synchronized QueryResponse query(QueryRequest request) {
        admit();
        var values = new Row(request.expressionAttributeValues());
        var partition = items.getOrDefault(values.text(":c"), new TreeMap<>());
        NavigableMap<String, Map<String, AttributeValue>> range;
        if (request.keyConditionExpression().contains("BETWEEN")) {
            range = partition.subMap(values.text(":from"), true, values.text(":to"), true);
        } else {
            var prefix = values.text(":r") + values.text(":s");
            range = partition.subMap(prefix, true, prefix + Character.MAX_VALUE, true);
        }
        var ordered = Boolean.FALSE.equals(request.scanIndexForward()) ? range.descendingMap() : range;
        var limit = request.limit() == null ? Integer.MAX_VALUE : request.limit();
        var found = ordered.values().stream().limit(limit).toList();
        return QueryResponse.builder().items(found).count(found.size()).build();
    }

    @Override
    public synchronized GetItemResponse getItem(GetItemRequest request) {
        admit();
        var key = new Row(request.key());
        read.add(key.text("pk"));
        var item = items.getOrDefault(key.text("pk"), new TreeMap<>()).get(key.text("sk"));
        return item == null
                ? GetItemResponse.builder().build()
                : GetItemResponse.builder().item(item).build();
    }

    @Override
    public synchronized PutItemResponse putItem(PutItemRequest request) {
        admit();
        var item = request.item();
        var partition = items.computeIfAbsent(new Row(item).text("pk"), pk -> new TreeMap<>());
        var known = partition.get(new Row(item).text("sk"));
        var mustExist = "ver = :ver".equals(request.conditionExpression());
        if (request.conditionExpression() != null && (known == null ? mustExist : !isNewer(request, known))) {
            throw ConditionalCheckFailedException.builder()
                    .message("there already")
                    .build();
        }
        partition.put(new Row(item).text("sk"), item);
        return PutItemResponse.builder().build();
    }

    /** The condition that lets something later replace what is there. */
    private static boolean isNewer(PutItemRequest request, Map<String, AttributeValue> known) {
        if (request.conditionExpression().equals("ver = :ver")) {
            return new Row(known).number("ver") == new Row(request.expressionAttributeValues()).number(":ver");
        }
        return request.conditionExpression().contains("#at <= :at")
                && new Row(known).number("at") <= new Row(request.item()).number("at");
    }

    @Override
    public synchronized UpdateItemResponse updateItem(UpdateItemRequest request) {
        admit();
        updates++;
        var key = new Row(request.key());
        var partition = items.computeIfAbsent(key.text("pk"), pk -> new TreeMap<>());
        var known = partition.get(key.text("sk"));
        var update = new InMemoryUpdate(request);
        if (!update.isAllowed(known)) {
            throw ConditionalCheckFailedException.builder()
                    .message("not so")
                    .item(known == null ? Map.of() : known)
                    .build();
        }
        partition.put(key.text("sk"), update.apply(known));
        return UpdateItemResponse.builder().build();
    }

    /** The partition keys under which something is stored. */
    public synchronized List<String> partitions() {
        return items.entrySet().stream()
                .filter(partition -> !partition.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How often single items were read of partitions that begin like this. */
    public synchronized long readOf(String prefix) {
        return read.stream().filter(pk -> pk.startsWith(prefix)).count();
    }

    /** How many updates were asked for, refused ones included. */
    public synchronized int updates() {
        return updates;
    }

    @Override
    public synchronized DeleteItemResponse deleteItem(DeleteItemRequest request) {
        admit();
        items.getOrDefault(new Row(request.key()).text("pk"), new TreeMap<>())
                .remove(new Row(request.key()).text("sk"));
        return DeleteItemResponse.builder().build();
    }

    private void admit() {
        if (refusals > 0) {
            refusals--;
            throw DynamoDbException.builder()
                    .statusCode(400)
                    .message("throttled")
                    .build();
        }
    }

    @Override
    public String serviceName() {
        return "dynamodb";
    }

    @Override
    public void close() {
        // holds nothing
    }
}
