package dev.shopbell.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The very template that AWS gets. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateOfTheProjectTest {
    private static final Path FILE = Path.of("..", "infra", "template.yaml");
    private static final LocalAddresses HERE =
            new LocalAddresses(URI.create("http://127.0.0.1:8080"), URI.create("http://127.0.0.1:9324"));

    private Template template;
    private Stack stack;

    @BeforeEach
    void read() throws Exception {
        template = Template.read(FILE, "infra/template.yaml");
        stack = StackReader.read(template, Parameters.of(template, Map.of("MaxAttempts", "7")), HERE);
    }

    @Test
    void holds_nothing_that_is_not_known_here() {
        assertThat(stack.functions())
                .extracting(FunctionSpec::id)
                .contains(
                        "WebhookFunction", "DialogueFunction", "NluFunction", "HandoverFunction", "AnalyticsFunction");
        assertThat(stack.inert()).contains("AWS::CloudWatch::Alarm", "AWS::Logs::LogGroup");
    }

    @Test
    void gives_functions_the_globals_under_their_own_properties() {
        FunctionSpec dialogue = function("DialogueFunction");
        assertThat(dialogue.handler()).endsWith("QuarkusStreamHandler::handleRequest");
        assertThat(dialogue.environment())
                .containsEntry("SETTINGS_PATH", "/shopbell")
                .containsEntry("QUARKUS_LAMBDA_HANDLER", "dialogue")
                .containsEntry("INBOUND_QUEUE_URL", "http://127.0.0.1:9324/000000000000/shopbell-inbound.fifo")
                .containsEntry(
                        "NLU_FUNCTION", "arn:aws:lambda:us-east-1:000000000000:function:shopbell-NluFunction:live");
        assertThat(dialogue.environment().get("JAVA_TOOL_OPTIONS")).contains("-XX:+UseSerialGC");
        assertThat(dialogue.layers())
                .containsExactly(
                        Path.of("..", "target", "bot-layer").toAbsolutePath().normalize());
    }

    @Test
    void finds_the_apis_on_this_machine() {
        assertThat(function("WebhookFunction").environment())
                .containsEntry("SOCKET_URL", "ws://127.0.0.1:8080/web/socket");
        assertThat(function("DialogueFunction").environment())
                .containsEntry("SOCKET_CONNECTIONS_URL", "http://127.0.0.1:8080/_connections/SocketApi/live")
                .containsEntry("PUBLIC_BASE_URL", "http://127.0.0.1:8080");
        assertThat(stack.outputs()).containsEntry("WebChat", "http://127.0.0.1:8080/");
    }

    @Test
    void has_one_bucket_that_forgets_and_says_its_name_to_those_who_use_it() {
        assertThat(stack.buckets()).singleElement().satisfies(bucket -> {
            assertThat(bucket.name()).isEqualTo("shopbell-mediabucket");
            assertThat(bucket.days()).contains(Duration.ofDays(90));
        });
        assertThat(function("HandoverFunction").environment()).containsEntry("MEDIA_BUCKET", "shopbell-mediabucket");
        assertThat(function("WebhookFunction").environment()).containsEntry("MEDIA_BUCKET", "shopbell-mediabucket");
        assertThat(function("DialogueFunction").environment()).doesNotContainKey("MEDIA_BUCKET");
    }

    @Test
    void puts_parameters_in_their_places() {
        assertThat(stack.queues())
                .filteredOn(queue -> queue.id().equals("InboundQueue"))
                .singleElement()
                .satisfies(queue -> assertThat(queue.attributes().get("RedrivePolicy"))
                        .contains("\"maxReceiveCount\":\"7\"")
                        .contains(":shopbell-inbound-dead-letters.fifo"));
    }

    @Test
    void takes_settings_under_the_names_of_environment_variables() {
        assertThat(Parameters.fromSettings(template, Map.of("GRAPH_API_URL", "http://x", "META_APP_SECRET", "s")))
                .containsExactly(Map.entry("GraphApiUrl", "http://x"));
    }

    @Test
    void knows_whose_tokens_the_desk_takes() {
        assertThat(stack.httpApi().orElseThrow().authorizers())
                .containsEntry(
                        "Agents",
                        new Stack.JwtAuthorizer(
                                "http://127.0.0.1:8080/_identity/AgentPool", List.of("AgentPoolClient")));
    }

    @Test
    void leads_sockets_to_their_function() {
        assertThat(stack.socketApis()).singleElement().satisfies(api -> {
            assertThat(api.localPath()).isEqualTo("/web/socket");
            assertThat(api.functions())
                    .containsEntry("$connect", "SocketFunction")
                    .hasSize(3);
        });
    }

    @Test
    void has_filters_and_windows_on_its_streams() {
        assertThat(function("AnalyticsFunction").events())
                .first()
                .isInstanceOfSatisfying(EventSpec.Stream.class, stream -> {
                    assertThat(stream.table()).isEqualTo("shopbell-ConversationsTable");
                    assertThat(stream.tumblingWindowSeconds()).isEqualTo(60);
                    assertThat(stream.filters()).hasSize(1);
                    assertThat(stream.onFailureArn()).isPresent();
                });
    }

    @Test
    void has_no_second_engine_until_one_is_wanted() throws Exception {
        assertThat(stack.functions()).extracting(FunctionSpec::id).doesNotContain("SecondEngineFunction");
        assertThat(function("DialogueFunction").environment())
                .containsEntry("SECOND_ENGINE_NAME", "")
                .containsEntry("SECOND_ENGINE_FUNCTION", "");

        Map<String, String> wanted = Parameters.of(
                template, Map.of("SecondEngine", "lex", "LexBotId", "ABCDEFGHIJ", "LexBotAliasId", "TSTALIASID"));
        Rules.check(template, wanted);
        stack = StackReader.read(template, wanted, HERE);
        assertThat(function("SecondEngineFunction").environment()).containsEntry("LEX_LOCALES", "en=en_US");
        assertThat(function("DialogueFunction").environment())
                .containsEntry("SECOND_ENGINE_NAME", "lex:ABCDEFGHIJ/TSTALIASID")
                .containsEntry("COUNTERS_TABLE", "shopbell-CountersTable");
    }

    @Test
    void says_what_a_second_engine_lacks_before_anything_is_made() {
        assertThatThrownBy(() -> Rules.check(template, Parameters.of(template, Map.of("SecondEngine", "lex"))))
                .isInstanceOf(TemplateProblem.class)
                .hasMessageContaining("infra/template.yaml:")
                .hasMessageContaining("needs LexBotId")
                .hasMessageContaining("--env file");
        assertThatThrownBy(() -> Rules.check(template, Parameters.of(template, Map.of("SecondEngine", "bedrock"))))
                .hasMessageContaining("needs BedrockModelId");
        assertThatThrownBy(() -> Parameters.of(template, Map.of("SecondEngine", "watson")))
                .hasMessageContaining("parameter SecondEngine is \"watson\". It can be lex, bedrock, or empty.");
    }

    private FunctionSpec function(String id) {
        return stack.functions().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
