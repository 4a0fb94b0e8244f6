package dev.shopbell.local.command.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.command.Json;
import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The meters of a hundred imaginary turns, reckoned by hand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BillTest {
    private static final Offset<Double> EXACTLY = within(1e-12);

    private PriceList list = new PriceList(Json.object());
    private JsonNode measured = Json.object();

    @BeforeEach
    void read() throws Exception {
        list = PriceList.read(Path.of("..").resolve(Path.of("benchmarks", "prices-us-east-1-2026-11.json")));
        measured = Json.read("""
                {"turns": 100, "sentBytes": 50000,
                 "cpuMillis": {"Dialogue": 500},
                 "meters": {
                   "gateway": {"api": {"requests": 400, "responseBytes": 150000}},
                   "sockets": {"live": {"messagesIn": 10, "messagesOut": 20, "connectionMinutes": 8}},
                   "lambda": {"Dialogue": {"invocations": 100, "billedMillis": 2000, "gigabyteSeconds": 1.0},
                              "Webhook": {"invocations": 400, "billedMillis": 1000, "gigabyteSeconds": 0.5}},
                   "dynamodb": {"PutItem": {"requests": 100, "writeUnits": 200},
                                "Query": {"requests": 100, "readUnits": 50}},
                   "sqs": {"SendMessageBatch": {"requests": 100, "payloadBytes": 80000}},
                   "pollers": {"inbound.fifo": {"ReceiveMessage": 110, "DeleteMessageBatch": 100}},
                   "stored": {"conversations": {"items": 300, "bytes": 150000}, "counters": {"items": 1, "bytes": 2000}},
                   "logs": {"Dialogue": {"bytes": 20000}},
                   "s3": {"PutObject": {"requests": 3}, "GetObject": {"requests": 5, "responseBytes": 40000}},
                   "ssm": {"GetParametersByPath": {"requests": 2}}}}
                """);
    }

    @Test
    void each_line_is_its_meter_times_its_price() {
        assertThat(dollars("gateway.http")).isEqualTo(400 * 1.00 / 1e6, EXACTLY);
        assertThat(dollars("gateway.message")).isEqualTo(30 * 1.00 / 1e6, EXACTLY);
        assertThat(dollars("gateway.minute")).isEqualTo(8 * 0.25 / 1e6, EXACTLY);
        assertThat(dollars("lambda.request")).isEqualTo(500 * 0.20 / 1e6, EXACTLY);
        assertThat(dollars("lambda.measured")).isEqualTo(1.5 * 0.0000133334, EXACTLY);
        assertThat(dollars("dynamodb.write")).isEqualTo(200 * 0.625 / 1e6, EXACTLY);
        assertThat(dollars("dynamodb.read")).isEqualTo(50 * 0.125 / 1e6, EXACTLY);
        assertThat(dollars("dynamodb.storage")).isEqualTo(152_000 / 1e9 * 3 * 0.25, EXACTLY);
        assertThat(dollars("sqs.fifo")).isEqualTo(310 * 0.50 / 1e6, EXACTLY);
        assertThat(dollars("logs.ingest")).isEqualTo(20_000 / 1e9 * 0.50, EXACTLY);
        assertThat(dollars("transfer.out")).isEqualTo(240_000 / 1e9 * 0.09, EXACTLY);
        assertThat(dollars("s3.put")).isEqualTo(3 * 0.005 / 1e3, EXACTLY);
        assertThat(dollars("s3.get")).isEqualTo(5 * 0.0004 / 1e3, EXACTLY);
        assertThat(dollars("kms.request")).isEqualTo(2 * 9 * 0.03 / 1e4, EXACTLY);
    }

    @Test
    void half_a_gigabyte_has_less_than_a_third_of_a_cpu_so_computing_takes_longer() {
        var slower = 1769.0 / 512 - 1;
        assertThat(dollars("lambda.share")).isEqualTo(0.5 * slower * 0.5 * 0.0000133334, EXACTLY);
    }

    @Test
    void ten_times_the_turns_cost_ten_times_as_much() {
        var once = Bill.of(Usage.of("web", measured, 100, list), list).dollars();
        assertThat(Bill.of(Usage.of("web", measured, 1_000, list), list).dollars())
                .isEqualTo(10 * once, EXACTLY);
    }

    @Test
    void on_aws_own_sms_each_request_was_published_and_delivered_by_sns() {
        var amounts = Usage.of("aws-sms", measured, 100, list).amounts();
        assertThat(amounts).containsEntry("sns.publish", 400.0).containsEntry("sns.http", 400.0);
        assertThat(Usage.of("sms", measured, 100, list).amounts()).containsEntry("sns.http", 0.0);
    }

    @Test
    void a_message_above_a_chunk_counts_for_each_chunk() throws IOException {
        var big = Json.read("""
                {"turns": 1, "meters": {"sqs": {"SendMessage": {"requests": 2, "payloadBytes": 262144}}}}""");
        assertThat(Usage.of("web", big, 1, list).amounts()).containsEntry("sqs.fifo", 2 + 2 * 2.0);
    }

    @Test
    void the_free_tier_is_taken_off_but_never_below_nothing() {
        var bill = Bill.of(Usage.of("web", measured, 100, list), list);
        assertThat(bill.beyondFree()).isLessThan(bill.dollars()).isPositive();
        assertThat(bill.lines())
                .allSatisfy(line -> assertThat(line.beyondFree()).isNotNegative());
    }

    @Test
    void a_month_without_visitors_pays_for_polling_and_nothing_of_it_within_the_free_tier() {
        var idle = Bill.of(Usage.idleMonth(list), list);
        assertThat(idle.dollars()).isGreaterThan(650_000 * 0.50 / 1e6);
        assertThat(idle.beyondFree()).isLessThan(0.005);
    }

    @Test
    void every_price_names_its_source() throws Exception {
        var file = Json.read(Path.of("..").resolve(Path.of("benchmarks", "prices-us-east-1-2026-11.json")));
        assertThat(file.path("prices"))
                .allSatisfy(price -> assertThat(price.path("source").asText()).startsWith("https://aws.amazon.com/"));
    }

    private double dollars(String key) {
        return Bill.of(Usage.of("web", measured, 100, list), list).lines().stream()
                .filter(line -> line.price().key().equals(key))
                .findFirst()
                .orElseThrow()
                .dollars();
    }
}
