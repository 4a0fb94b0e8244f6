package dev.shopbell.local.up;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.engine.Engines;
import dev.shopbell.local.engine.Meters;
import dev.shopbell.local.lambda.InvocationResult;
import dev.shopbell.local.lambda.Lambda;
import dev.shopbell.local.source.EventSource;
import dev.shopbell.local.source.ExpiredItems;
import dev.shopbell.local.source.Positions;
import dev.shopbell.local.source.QueueSource;
import dev.shopbell.local.source.ScheduleSource;
import dev.shopbell.local.source.StreamSource;
import dev.shopbell.local.template.EventSpec;
import dev.shopbell.local.template.FunctionSpec;
import dev.shopbell.local.wire.Background;
import dev.shopbell.local.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Makes the event sources that the functions ask for. */
final class Sources {
    private final Lambda lambda;
    private final Engines engines;
    private final Positions positions;
    private final ExpiredItems expired;
    private final Background background;
    private final Meters meters;

    Sources(
            Lambda lambda,
            Engines engines,
            Positions positions,
            ExpiredItems expired,
            Background background,
            Meters meters) {
        this.lambda = lambda;
        this.engines = engines;
        this.positions = positions;
        this.expired = expired;
        this.background = background;
        this.meters = meters;
    }

    List<EventSource> of(List<FunctionSpec> functions) {
        List<EventSource> sources = new ArrayList<>();
        var clients = new StreamSource.StreamClients(engines.tables(), engines.streams(), engines.queues(), expired);
        for (FunctionSpec function : functions) {
            String id = function.id();
            for (EventSpec event : function.events()) {
                switch (event) {
                    case EventSpec.Http route -> {
                        // The HTTP API's own.
                    }
                    case EventSpec.Queue queue ->
                        sources.add(new QueueSource(queue, id, engines.queues(), this::invoke, background, meters));
                    case EventSpec.Stream stream -> {
                        var source = new StreamSource(stream, id, clients, this::invoke, positions, background);
                        engines.onWrite(source::poke);
                        sources.add(source);
                    }
                    case EventSpec.Schedule schedule ->
                        sources.add(new ScheduleSource(
                                schedule, id, input -> lambda.invokeLater(id, Json.bytes(input)), background));
                }
            }
        }
        return sources;
    }

    private Optional<JsonNode> invoke(String function, JsonNode event) throws InterruptedException {
        try {
            InvocationResult result = lambda.invoke(function, Json.bytes(event)).get();
            return result.failed() ? Optional.empty() : Optional.of(Json.parse(result.payload()));
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
