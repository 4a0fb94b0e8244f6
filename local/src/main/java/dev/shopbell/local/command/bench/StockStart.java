package dev.shopbell.local.command.bench;

import dev.shopbell.local.command.CommandFailure;
import dev.shopbell.local.lambda.FunctionPackage;
import dev.shopbell.local.up.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stock Quarkus function, started as Lambda would and with the JVM's own defaults: what we measure ourselves against. */
final class StockStart {
    private static final Path ZIP = Path.of("benchmarks", "stock", "target", "function.zip");

    private final FunctionPackage unpacked;
    private final List<Path> client;

    private StockStart(FunctionPackage unpacked, List<Path> client) {
        this.unpacked = unpacked;
        this.client = client;
    }

    static StockStart prepare() throws CommandFailure, IOException {
        var home = Home.directory();
        var zip = home.resolve(ZIP);
        if (!Files.exists(zip)) {
            throw new CommandFailure(ZIP + " is not there. Build it: mvn package -pl benchmarks/stock -am");
        }
        try (Stream<Path> jars = Files.list(home.resolve(Path.of("local", "target", "ric")))) {
            return new StockStart(
                    FunctionPackage.unpack(zip, home.resolve(Path.of("target", "local", "packages"))),
                    jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList());
        }
    }

    /**
     * One start.
     *
     * @param millis from the start of the process to its first response
     * @param cpuMillis of the process until then
     */
    record Measured(double millis, double cpuMillis) {}

    /** Starts it once, and ends it when it has answered. */
    Measured measure() throws CommandFailure, IOException, InterruptedException {
        try (var runtime = new StockRuntime()) {
            var began = System.nanoTime();
            var process = start(runtime.authority());
            try {
                var outcome = runtime.outcome().get(60, TimeUnit.SECONDS);
                var millis = (System.nanoTime() - began) / 1e6;
                if (outcome.startsWith("error")) {
                    throw new CommandFailure("The stock function failed: " + outcome);
                }
                var cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
                return new Measured(millis, cpu.toNanos() / 1e6);
            } catch (TimeoutException | ExecutionException e) {
                throw new CommandFailure("The stock function did not answer within a minute; see " + log() + ".", e);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static Path log() {
        return Home.directory().resolve(Path.of("target", "local", "logs", "stock.log"));
    }

    private Process start(String authority) throws IOException {
        var classPath = Stream.concat(unpacked.jars().stream(), client.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                        "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest")
                .directory(unpacked.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        var variables = builder.environment();
        variables.keySet().removeIf(name -> name.startsWith("AWS_") || name.endsWith("JAVA_OPTIONS"));
        variables.remove("JAVA_TOOL_OPTIONS");
        variables.put("AWS_LAMBDA_RUNTIME_API", authority);
        variables.put("AWS_LAMBDA_FUNCTION_NAME", "stock");
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
        variables.put("AWS_REGION", "us-east-1");
        variables.put("AWS_ACCESS_KEY_ID", "local");
        variables.put("AWS_SECRET_ACCESS_KEY", "local");
        variables.put("AWS_ENDPOINT_URL", "http://" + authority);
        variables.put("QUARKUS_LAMBDA_HANDLER", "stock");
        variables.put("STOCK_TABLE", "stock");
        variables.put("STOCK_QUEUE_URL", "http://" + authority + "/000000000000/stock.fifo");
        return builder.start();
    }
}
