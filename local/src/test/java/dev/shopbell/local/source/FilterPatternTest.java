package dev.shopbell.local.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.local.wire.Json;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FilterPatternTest {
    private static final String TICKET = """
            {"eventName":"INSERT","dynamodb":{"NewImage":{"ticket":{"S":"t1"},"v":{"N":"1"}},"SizeBytes":42}}""";

    @Test
    void wants_every_key_and_any_of_its_values() {
        assertThat(matches("{\"eventName\":[\"INSERT\",\"MODIFY\"]}")).isTrue();
        assertThat(matches("{\"eventName\":[\"REMOVE\"]}")).isFalse();
        assertThat(matches("{\"eventName\":[\"INSERT\"],\"dynamodb\":{\"SizeBytes\":[7]}}"))
                .isFalse();
    }

    @Test
    void knows_what_is_there_and_what_is_not() {
        String ticket = "{\"dynamodb\":{\"NewImage\":{\"%s\":{\"S\":[{\"exists\":%s}]}}}}";
        assertThat(matches(ticket.formatted("ticket", "true"))).isTrue();
        assertThat(matches(ticket.formatted("rating", "true"))).isFalse();
        assertThat(matches(ticket.formatted("rating", "false"))).isTrue();
    }

    @Test
    void compares_as_it_is_told() {
        assertThat(matches("{\"eventName\":[{\"prefix\":\"INS\"}]}")).isTrue();
        assertThat(matches("{\"eventName\":[{\"suffix\":\"INS\"}]}")).isFalse();
        assertThat(matches("{\"eventName\":[{\"anything-but\":[\"INSERT\"]}]}")).isFalse();
        assertThat(matches("{\"eventName\":[{\"anything-but\":\"REMOVE\"}]}")).isTrue();
        assertThat(matches("{\"eventName\":[{\"equals-ignore-case\":\"insert\"}]}"))
                .isTrue();
        assertThat(matches("{\"dynamodb\":{\"SizeBytes\":[{\"numeric\":[\">\",41,\"<=\",42]}]}}"))
                .isTrue();
        assertThat(matches("{\"dynamodb\":{\"SizeBytes\":[{\"numeric\":[\"<\",42]}]}}"))
                .isFalse();
        assertThat(matches("{\"$or\":[{\"eventName\":[\"REMOVE\"]},{\"dynamodb\":{\"SizeBytes\":[42]}}]}"))
                .isTrue();
    }

    @Test
    void names_a_comparison_that_it_does_not_know() {
        assertThatThrownBy(() -> matches("{\"eventName\":[{\"cidr\":\"10.0.0.0/8\"}]}"))
                .hasMessageContaining("cidr");
    }

    private static boolean matches(String pattern) {
        return new FilterPattern(pattern).matches(Json.parse(TICKET));
    }
}
