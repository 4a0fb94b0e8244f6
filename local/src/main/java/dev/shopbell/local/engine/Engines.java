package dev.shopbell.local.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.typesafe.config.ConfigFactory;
import dev.shopbell.local.wire.JsonProtocol;
import dev.shopbell.local.wire.Loopback;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scala.Function0;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** DynamoDB Local and ElasticMQ in this process, each behind a metering proxy. */
public final class Engines implements AutoCloseable {
    private final Loopback dynamoFront = new Loopback(0, 1);
    private final Loopback sqsFront = new Loopback(0, 1);
    private final Meters meters;
    private final Faults faults;
    private final List<Runnable> onWrite = new ArrayList<>();
    private Optional<DynamoDBProxyServer> dynamo = Optional.empty();
    private Optional<Function0<?>> stopSqs = Optional.empty();
    private URI dynamoEngine = URI.create("http://127.0.0.1");
    private URI sqsEngine = URI.create("http://127.0.0.1");

    /** Opens the proxies' ports, so that addresses are known before the engines run. */
    public Engines(Meters meters, Faults faults) {
        this.meters = meters;
        this.faults = faults;
    }

    /** Where the functions find DynamoDB. */
    public URI dynamoAddress() {
        return dynamoFront.address();
    }

    /** Where the functions find SQS. */
    public URI sqsAddress() {
        return sqsFront.address();
    }

    /** A client of the tables that is not metered. */
    public JsonProtocol tables() {
        return new JsonProtocol(dynamoEngine, "DynamoDB_20120810", "dynamodb");
    }

    /** A client of the tables' streams. */
    public JsonProtocol streams() {
        return new JsonProtocol(dynamoEngine, "DynamoDBStreams_20120810", "dynamodb");
    }

    /** A client of the queues that is not metered. */
    public JsonProtocol queues() {
        return new JsonProtocol(sqsEngine, "AmazonSQS", "sqs");
    }

    /** Has something run after each write to a table; it must be quick. */
    public void onWrite(Runnable listener) {
        onWrite.add(listener);
    }

    /**
     * Starts both engines at once and waits for them.
     *
     * @param data where they keep what they hold; empty for memory only
     * @throws IOException when one does not start
     */
    public void start(Optional<Path> data) throws IOException, InterruptedException {
        if (data.isPresent()) {
            Files.createDirectories(data.get().resolve("dynamodb"));
        }
        int dynamoPort = FreePort.find();
        int sqsPort = FreePort.find();
        var sqs = CompletableFuture.supplyAsync(() -> startSqs(sqsPort, data));
        try {
            DynamoDBProxyServer server = startDynamo(dynamoPort, data);
            dynamo = Optional.of(server);
            stopSqs = Optional.of(sqs.get());
        } catch (ExecutionException failed) {
            throw new IOException("the queues did not start: " + failed.getCause(), failed);
        }
        dynamoEngine = URI.create("http://127.0.0.1:" + dynamoPort);
        sqsEngine = URI.create("http://127.0.0.1:" + sqsPort);
        dynamoFront.serve(new MeteringProxy(
                "dynamodb",
                dynamoEngine,
                meters,
                faults,
                new DynamoDialect(meters, () -> onWrite.forEach(Runnable::run))));
        sqsFront.serve(new MeteringProxy("sqs", sqsEngine, meters, faults, new SqsDialect(meters)));
    }

    @SuppressWarnings("CatchingUnchecked") // the engine declares Exception
    private static DynamoDBProxyServer startDynamo(int port, Optional<Path> data) throws IOException {
        var arguments = new ArrayList<>(List.of("-port", Integer.toString(port), "-sharedDb", "-disableTelemetry"));
        data.ifPresentOrElse(
                directory -> arguments.addAll(
                        List.of("-dbPath", directory.resolve("dynamodb").toString())),
                () -> arguments.add("-inMemory"));
        var out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8)); // it prints a banner
        try {
            DynamoDBProxyServer server = ServerRunner.createServerFromCommandLineArgs(arguments.toArray(String[]::new));
            server.safeStart();
            return server;
        } catch (Exception failed) {
            throw new IOException("the tables did not start: " + failed.getMessage(), failed);
        } finally {
            System.setOut(out);
        }
    }

    private static Function0<?> startSqs(int port, Optional<Path> data) {
        String messages = data.map(
                        directory -> """
                        messages-storage { enabled = true, driver-class = "org.h2.Driver", username = "", password = "",
                          prune-data-on-init = false, uri = "jdbc:h2:%s" }
                        """.formatted(directory.resolve("sqs").toAbsolutePath()))
                .orElse("messages-storage { enabled = false }");
        String configuration = """
                node-address { protocol = http, host = "127.0.0.1", port = %1$d, context-path = "" }
                generate-node-address = false
                rest-sqs { enabled = true, bind-port = %1$d, bind-hostname = "127.0.0.1", sqs-limits = strict }
                rest-stats { enabled = false, bind-port = 0, bind-hostname = "127.0.0.1" }
                queues {}
                queues-storage { enabled = false, path = "" }
                aws { region = us-east-1, accountId = 000000000000 }
                """.formatted(port) + messages;
        return new ElasticMQServer(new ElasticMQServerConfig(
                        ConfigFactory.parseString(configuration).withFallback(ConfigFactory.load())))
                .start();
    }

    @Override
    public void close() {
        dynamoFront.close();
        sqsFront.close();
        stopSqs.ifPresent(Function0::apply);
        dynamo.ifPresent(Engines::stop);
    }

    @SuppressWarnings("CatchingUnchecked") // the engine declares Exception
    private static void stop(DynamoDBProxyServer server) {
        try {
            server.stop();
        } catch (Exception failed) {
            System.err.println("The tables did not stop cleanly: " + failed.getMessage());
        }
    }
}
