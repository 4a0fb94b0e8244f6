package dev.shopbell.local.template;

import java.util.Set;

/** The resource types that ./bot up knows: those that it runs, and those that have nothing to do on a laptop. */
final class ResourceTypes {
    static final Set<String> RUN = Set.of(
            "AWS::Serverless::Function",
            "AWS::Serverless::HttpApi",
            "AWS::Serverless::LayerVersion",
            "AWS::ApiGatewayV2::Api",
            "AWS::ApiGatewayV2::Integration",
            "AWS::ApiGatewayV2::Route",
            "AWS::ApiGatewayV2::Stage",
            "AWS::SQS::Queue",
            "AWS::DynamoDB::Table",
            "AWS::S3::Bucket",
            "AWS::Cognito::UserPool",
            "AWS::Cognito::UserPoolClient");

    /** Permissions, alarms, logs and the like: nobody would notice them here. */
    static final Set<String> INERT = Set.of(
            "AWS::ApiGatewayV2::Deployment",
            "AWS::ApiGatewayV2::ApiMapping",
            "AWS::ApiGatewayV2::DomainName",
            "AWS::Lambda::Permission",
            "AWS::CloudWatch::Alarm",
            "AWS::CloudWatch::Dashboard",
            "AWS::Logs::LogGroup",
            "AWS::Logs::MetricFilter",
            "AWS::SNS::Topic",
            "AWS::SNS::TopicPolicy",
            "AWS::SNS::Subscription",
            "AWS::SQS::QueuePolicy",
            "AWS::IAM::Role",
            "AWS::IAM::Policy",
            "AWS::IAM::ManagedPolicy",
            "AWS::Budgets::Budget",
            "AWS::Cognito::UserPoolDomain",
            "AWS::Cognito::UserPoolGroup");

    private ResourceTypes() {}
}
