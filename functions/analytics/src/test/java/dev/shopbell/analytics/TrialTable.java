package dev.shopbell.analytics;

import dev.shopbell.platform.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.paginators.QueryIterable;

/** The trials' items in memory, with just their expressions; a running shop shows that the real thing means the same by them. */
final class TrialTable implements DynamoDbClient {

    private final Map<String, Map<String, AttributeValue>> items = new TreeMap<>();

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        var engine = new Row(request.key()).text("sk");
        var known = items.getOrDefault(engine, Map.of());
        if (!holds(request, new Row(known))) {
            throw ConditionalCheckFailedException.builder().item(known).build();
        }
        var item = new HashMap<>(known);
        item.putAll(request.key());
        for (var clause : request.updateExpression().split("(?= ADD | REMOVE )", -1)) {
            apply(clause.strip(), request, item);
        }
        items.put(engine, item);
        return UpdateItemResponse.builder().attributes(item).build();
    }

    private static boolean holds(UpdateItemRequest request, Row known) {
        var values = new Row(request.expressionAttributeValues());
        return switch (request.conditionExpression()) {
            case "attribute_not_exists(#w) OR #w <> :w" ->
                !known.text(request.expressionAttributeNames().getOrDefault("#w", ""))
                        .equals(values.text(":w"));
            case "cn = :cn AND tn = :tn AND attribute_not_exists(halted)" ->
                known.number("cn") == values.number(":cn")
                        && known.number("tn") == values.number(":tn")
                        && !known.item().containsKey("halted");
            case "attribute_exists(halted)" -> known.item().containsKey("halted");
            default -> throw new AssertionError(request.conditionExpression());
        };
    }

    private static void apply(String clause, UpdateItemRequest request, Map<String, AttributeValue> item) {
        var values = request.expressionAttributeValues();
        var names =
                request.hasExpressionAttributeNames() ? request.expressionAttributeNames() : Map.<String, String>of();
        var verb = clause.substring(0, clause.indexOf(' '));
        for (var term : clause.substring(verb.length() + 1).split(", ", -1)) {
            var words = term.split(" ", -1);
            var name = names.getOrDefault(words[0], words[0]);
            switch (verb) {
                case "SET" ->
                    item.put(name, words[2].startsWith(":") ? value(values, words[2]) : value(item, words[2]));
                case "ADD" ->
                    item.put(
                            name,
                            AttributeValue.fromN(
                                    Long.toString(new Row(item).number(name) + new Row(values).number(words[1]))));
                case "REMOVE" -> item.remove(name);
                default -> throw new AssertionError(clause);
            }
        }
    }

    private static AttributeValue value(Map<String, AttributeValue> from, String name) {
        var value = from.get(name);
        if (value == null) {
            throw new AssertionError("no " + name);
        }
        return value;
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return QueryResponse.builder().items(new ArrayList<>(items.values())).build();
    }

    @Override
    public QueryIterable queryPaginator(QueryRequest request) {
        return new QueryIterable(this, request);
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
