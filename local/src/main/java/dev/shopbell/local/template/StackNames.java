package dev.shopbell.local.template;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** What {@code Ref} and {@code Fn::GetAtt} give for parameters, pseudo parameters and the resources known here. */
final class StackNames implements Intrinsics.Names {
    private static final Map<String, String> PSEUDO = Map.of(
            "AWS::Region",
            LocalAddresses.REGION,
            "AWS::AccountId",
            LocalAddresses.ACCOUNT,
            "AWS::Partition",
            "aws",
            "AWS::URLSuffix",
            "amazonaws.com",
            "AWS::StackName",
            LocalAddresses.STACK,
            "AWS::StackId",
            LocalAddresses.arn("cloudformation", "stack/" + LocalAddresses.STACK + "/local"));

    private final Map<String, String> parameters;
    private final Map<String, Resource> resources;
    private final Map<String, Node> conditions;
    private final LocalAddresses addresses;
    private final Intrinsics intrinsics;
    private final Map<String, Boolean> decided = new HashMap<>();

    StackNames(
            Template template,
            Map<String, String> parameters,
            Map<String, Resource> resources,
            LocalAddresses addresses) {
        this.parameters = parameters;
        this.resources = resources;
        this.conditions = template.section("Conditions");
        this.addresses = addresses;
        this.intrinsics = new Intrinsics(template, this);
    }

    /** Resolves by these names. */
    Intrinsics intrinsics() {
        return intrinsics;
    }

    @Override
    public @Nullable String ref(String name) {
        String value = PSEUDO.get(name);
        if (value == null) {
            value = parameters.get(name);
        }
        Resource resource = resources.get(name);
        return value != null || resource == null ? value : reference(resource);
    }

    private String reference(Resource resource) {
        return switch (resource.type()) {
            case "AWS::SQS::Queue" -> addresses.queueUrl(name(resource));
            case "AWS::SNS::Topic" -> LocalAddresses.arn("sns", name(resource));
            case "AWS::Serverless::LayerVersion" -> LocalAddresses.arn("lambda", "layer:" + resource.id() + ":1");
            case "AWS::DynamoDB::Table", "AWS::Serverless::Function", "AWS::S3::Bucket" -> name(resource);
            default -> resource.id();
        };
    }

    @Override
    public @Nullable String attribute(String id, String attribute) {
        Resource resource = resources.get(id);
        if (resource == null) {
            return null;
        }
        return switch (resource.type() + " " + attribute) {
            case "AWS::SQS::Queue Arn" -> LocalAddresses.arn("sqs", name(resource));
            case "AWS::SQS::Queue QueueName" -> name(resource);
            case "AWS::SQS::Queue QueueUrl" -> addresses.queueUrl(name(resource));
            case "AWS::S3::Bucket Arn" -> "arn:aws:s3:::" + name(resource);
            case "AWS::DynamoDB::Table Arn" -> LocalAddresses.arn("dynamodb", "table/" + name(resource));
            case "AWS::DynamoDB::Table StreamArn" ->
                LocalAddresses.arn("dynamodb", "table/" + name(resource) + "/stream/latest");
            case "AWS::Serverless::Function Arn" -> LocalAddresses.arn("lambda", "function:" + name(resource));
            case "AWS::Serverless::Function Alias" ->
                LocalAddresses.arn("lambda", "function:" + name(resource) + ":live");
            case "AWS::Cognito::UserPool Arn" -> LocalAddresses.arn("cognito-idp", "userpool/" + id);
            case "AWS::Logs::LogGroup Arn" -> LocalAddresses.arn("logs", "log-group:" + id + ":*");
            default -> null;
        };
    }

    @Override
    public @Nullable Boolean condition(String name) {
        Node condition = conditions.get(name);
        if (condition == null) {
            return null;
        }
        Boolean known = decided.get(name);
        if (known == null) {
            known = intrinsics.resolve(condition).asBoolean();
            decided.put(name, known);
        }
        return known;
    }

    /** The name of a table, queue, function, bucket or topic: its own, or else one from the stack's name and its logical id. */
    String name(Resource resource) {
        String property =
                switch (resource.type()) {
                    case "AWS::SQS::Queue" -> "QueueName";
                    case "AWS::DynamoDB::Table" -> "TableName";
                    case "AWS::S3::Bucket" -> "BucketName";
                    case "AWS::Serverless::Function" -> "FunctionName";
                    default -> "Name";
                };
        String made = LocalAddresses.STACK + "-" + resource.id() + (isFifo(resource) ? ".fifo" : "");
        return resource.property(property)
                .map(written -> intrinsics.resolve(written).asText())
                .orElse(resource.type().equals("AWS::S3::Bucket") ? made.toLowerCase(Locale.ROOT) : made);
    }

    private static boolean isFifo(Resource resource) {
        return resource.property("FifoQueue").orElse(null) instanceof ScalarNode fifo
                && fifo.getValue().equals("true");
    }
}
