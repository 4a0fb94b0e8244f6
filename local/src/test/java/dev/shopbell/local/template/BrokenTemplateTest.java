package dev.shopbell.local.template;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not known is named with its line, never ignored. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokenTemplateTest {
    private final Path directory;

    BrokenTemplateTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void names_a_resource_type_that_it_does_not_know() {
        assertThatThrownBy(() -> read("""
                Resources:
                  Cache:
                    Type: AWS::ElastiCache::CacheCluster
                """))
                .hasMessageContaining("t.yaml:3")
                .hasMessageContaining("Cache")
                .hasMessageContaining("ElastiCache");
    }

    @Test
    void names_a_function_of_the_language_that_it_does_not_know() {
        assertThatThrownBy(() -> read("""
                Resources:
                  Queue:
                    Type: AWS::SQS::Queue
                    Properties:
                      QueueName: !ImportValue elsewhere
                """)).hasMessageContaining("t.yaml:5").hasMessageContaining("Fn::ImportValue");
    }

    @Test
    void names_a_reference_to_nothing() {
        assertThatThrownBy(() -> read("""
                Resources:
                  Queue:
                    Type: AWS::SQS::Queue
                    Properties: {QueueName: !Sub "${Nothing}-queue"}
                """)).hasMessageContaining("t.yaml:4").hasMessageContaining("Nothing");
    }

    @Test
    void names_an_event_type_that_it_does_not_run() {
        assertThatThrownBy(() -> read(function("Bucket: {Type: S3, Properties: {Bucket: b}}")))
                .hasMessageContaining("t.yaml:7")
                .hasMessageContaining("S3");
    }

    @Test
    void names_an_event_property_that_it_would_ignore() {
        assertThatThrownBy(() -> read(function("Q: {Type: SQS, Properties: {Queue: q, FilterCriteria: {}}}")))
                .hasMessageContaining("FilterCriteria");
    }

    @Test
    void names_a_parameter_without_a_value() {
        assertThatThrownBy(() -> read("""
                Parameters:
                  Needed: {Type: String}
                Resources: {}
                """)).hasMessageContaining("Needed");
    }

    private static String function(String event) {
        return """
                Resources:
                  Function:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: f.zip
                      Events:
                        %s
                """.formatted(event);
    }

    private Stack read(String text) throws Exception {
        Path file = Files.writeString(directory.resolve("t.yaml"), text);
        Template template = Template.read(file, "t.yaml");
        var here = new LocalAddresses(URI.create("http://127.0.0.1:1"), URI.create("http://127.0.0.1:2"));
        return StackReader.read(template, Parameters.of(template, Map.of()), here);
    }
}
