package dev.shopbell.aws;

import static dev.shopbell.aws.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.platform.SharedRate;
import dev.shopbell.platform.SharedRate.Bucket;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** {@link SharedRate} over a table that is one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SharedRateTest {

    /** Holds ten, gains ten in a second. */
    private static final Bucket BUCKET = new Bucket("whatsapp#77", 10, Duration.ofMillis(100));

    private final Cloud cloud = new Cloud();
    private final String table = cloud.conversationsTable();

    /** Two environments: neither knows what the other took. */
    private final SharedRate one = new SharedRate(cloud.dynamo(), table);

    private final SharedRate other = new SharedRate(cloud.dynamo(), table);

    @AfterEach
    void clean() {
        cloud.close();
    }

    @Test
    void a_full_bucket_gives_what_it_holds_to_whoever_comes() {
        assertThat(one.lease(BUCKET, 1, 4, NOON).amount()).isEqualTo(4);
        assertThat(other.lease(BUCKET, 1, 4, NOON).amount()).isEqualTo(4);
        assertThat(one.lease(BUCKET, 1, 4, NOON).amount()).as("the rest").isEqualTo(2);

        var nothing = other.lease(BUCKET, 1, 4, NOON);
        assertThat(nothing.amount()).isZero();
        assertThat(nothing.after()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void it_fills_with_time_and_no_further_than_full() {
        one.lease(BUCKET, 1, 10, NOON);

        assertThat(other.lease(BUCKET, 1, 10, NOON.plusMillis(300)).amount()).isEqualTo(3);
        assertThat(one.lease(BUCKET, 1, 99, NOON.plusSeconds(3_000)).amount()).isEqualTo(10);
        assertThat(other.lease(BUCKET, 1, 99, NOON.plusSeconds(3_000)).amount()).isZero();
    }

    @Test
    void less_than_what_is_needed_is_not_taken() {
        one.lease(BUCKET, 1, 8, NOON);

        var nothing = other.lease(BUCKET, 3, 3, NOON);
        assertThat(nothing.amount()).isZero();
        assertThat(nothing.after()).isEqualTo(Duration.ofMillis(100));
        assertThat(other.lease(BUCKET, 2, 2, NOON).amount()).isEqualTo(2);
    }

    @Test
    void more_than_it_holds_is_taken_from_a_full_one_and_owed() {
        assertThat(one.lease(BUCKET, 15, 15, NOON).amount()).isEqualTo(15);

        assertThat(other.lease(BUCKET, 1, 1, NOON.plusMillis(500)).amount()).isZero();
        assertThat(other.lease(BUCKET, 1, 1, NOON.plusMillis(600)).amount()).isEqualTo(1);
    }

    @Test
    void of_many_who_ask_at_once_no_more_get_something_than_there_is() throws Exception {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = IntStream.range(0, 16)
                    .<Callable<Integer>>mapToObj(i -> () -> new SharedRate(cloud.dynamo(), table)
                            .lease(BUCKET, 1, 2, NOON)
                            .amount())
                    .toList();
            var had = 0;
            for (var answer : workers.invokeAll(asking)) {
                had += answer.get();
            }
            assertThat(had).isBetween(1, 10);
        }
    }

    @Test
    void buckets_know_nothing_of_one_another() {
        one.lease(BUCKET, 1, 10, NOON);

        assertThat(one.lease(new Bucket("messenger#5", 10, Duration.ofMillis(100)), 1, 10, NOON)
                        .amount())
                .isEqualTo(10);
    }
}
