package dev.shopbell.local.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarFile;

/**
 * The native part of AWS's runtime interface client, unpacked once. Left to itself every environment unpacks it to one
 * and the same file in {@code /tmp} when it starts, and one that maps it while another writes it dies of SIGBUS.
 */
final class NativeLibrary {
    private static final String PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private NativeLibrary() {}

    /** The flag that names the file; none where the client brings no library for this system. */
    static List<String> flags(List<Path> clientJars, Path cache) throws IOException {
        var arch = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        var name = "libaws-lambda-jni.linux-" + arch + ".so";
        for (var jar : clientJars) {
            try (var file = new JarFile(jar.toFile())) {
                var entry = file.getEntry("jni/" + name);
                if (entry != null) {
                    return List.of("-D" + PROPERTY + "=" + unpack(file, name, cache));
                }
            }
        }
        return List.of();
    }

    private static Path unpack(JarFile jar, String name, Path cache) throws IOException {
        var target = cache.resolve(name);
        var entry = jar.getEntry("jni/" + name);
        if (Files.exists(target) && Files.size(target) == entry.getSize()) {
            return target;
        }
        Files.createDirectories(cache);
        var partial = Files.createTempFile(cache, name, ".part");
        try (var library = jar.getInputStream(entry)) {
            Files.copy(library, partial, StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
