package dev.shopbell.template;

import java.util.Map;

/** The resource types that cost nothing while nobody uses them, and why. What is not listed may not be in the template. */
final class FreeWhileIdle {

    /** Type to the reason, by AWS's price pages. */
    static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("AWS::Serverless::Function", "Lambda bills requests and time; SnapStart is free for Java"),
            Map.entry("AWS::Serverless::LayerVersion", "Stored within the 75 GB that every account has"),
            Map.entry("AWS::Serverless::HttpApi", "Billed by the request"),
            Map.entry("AWS::ApiGatewayV2::Api", "Billed by the message and by the minute that a socket is open"),
            Map.entry("AWS::ApiGatewayV2::Integration", "Configuration of an API"),
            Map.entry("AWS::ApiGatewayV2::Route", "Configuration of an API"),
            Map.entry("AWS::ApiGatewayV2::Deployment", "Configuration of an API"),
            Map.entry("AWS::ApiGatewayV2::Stage", "Configuration of an API"),
            Map.entry("AWS::Lambda::Permission", "Configuration of a function"),
            Map.entry("AWS::SQS::Queue", "Billed by the request; a million a month are free, a poller takes 650,000"),
            Map.entry("AWS::DynamoDB::Table", "On demand: billed by the request; 25 GB are free"),
            Map.entry("AWS::S3::Bucket", "Billed by the gigabyte and the request; a file is deleted after 90 days"),
            Map.entry("AWS::Cognito::UserPool", "Lite: billed by the user who signs in; 10,000 a month are free"),
            Map.entry("AWS::Cognito::UserPoolClient", "Configuration of a pool"),
            Map.entry(
                    "AWS::SNS::Topic",
                    "Billed by the notification; 1,000 e-mails and 100,000 HTTPS posts a month are free"),
            Map.entry("AWS::SNS::TopicPolicy", "Configuration of a topic"),
            Map.entry("AWS::SNS::Subscription", "Configuration of a topic"),
            Map.entry("AWS::CloudWatch::Alarm", "Ten in an account are free; a test counts them"),
            Map.entry("AWS::Logs::LogGroup", "Billed by what is written; 5 GB are free, and retention is bounded"));

    private FreeWhileIdle() {}
}
