package dev.shopbell.local.lambda;

import dev.shopbell.local.template.LocalAddresses;
import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.Loopback;
import dev.shopbell.local.wire.Reply;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * The Runtime API, one for all environments: each has its own path prefix. Source: Lambda developer guide, "Using the
 * Lambda runtime API for custom runtimes".
 */
public final class RuntimeApi implements AutoCloseable {
    private static final String VERSION = "2018-06-01";

    private final Loopback server = new Loopback(0, 1);
    private final Map<String, ExecutionEnvironment> environments = new ConcurrentHashMap<>();
    private final Map<ExecutionEnvironment, Deadline> deadlines = new ConcurrentHashMap<>();

    /** What an environment is told with each invocation. */
    record Deadline(String functionArn, Duration timeout) {}

    /** Starts it on a free port. */
    public RuntimeApi() {
        server.serve(this::handle);
    }

    /** {@code host:port}, to which an environment's id is appended as a path. */
    String authority() {
        return server.address().getAuthority();
    }

    /** An environment is about to call. */
    void expect(ExecutionEnvironment environment) {
        environments.put(environment.id(), environment);
    }

    /** Says what is true of the environment's function. */
    void describe(ExecutionEnvironment environment, String functionArn, Duration timeout) {
        deadlines.put(environment, new Deadline(functionArn, timeout));
    }

    /** An environment will not call again. */
    void forget(ExecutionEnvironment environment) {
        environments.remove(environment.id());
        deadlines.remove(environment);
    }

    private void handle(HttpServerExchange exchange) throws IOException, InterruptedException {
        // /{environment}/2018-06-01/runtime/{init/error | invocation/next | invocation/{id}/{response | error}}
        String[] path = exchange.getRequestURI().split("/", -1);
        ExecutionEnvironment environment = path.length > 4 ? environments.get(path[1]) : null;
        if (environment == null || !path[2].equals(VERSION)) {
            Reply.message(exchange, 404, "no such environment");
            return;
        }
        if (path[4].equals("restore")) {
            restore(exchange, environment, path[5]);
        } else if (path[4].equals("init")) {
            environment.listener().onInitError(environment, new InvocationResult(Reply.body(exchange), true));
            accept(exchange);
        } else if (path.length == 6 && path[5].equals("next")) {
            next(exchange, environment);
        } else if (path.length == 7) {
            byte[] payload = Reply.body(exchange);
            environment
                    .listener()
                    .onResult(environment, path[5], new InvocationResult(payload, path[6].equals("error")));
            accept(exchange);
        } else {
            Reply.message(exchange, 404, "not found");
        }
    }

    /** Source: docs.aws.amazon.com/lambda, "Using the Lambda runtime API for custom runtimes", SnapStart's restore hooks. */
    private static void restore(HttpServerExchange exchange, ExecutionEnvironment environment, String what)
            throws IOException, InterruptedException {
        if (what.equals("next")) {
            try {
                environment.listener().onCheckpoint(environment).get();
                Reply.bytes(exchange, 200, "application/json", Map.of(), new byte[0]);
            } catch (ExecutionException | CancellationException ended) {
                Reply.message(exchange, 410, "this environment is ending");
            }
        } else {
            environment.listener().onInitError(environment, new InvocationResult(Reply.body(exchange), true));
            accept(exchange);
        }
    }

    private void next(HttpServerExchange exchange, ExecutionEnvironment environment) throws InterruptedException {
        Invocation invocation;
        try {
            invocation = environment.listener().onNext(environment).get();
        } catch (ExecutionException | CancellationException ended) {
            Reply.message(exchange, 410, "this environment is ending");
            return;
        }
        Deadline deadline = deadlines.getOrDefault(
                environment, new Deadline(LocalAddresses.arn("lambda", "function"), Duration.ofMinutes(15)));
        Reply.bytes(
                exchange,
                200,
                "application/json",
                Map.of(
                        "Lambda-Runtime-Aws-Request-Id", invocation.id(),
                        "Lambda-Runtime-Deadline-Ms",
                                Long.toString(invocation
                                        .startedAt()
                                        .plus(deadline.timeout())
                                        .toEpochMilli()),
                        "Lambda-Runtime-Invoked-Function-Arn", deadline.functionArn(),
                        "Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0"),
                invocation.payload());
    }

    private static void accept(HttpServerExchange exchange) {
        Reply.json(exchange, 202, Json.object().put("status", "OK"));
    }

    @Override
    public void close() {
        server.close();
    }
}
