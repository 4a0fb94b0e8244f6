package dev.shopbell.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What can be read in the file by itself, with no tool of AWS's. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplatePromisesTest {

    private static final String FUNCTION = "AWS::Serverless::Function";
    private static final String QUEUE = "AWS::SQS::Queue";
    private static final String TABLE = "AWS::DynamoDB::Table";

    private final SamTemplate template = SamTemplate.read();

    @Test
    void has_only_resources_that_are_free_while_idle() {
        assertThat(template.resources()).isNotEmpty().allSatisfy((name, resource) -> assertThat(FreeWhileIdle.REASONS)
                .as("%s: say in FreeWhileIdle why %s is free, or leave it out", name, resource.type())
                .containsKey(resource.type()));
    }

    @Test
    void bills_tables_by_the_request() {
        assertThat(template.resources(TABLE)).isNotEmpty().allSatisfy((name, table) -> {
            assertThat(table.property("BillingMode")).contains("PAY_PER_REQUEST");
            assertThat(table.property("ProvisionedThroughput")).isEmpty();
            assertThat(table.property("PointInTimeRecoverySpecification"))
                    .as("billed by the gigabyte: the owner turns it on")
                    .contains(Map.of("PointInTimeRecoveryEnabled", Map.of("!Ref", "PointInTimeRecovery")));
        });
        assertThat(SamTemplate.map(SamTemplate.map(template.root().get("Parameters"))
                                .get("PointInTimeRecovery"))
                        .get("Default"))
                .isEqualTo("false");
    }

    @Test
    void provisions_nothing_ahead() {
        assertThat(SamTemplate.FILE)
                .content()
                .doesNotContain("ProvisionedConcurrency", "ProvisionedThroughput", "VpcConfig", "KmsMasterKeyId");
    }

    @Test
    void deletes_what_is_old_from_every_table_by_itself() {
        assertThat(template.resources(TABLE)).allSatisfy((name, table) -> assertThat(SamTemplate.map(
                        table.property("TimeToLiveSpecification").orElse(Map.of())))
                .as(name)
                .extracting("Enabled")
                .isEqualTo(true));
    }

    @Test
    void snapshots_every_function_behind_its_live_alias() {
        var globals = template.functionGlobals();
        assertThat(template.resources(FUNCTION)).hasSizeGreaterThanOrEqualTo(6).allSatisfy((name, function) -> {
            assertThat(function.property("SnapStart").orElse(globals.get("SnapStart")))
                    .as(name)
                    .isEqualTo(Map.of("ApplyOn", "PublishedVersions"));
            assertThat(function.property("AutoPublishAlias").orElse(globals.get("AutoPublishAlias")))
                    .as(name)
                    .isEqualTo("live");
        });
    }

    @Test
    void keeps_no_log_for_ever() {
        var groups = template.resources("AWS::Logs::LogGroup");
        assertThat(groups.values()).allSatisfy(group -> assertThat(group.property("RetentionInDays"))
                .isPresent());
        assertThat(template.resources(FUNCTION)).allSatisfy((name, function) -> {
            var logging = SamTemplate.map(function.property("LoggingConfig").orElse(Map.of()));
            assertThat(groups)
                    .as(name)
                    .containsKey(String.valueOf(
                            SamTemplate.map(logging.get("LogGroup")).get("!Ref")));
        });
    }

    @Test
    void allows_each_function_named_actions_on_named_resources_only() {
        assertThat(template.resources(FUNCTION)).allSatisfy((name, function) -> {
            assertThat(function.property("Role")).as(name).isEmpty();
            for (var statement : function.statements()) {
                assertThat(SamTemplate.list(statement.get("Action")))
                        .as(name)
                        .isNotEmpty()
                        .allSatisfy(action -> assertThat(action).asString().matches("[a-z0-9-]+:[A-Za-z]+"));
                assertThat(SamTemplate.list(statement.get("Resource")))
                        .as(name)
                        .isNotEmpty()
                        .allSatisfy(resource -> assertThat(resource).isInstanceOf(Map.class));
            }
        });
    }

    @Test
    void has_a_dead_letter_queue_for_whatever_is_consumed_and_an_alarm_within_the_free_ten() {
        var queues = template.resources(QUEUE);
        assertThat(queues.keySet())
                .filteredOn(name -> !name.endsWith("DeadLetters"))
                .allSatisfy(name -> assertThat(template.resource(name).property("RedrivePolicy"))
                        .as(name)
                        .isPresent());
        assertThat(template.resources(FUNCTION).values())
                .flatExtracting(
                        function -> SamTemplate.map(function.property("Events").orElse(Map.of()))
                                .values())
                .filteredOn(event -> "DynamoDB".equals(SamTemplate.map(event).get("Type")))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(
                                SamTemplate.map(SamTemplate.map(event).get("Properties"))
                                        .get("DestinationConfig"))
                        .isNotNull());
        assertThat(template.resources("AWS::CloudWatch::Alarm")).hasSizeBetween(1, 10);
    }

    @Test
    void locks_a_message_for_longer_than_its_function_may_run() {
        var visibility =
                template.resource("InboundQueue").property("VisibilityTimeout").orElseThrow();
        var timeout = template.resource("DialogueFunction").property("Timeout").orElseThrow();

        assertThat((Integer) visibility).isGreaterThanOrEqualTo((Integer) timeout);
    }

    @Test
    void keeps_customers_files_to_itself_and_not_for_ever() {
        var buckets = template.resources("AWS::S3::Bucket");
        assertThat(buckets).hasSize(1).allSatisfy((name, bucket) -> {
            assertThat(SamTemplate.map(
                            bucket.property("PublicAccessBlockConfiguration").orElse(Map.of())))
                    .as(name)
                    .hasSize(4)
                    .allSatisfy((what, blocked) -> assertThat(blocked).isEqualTo(true));
            assertThat(bucket.property("BucketEncryption")).as(name).isPresent();
            assertThat(String.valueOf(bucket.property("LifecycleConfiguration").orElse("")))
                    .as(name)
                    .contains("ExpirationInDays={!Ref=MediaRetentionDays}");
        });
        assertThat(template.resources()).as("no policy opens it").doesNotContainKey("MediaBucketPolicy");
    }

    @Test
    void packs_what_the_build_makes() {
        assertThat(template.resources(FUNCTION).values())
                .extracting(
                        function -> String.valueOf(function.property("CodeUri").orElse("")))
                .allMatch(List.of("webhook", "nlu", "dialogue", "handover", "analytics", "engine").stream()
                        .map(name -> "../functions/" + name + "/target/function.zip")
                        .toList()::contains);
    }
}
