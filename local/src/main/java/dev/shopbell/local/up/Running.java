package dev.shopbell.local.up;

import dev.shopbell.local.LocalServer;
import dev.shopbell.local.LocalSite;
import dev.shopbell.local.admin.AdminApi;
import dev.shopbell.local.admin.LoopbackGuard;
import dev.shopbell.local.admin.QueueDesk;
import dev.shopbell.local.engine.Engines;
import dev.shopbell.local.engine.Faults;
import dev.shopbell.local.engine.Meters;
import dev.shopbell.local.engine.Provision;
import dev.shopbell.local.engine.StoredBytes;
import dev.shopbell.local.gateway.HttpGateway;
import dev.shopbell.local.gateway.SocketConnections;
import dev.shopbell.local.gateway.SocketGateway;
import dev.shopbell.local.identity.OpenIdProvider;
import dev.shopbell.local.identity.Tokens;
import dev.shopbell.local.lambda.FunctionLogs;
import dev.shopbell.local.lambda.InvokeApi;
import dev.shopbell.local.lambda.Lambda;
import dev.shopbell.local.lambda.Launcher;
import dev.shopbell.local.lambda.RuntimeApi;
import dev.shopbell.local.objects.ObjectSite;
import dev.shopbell.local.objects.ObjectStore;
import dev.shopbell.local.parameters.ParameterStore;
import dev.shopbell.local.parameters.Settings;
import dev.shopbell.local.source.EventSource;
import dev.shopbell.local.source.ExpiredItems;
import dev.shopbell.local.source.Positions;
import dev.shopbell.local.template.Stack;
import dev.shopbell.local.wire.Background;
import dev.shopbell.local.wire.Loopback;
import dev.shopbell.local.wire.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ScheduledExecutorService;

/** Everything that {@code ./bot up} has running, put together from a stack. */
final class Running implements AutoCloseable {
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(20);

    private final Loopback door;
    private final Loopback services = new Loopback(0, 1);
    private final RuntimeApi runtimeApi = new RuntimeApi();
    private final Background background = new Background();
    private final Engines engines;
    private final Meters meters;
    private final Faults faults;
    private Optional<Lambda> lambda = Optional.empty();
    private Optional<ObjectStore> objects = Optional.empty();
    private List<EventSource> sources = List.of();

    Running(Loopback door, Engines engines, Meters meters, Faults faults) {
        this.door = door;
        this.engines = engines;
        this.meters = meters;
        this.faults = faults;
    }

    /** Puts the parts together and opens the door; the engines run by now. */
    void start(Stack stack, Settings settings, String settingsPath, Places places)
            throws IOException, InterruptedException {
        var provision = new Provision(engines);
        for (Stack.Table table : stack.tables()) {
            provision.table(table);
        }
        for (Stack.Queue queue : deadLettersFirst(stack.queues())) {
            provision.queue(queue);
        }
        var files = ObjectStore.open(stack.buckets(), places.data());
        objects = Optional.of(files);
        var logs = new FunctionLogs(places.logs(), places.logsOnConsole(), meters);
        var launcher = new Launcher(places.packages(), places.runtimeClient(), endpoints(stack), runtimeApi, logs);
        var functions = new Lambda(
                stack.functions(),
                launcher,
                runtimeApi,
                places.startupCaches(),
                places.idle(),
                background,
                meters,
                faults);
        lambda = Optional.of(functions);
        var parameters = new ParameterStore(settingsPath, settings, meters);
        services.serve(new Door(parameters).give("/2015-03-31", new InvokeApi(functions)));
        var expired = new ExpiredItems(engines.tables());
        var positions = Positions.open(places.data().map(data -> data.resolve("stream-positions.json")));
        sources = new Sources(functions, engines, positions, expired, background, meters).of(stack.functions());
        openDoor(
                stack,
                settings,
                functions,
                files,
                Tokens.open(places.data().map(data -> data.resolve("sign-in-key.json")), InstantSource.system()));
        sources.forEach(EventSource::start);
        background.every(BETWEEN_SWEEPS, () -> background.run(() -> sweep(expired, stack.tables(), files)));
    }

