package dev.shopbell.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.template.EventSpec;
import dev.shopbell.local.template.LocalAddresses;
import dev.shopbell.local.wire.Background;
import dev.shopbell.local.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;

/** Invokes a function when its schedule is due. Source: EventBridge user guide, "Scheduled Event". */
public final class ScheduleSource implements EventSource {
    private final EventSpec.Schedule spec;
    private final String function;
    private final ScheduleExpression expression;
    private final Consumer<JsonNode> invokeLater;
    private final Background background;
    private volatile boolean running = true;
    private volatile ZonedDateTime due = ZonedDateTime.now(ZoneOffset.UTC);

    /**
     * A schedule of the function.
     *
     * @param invokeLater invokes it asynchronously, as EventBridge does
     */
    public ScheduleSource(
            EventSpec.Schedule spec, String function, Consumer<JsonNode> invokeLater, Background background) {
        this.spec = spec;
        this.function = function;
        this.expression = ScheduleExpression.parse(spec.expression());
        this.invokeLater = invokeLater;
        this.background = background;
    }

    @Override
    public void start() {
        due = expression.next(due);
        background.after(Duration.between(Instant.now(), due.toInstant()), this::fire);
    }

    private void fire() {
        if (running) {
            invokeLater.accept(spec.input().map(Json::parse).orElseGet(() -> event(due.toInstant())));
            start();
        }
    }

    private ObjectNode event(Instant time) {
        ObjectNode event = Json.object()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.events")
                .put("account", LocalAddresses.ACCOUNT)
                .put("time", time.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", LocalAddresses.REGION);
        event.putArray("resources")
                .add(LocalAddresses.arn("events", "rule/" + LocalAddresses.STACK + "-" + function + spec.id()));
        event.putObject("detail");
        return event;
    }

    @Override
    public JsonNode describe() {
        return Json.object()
                .put("type", "schedule")
                .put("from", spec.expression())
                .put("function", function)
                .put("state", "due " + due.toInstant());
    }

    @Override
    public void stop() {
        running = false;
    }
}
