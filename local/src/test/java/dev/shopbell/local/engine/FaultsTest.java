package dev.shopbell.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FaultsTest {
    @Test
    void strike_as_often_as_ordered_and_nowhere_else() {
        var faults = new Faults();
        faults.order(new Faults.Fault("dynamodb", "PutItem", 500, "InternalServerError", 2));
        assertThat(faults.next("dynamodb", "Query")).isEmpty();
        assertThat(faults.next("sqs", "PutItem")).isEmpty();
        assertThat(faults.next("dynamodb", "PutItem")).isPresent();
        assertThat(faults.next("dynamodb", "PutItem")).isPresent();
        assertThat(faults.next("dynamodb", "PutItem")).isEmpty();
    }

    @Test
    void strike_every_operation_where_none_is_named() {
        var faults = new Faults();
        faults.order(new Faults.Fault("sqs", "", 503, "ServiceUnavailable", 1));
        assertThat(faults.next("sqs", "SendMessage")).isPresent();
    }
}
