package dev.shopbell.local.up;

import dev.shopbell.local.lambda.FunctionPackage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The bot as data, packaged into the layer's directory by the nlu package's own packager whenever its files are newer. */
final class BotLayer {
    private static final String PACKAGER = "dev.shopbell.nlu.command.PackageBot";

    private final Path home;
    private final Path packages;

    BotLayer(Path home, Path packages) {
        this.home = home;
        this.packages = packages;
    }

    /** The directory that the template names for the bot of this project. */
    Path standard() {
        return home.resolve("target").resolve("bot-layer");
    }

    /**
     * The layer's directory, packaged anew if need be.
     *
     * @param bot the bot's files; empty for the project's own
     * @throws IOException when the packager refuses the bot; it has said why
     */
    Path prepare(Optional<Path> bot) throws IOException, InterruptedException {
        Path files = bot.orElse(home.resolve("bots").resolve("bakery"));
        Path out = bot.isEmpty()
                ? standard()
                : home.resolve("target").resolve("bots").resolve(Integer.toHexString(files.hashCode()));
        if (!Files.isDirectory(files)) {
            throw new IOException("There is no bot in " + files + ". Check --bot.");
        }
        Path zip = home.resolve(Path.of("functions", "nlu", "target", "function.zip"));
        FunctionPackage nlu = FunctionPackage.unpack(zip, packages);
        Path stampFile = out.resolveSibling(out.getFileName() + ".stamp");
        String stamp = nlu.hash() + " " + newest(files) + " " + files;
        if (Files.isDirectory(out)
                && Files.exists(stampFile)
                && Files.readString(stampFile).equals(stamp)) {
            return out;
        }
        System.out.println("Packaging the bot " + files);
        run(nlu, files, out);
        Files.writeString(stampFile, stamp);
        return out;
    }

    private void run(FunctionPackage nlu, Path files, Path out) throws IOException, InterruptedException {
        Files.createDirectories(out);
        String classPath = nlu.jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        Process packager = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", // the package's, as on AWS
                        "-cp",
                        classPath,
                        PACKAGER,
                        "--bot",
                        files.toString(),
                        "--out",
                        out.toString())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        packager.getOutputStream().close();
        try (Stream<String> lines = packager.inputReader().lines()) {
            lines.forEach(line -> System.out.println("  " + line));
        }
        if (packager.waitFor() != 0) {
            throw new IOException("The bot in " + files + " could not be packaged; see above.");
        }
    }

    private static long newest(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> all = files.toList();
            long newest = all.size();
            for (Path file : all) {
                newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
            }
            return newest;
        }
    }
}
