package dev.shopbell.local.up;

import dev.shopbell.local.Command;
import dev.shopbell.local.engine.Engines;
import dev.shopbell.local.engine.Faults;
import dev.shopbell.local.engine.Meters;
import dev.shopbell.local.lambda.OldCaches;
import dev.shopbell.local.parameters.EnvFile;
import dev.shopbell.local.parameters.Settings;
import dev.shopbell.local.template.FunctionSpec;
import dev.shopbell.local.template.LocalAddresses;
import dev.shopbell.local.template.Parameters;
import dev.shopbell.local.template.Rules;
import dev.shopbell.local.template.Stack;
import dev.shopbell.local.template.StackReader;
import dev.shopbell.local.template.Template;
import dev.shopbell.local.wire.Loopback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** {@code ./bot up}: runs the template until it is told to stop. */
public final class UpCommand implements Command {
    @Override
    public String name() {
        return "up";
    }

    @Override
    public String usage() {
        return UpOptions.USAGE;
    }

    @Override
    public int run(List<String> args) throws IOException, InterruptedException {
        Instant began = Instant.now();
        UpOptions options = UpOptions.parse(args);
        Path home = Home.directory();
        if (options.data().isPresent()) {
            Files.createDirectories(options.data().get());
        }
        Path templateFile = options.template().orElse(home.resolve(Path.of("infra", "template.yaml")));
        Template template = Template.read(templateFile, shown(home, templateFile));
        Map<String, String> env =
                options.env().isPresent() ? EnvFile.read(options.env().get()) : Map.of();
        Path packages = Home.workshop().resolve("packages");
        var layer = new BotLayer(home, packages);
        Path botLayer = layer.prepare(options.bot());

        Loopback door = open(options.port());
        var meters = new Meters();
        var faults = new Faults();
        var engines = new Engines(meters, faults);
        Settings settings = Settings.of(door.address(), env, options.data());
        Map<String, String> parameters = Parameters.of(template, Parameters.fromSettings(template, settings.all()));
        Rules.check(template, parameters);
        Stack stack = withBot(
                StackReader.read(template, parameters, new LocalAddresses(door.address(), engines.sqsAddress())),
                layer.standard(),
                botLayer);
        System.out.println("Starting " + stack.functions().size() + " functions, "
                + stack.tables().size()
                + " tables, " + stack.queues().size() + " queues (nothing to do here: "
                + String.join(", ", stack.inert()) + ")");

        var running = new Running(door, engines, meters, faults);
        var stopped = new CountDownLatch(1);
        var notes = notes(options);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            running.close();
            notes.forEach(UpFile::forget);
            stopped.countDown();
        }));
        engines.start(options.data());
        System.out.println("Tables and queues are there");
        running.start(
                stack, settings, parameters.getOrDefault("SettingsPath", "/shopbell"), places(options, home, packages));
        for (UpFile note : notes) {
            note.tell(door.address(), running.addresses());
        }
        System.out.printf(
                "Started in %.1f s%n", Duration.between(began, Instant.now()).toMillis() / 1000.0);
        System.out.println("Ready: " + door.address());
        System.out.flush();
        running.train();
        OldCaches.prune(packages, Instant.now());
        OldCaches.prune(Home.workshop().resolve("startup"), Instant.now());
        stopped.await();
        return 0;
    }

    private static Loopback open(int port) {
        try {
            return new Loopback(port, 2);
        } catch (RuntimeException taken) {
            throw new IllegalArgumentException(
                    "Port " + port + " is taken. Stop what runs there, or choose another with --port.", taken);
        }
    }

    private static Running.Places places(UpOptions options, Path home, Path packages) {
        return new Running.Places(
                packages,
                home.resolve(Path.of("local", "target", "ric")),
                Home.workshop().resolve("startup"),
                options.data().orElse(Home.workshop()).resolve("logs"),
                options.logs(),
                options.data(),
                options.idle());
    }

    private static Stack withBot(Stack stack, Path standard, Path botLayer) {
        List<FunctionSpec> functions = stack.functions().stream()
                .map(function -> new FunctionSpec(
                        function.id(),
                        function.name(),
                        function.codeUri(),
                        function.handler(),
                        function.memoryMegabytes(),
                        function.timeout(),
                        function.environment(),
                        function.layers().stream()
                                .map(layer -> layer.equals(standard) ? botLayer : layer)
                                .toList(),
                        function.events()))
                .toList();
        return new Stack(
                functions,
                stack.queues(),
                stack.tables(),
                stack.httpApi(),
                stack.socketApis(),
                stack.pools(),
                stack.inert(),
                stack.outputs(),
                stack.buckets());
    }

    private static List<UpFile> notes(UpOptions options) {
        return Stream.concat(Stream.of(Home.workshop()), options.data().stream())
                .map(folder -> new UpFile(
                        folder.resolve("up.json"), ProcessHandle.current().pid()))
                .toList();
    }

    private static String shown(Path home, Path file) {
        return file.startsWith(home) ? home.relativize(file).toString() : file.toString();
    }
}