    /** What is where, and how long is idle. */
    record Places(
            Path packages,
            Path runtimeClient,
            Path startupCaches,
            Path logs,
            boolean logsOnConsole,
            Optional<Path> data,
            Duration idle) {}

    private void openDoor(Stack stack, Settings settings, Lambda functions, ObjectStore files, Tokens tokens) {
        URI server = door.address();
        var http = stack.httpApi()
                .map(api -> (io.undertow.server.HttpHandler)
                        new HttpGateway(api, stack.functions(), functions, tokens, meters))
                .orElse(exchange -> Reply.message(exchange, 404, "Not Found"));
        var admin = new AdminApi(new AdminApi.Parts(
                server,
                stack,
                functions,
                sources,
                new QueueDesk(stack.queues(), engines.queues()),
                meters,
                new StoredBytes(stack.tables().stream().map(Stack.Table::name).toList(), engines.tables()),
                faults,
                tokens));
        var handler = new Door(http)
                .give("/_local", new LoopbackGuard(door.port(), admin))
                .give("/_identity", new OpenIdProvider(tokens, server))
                .give(
                        ObjectSite.PREFIX,
                        new ObjectSite(files, Launcher.ACCESS_KEY, meters, faults, InstantSource.system()));
        for (Stack.SocketApi api : stack.socketApis()) {
            var connections = new SocketConnections(api, meters);
            handler.give("/_connections/" + api.id(), new LoopbackGuard(door.port(), connections));
            handler.give(api.localPath(), new SocketGateway(api, functions, connections, background, meters));
        }
        LocalServer view = new View(server, settings, background.clock());
        ServiceLoader.load(LocalSite.class).forEach(site -> handler.give(site.prefix(), site.handler(view)));
        door.serve(handler);
    }

    /** What sites may know. */
    private record View(URI baseUrl, Settings settings, ScheduledExecutorService background) implements LocalServer {
        @Override
        public String setting(String name) {
            return settings.get(name);
        }
    }

    private Map<String, URI> endpoints(Stack stack) {
        Map<String, URI> endpoints = new HashMap<>();
        endpoints.put("DYNAMODB", engines.dynamoAddress());
        endpoints.put("SQS", engines.sqsAddress());
        endpoints.put("LAMBDA", services.address());
        endpoints.put("SSM", services.address());
        endpoints.put("S3", URI.create(door.address() + ObjectSite.PREFIX)); // browsers reach it, too
        stack.socketApis().stream()
                .findFirst()
                .ifPresent(api -> endpoints.put(
                        "APIGATEWAYMANAGEMENTAPI",
                        URI.create(door.address() + "/_connections/" + api.id() + "/" + api.stage())));
        return endpoints;
    }

    /** The addresses that tools and tests may want, by service. */
    Map<String, URI> addresses() {
        return Map.of("dynamodb", engines.dynamoAddress(), "sqs", engines.sqsAddress(), "lambda", services.address());
    }

    private static List<Stack.Queue> deadLettersFirst(List<Stack.Queue> queues) {
        return queues.stream()
                .sorted(Comparator.comparing(queue -> queue.attributes().containsKey("RedrivePolicy")))
                .toList();
    }

    private static void sweep(ExpiredItems expired, List<Stack.Table> tables, ObjectStore files) {
        try {
            files.sweep(Instant.now());
        } catch (IOException trouble) {
            System.err.println("Old files stay for now: " + trouble.getMessage());
        }
        for (Stack.Table table : tables) {
            try {
                expired.sweep(table, Instant.now());
            } catch (IOException trouble) {
                System.err.println("Expired items of " + table.name() + " stay for now: " + trouble.getMessage());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Trains the start-up caches that are missing, on this thread. */
    void train() throws InterruptedException {
        if (lambda.isPresent()) {
            lambda.get()
                    .train((function, trained) -> System.out.println(
                            trained
                                    ? "Start-up cache of " + function + " is ready"
                                    : "Start-up cache of " + function + " could not be made; it starts without one"));
        }
    }

    @Override
    public void close() {
        sources.forEach(EventSource::stop);
        lambda.ifPresent(Lambda::close);
        background.close();
        door.close();
        services.close();
        runtimeApi.close();
        engines.close();
        objects.ifPresent(ObjectStore::close);
    }
}
