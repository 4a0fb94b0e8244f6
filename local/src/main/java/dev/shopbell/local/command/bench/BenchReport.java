package dev.shopbell.local.command.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.command.Json;
import dev.shopbell.local.command.Table;
import java.util.Locale;

/** The report as people read it, each number beside its budget where it has one. */
final class BenchReport {
    private static final double WRITE_UNITS = 4;
    private static final double READ_UNITS = 2;
    /** Without a sentence embedding; 15 with one. */
    private static final double CPU_MILLIS = 5;

    private static final double ACKNOWLEDGED_P99_MILLIS = 50;
    private static final double FUNCTION_RATIO = 0.30;
    private static final double CHAIN_RATIO = 0.60;
    private static final double RESTORE_MILLIS = 100;

    private BenchReport() {}

    static String channels(JsonNode channels) {
        var table = new Table(
                "ONE AT A TIME",
                "TURNS",
                "NO REPLY",
                "ACK P50",
                "ACK P99",
                "REPLY P50",
                "REPLY P99",
                "CPU MS",
                "WRITES",
                "READS",
                "AWS CALLS",
                "COLD");
        for (var each : channels.properties()) {
            var channel = each.getValue();
            table.row(
                    each.getKey(),
                    channel.path("turns").asLong(),
                    channel.path("unanswered").asLong(),
                    tenths(channel, "acknowledgedP50Millis"),
                    tenths(channel, "acknowledgedP99Millis"),
                    tenths(channel, "repliedP50Millis"),
                    tenths(channel, "repliedP99Millis"),
                    tenths(channel, "cpuMillisPerTurn"),
                    hundredths(channel, "writeUnitsPerTurn"),
                    hundredths(channel, "readUnitsPerTurn"),
                    tenths(channel, "requestsPerTurn"),
                    channel.path("coldStarts").asLong());
        }
        return table.toString();
    }

    /** CPU of each function, over all channels' turns. */
    static ObjectNode functions(JsonNode channels) {
        var functions = Json.object();
        var turns = 0L;
        for (var channel : channels) {
            turns += channel.path("turns").asLong();
            for (var each : channel.path("cpuMillis").properties()) {
                functions.put(
                        each.getKey(),
                        functions.path(each.getKey()).asDouble()
                                + each.getValue().asDouble());
            }
        }
        var perTurn = Json.object();
        for (var each : functions.properties()) {
            perTurn.put(each.getKey(), each.getValue().asDouble() / Math.max(1, turns));
        }
        return perTurn;
    }

    static String functions(JsonNode cpuPerTurn, JsonNode zero) {
        var table =
                new Table("FUNCTION", "CPU MS A TURN", "START TO RESPONSE MS", "OF STOCK", "RESTORE TO RESPONSE MS");
        for (var each : cpuPerTurn.properties()) {
            var start = zero.path("functions").path(each.getKey());
            table.row(
                    each.getKey(),
                    number(each.getValue().asDouble(), 2),
                    start.has("millis") ? number(start.path("millis").asDouble(), 0) : "-",
                    start.has("ratio") ? number(start.path("ratio").asDouble(), 2) : "-",
                    start.has("restoreMillis")
                            ? number(start.path("restoreMillis").asDouble(), 0)
                            : "-");
        }
        return table.toString();
    }

    /** The whole chain's first reply beside the stock function's first response, by the clock and in CPU time. */
    static String firstReply(JsonNode zero) {
        var cpu = zero.at("/firstReply/cpuMillis");
        return String.format(
                Locale.ROOT,
                "First reply from zero: %.0f ms, CPU %.0f ms; the stock function alone: %.0f ms, CPU %.0f ms; ratio %.3f%n",
                zero.at("/firstReply/millis").asDouble(),
                cpu.valueStream().mapToDouble(JsonNode::asDouble).sum(),
                zero.at("/stock/millis").asDouble(),
                zero.at("/stock/cpuMillis").asDouble(),
                zero.at("/firstReply/ratio").asDouble());
    }

    static String budgets(JsonNode report) {
        var table = new Table("BUDGET", "AT MOST", "WORST", "");
        budget(table, "Write units a turn", WRITE_UNITS, worst(report.path("channels"), "writeUnitsPerTurn"));
        budget(table, "Read units a turn", READ_UNITS, worst(report.path("channels"), "readUnitsPerTurn"));
        budget(table, "CPU ms a turn", CPU_MILLIS, worst(report.path("channels"), "cpuMillisPerTurn"));
        budget(
                table,
                "Acknowledgement p99 ms",
                ACKNOWLEDGED_P99_MILLIS,
                worst(report.path("channels"), "acknowledgedP99Millis"));
        if (report.has("zero")) {
            var zero = report.path("zero");
            budget(table, "A function's start, of stock", FUNCTION_RATIO, worst(zero.path("functions"), "ratio"));
            budget(
                    table,
                    "Restore to first response ms",
                    RESTORE_MILLIS,
                    worst(zero.path("functions"), "restoreMillis"));
            budget(
                    table,
                    "First reply from zero, of stock",
                    CHAIN_RATIO,
                    zero.at("/firstReply/ratio").asDouble());
        }
        return table.toString();
    }

    private static void budget(Table table, String what, double atMost, double worst) {
        table.row(what, number(atMost, 2), number(worst, 2), worst <= atMost ? "kept" : "MISSED");
    }

    private static double worst(JsonNode all, String field) {
        var worst = 0.0;
        for (var each : all) {
            worst = Math.max(worst, each.path(field).asDouble());
        }
        return worst;
    }

    private static String tenths(JsonNode node, String field) {
        return number(node.path(field).asDouble(), 1);
    }

    private static String hundredths(JsonNode node, String field) {
        return number(node.path(field).asDouble(), 2);
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
