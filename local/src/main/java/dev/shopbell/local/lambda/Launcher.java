package dev.shopbell.local.lambda;

import dev.shopbell.local.template.FunctionSpec;
import dev.shopbell.local.template.LocalAddresses;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts environments: a JVM with the function's package and AWS's runtime interface client, told by its variables where
 * the services are.
 *
 * <p>A variable whose value begins with {@code /opt/}, where AWS mounts layers, names the layer's directory instead.
 */
public final class Launcher {
    /** What functions sign with here: both their access key and its secret. */
    public static final String ACCESS_KEY = "local";

    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    private final Path cache;
    private final List<Path> client;
    private final List<String> library;
    private final Map<String, URI> endpoints;
    private final FunctionLogs logs;
    private final RuntimeApi runtimeApi;

    /**
     * A launcher.
     *
     * @param cache where packages are unpacked
     * @param clientDirectory the jars of the runtime interface client
     * @param endpoints the services' addresses, by the suffix of {@code AWS_ENDPOINT_URL_}
     */
    public Launcher(
            Path cache, Path clientDirectory, Map<String, URI> endpoints, RuntimeApi runtimeApi, FunctionLogs logs)
            throws IOException {
        this.cache = cache;
        this.endpoints = Map.copyOf(endpoints);
        this.runtimeApi = runtimeApi;
        this.logs = logs;
        try (Stream<Path> jars = Files.list(clientDirectory)) {
            this.client =
                    jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
        }
        this.library = NativeLibrary.flags(client, cache);
    }

    /** The function's package, unpacked. */
    FunctionPackage unpack(FunctionSpec function) throws IOException {
        return FunctionPackage.unpack(function.codeUri(), cache);
    }

    /**
     * Starts an environment.
     *
     * @param extraFlags of the JVM, beside those of the template
     * @throws IOException when there is no process to be had
     */
    ExecutionEnvironment start(
            FunctionSpec function, FunctionPackage unpacked, List<String> extraFlags, EnvironmentListener listener)
            throws IOException {
        return start(function, unpacked, extraFlags, "on-demand", listener);
    }

    /** Starts an environment of that initialisation type: {@code on-demand} or {@code snap-start}. */
    ExecutionEnvironment start(
            FunctionSpec function,
            FunctionPackage unpacked,
            List<String> extraFlags,
            String initializationType,
            EnvironmentListener listener)
            throws IOException {
        var environment = new ExecutionEnvironment(listener);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags(function));
        command.addAll(library);
        command.addAll(extraFlags);
        command.add("-cp");
        command.add(Stream.concat(unpacked.jars().stream(), client.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(CLIENT);
        command.add(function.handler());
        var builder = new ProcessBuilder(command)
                .directory(unpacked.directory().toFile())
                .redirectErrorStream(true);
        fill(builder.environment(), function, environment);
        builder.environment().put("AWS_LAMBDA_INITIALIZATION_TYPE", initializationType);
        runtimeApi.expect(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            logs.follow(function, process);
            environment.runs(process);
            return environment;
        } catch (IOException refused) {
            runtimeApi.forget(environment);
            throw refused;
        }
    }

    /** The flags that do not come from the template: what AWS derives from the memory size. */
    static List<String> flags(FunctionSpec function) {
        return List.of("-Xmx" + function.memoryMegabytes() * 85 / 100 + "m", "-XX:-UsePerfData");
    }

    private void fill(Map<String, String> variables, FunctionSpec function, ExecutionEnvironment environment) {
        variables.keySet().removeIf(name -> name.startsWith("AWS_") || name.endsWith("JAVA_OPTIONS"));
        variables.remove("JAVA_TOOL_OPTIONS");
        variables.remove("CLASSPATH");
        function.environment().forEach((name, value) -> variables.put(name, inLayer(function, value)));
        endpoints.forEach((service, address) -> variables.put("AWS_ENDPOINT_URL_" + service, address.toString()));
        variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi.authority() + "/" + environment.id());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "local/[1]" + environment.id());
        variables.put("AWS_REGION", LocalAddresses.REGION);
        variables.put("AWS_DEFAULT_REGION", LocalAddresses.REGION);
        variables.put("AWS_ACCESS_KEY_ID", ACCESS_KEY);
        variables.put("AWS_SECRET_ACCESS_KEY", ACCESS_KEY);
        variables.put("AWS_XRAY_CONTEXT_MISSING", "IGNORE_ERROR");
        variables.put("_HANDLER", function.handler());
    }

    private static String inLayer(FunctionSpec function, String value) {
        if (!value.startsWith("/opt/") || function.layers().isEmpty()) {
            return value;
        }
        String inside = value.substring("/opt/".length());
        return function.layers().stream()
                .map(layer -> layer.resolve(inside))
                .filter(Files::exists)
                .findFirst()
                .orElse(function.layers().getFirst().resolve(inside))
                .toString();
    }
}
