package dev.shopbell.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shopbell.local.template.FunctionSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a JVM may know beforehand about a function: an AOT cache on JDK 25 and newer, a class data archive before that.
 * A cache belongs to one package, one JDK and one set of flags, and is made by one trained environment.
 */
final class StartupCache {
    private static final boolean AOT = Runtime.version().feature() >= 25;
    /**
     * The cache also tells which methods were hot in training, and the JVM compiles those at once: with several functions starting on few
     * cores it is in the way of what they do.
     */
    private static final List<String> COMPILE_AT_NEED =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTReplayTraining");

    private final Path file;

    StartupCache(Path directory, FunctionSpec function, FunctionPackage unpacked) {
        String identity = String.join(
                "\n",
                unpacked.hash(),
                unpacked.directory().toString(),
                System.getProperty("java.vm.version"),
                System.getProperty("java.home"),
                function.environment().getOrDefault("JAVA_TOOL_OPTIONS", ""),
                String.join(" ", Launcher.flags(function)));
        this.file = directory.resolve(function.id() + "-" + digest(identity) + (AOT ? ".aot" : ".jsa"));
    }

    boolean exists() {
        return Files.isRegularFile(file);
    }

    /** The flags with which an environment uses the cache; none when there is no cache yet. */
    List<String> useFlags() {
        if (!exists()) {
            return List.of();
        }
        OldCaches.use(file);
        return AOT
                ? Stream.concat(
                                Stream.of("-XX:AOTCache=" + file, "-Xlog:aot=off", "-Xlog:cds=off"),
                                COMPILE_AT_NEED.stream())
                        .toList()
                : List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto", "-Xlog:cds=off");
    }

    /** The flags with which an environment writes the cache when it ends. */
    List<String> trainFlags() throws IOException {
        Files.createDirectories(half().resolveSibling("."));
        Files.deleteIfExists(half());
        return AOT
                ? List.of("-XX:AOTCacheOutput=" + half(), "-Xlog:aot=off", "-Xlog:cds=off")
                : List.of("-XX:ArchiveClassesAtExit=" + half(), "-Xlog:cds=off");
    }

    /** Takes what the trained environment wrote; false when it wrote nothing. */
    boolean keep() throws IOException {
        if (!Files.isRegularFile(half())) {
            return false;
        }
        Files.move(half(), file);
        return true;
    }

    private Path half() {
        return file.resolveSibling(file.getFileName() + ".half");
    }

    private static String digest(String text) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(all).substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
