package dev.shopbell.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A function's zip, unpacked once. Its loose classes and resources are put into a jar of their own, because start-up caches
 * take class paths of jars only; what is no class lies in the directory as well, as on AWS, where a function opens some of it
 * as files.
 *
 * @param directory where it is unpacked; the working directory of its environments
 * @param hash of the zip's bytes
 * @param jars the class path, the function's own classes first
 */
public record FunctionPackage(Path directory, String hash, List<Path> jars) {
    /**
     * Unpacks a zip unless that has been done.
     *
     * @param cache the directory under which packages are unpacked, by their hash
     * @throws IOException when the zip cannot be read, or names a file outside of itself
     */
    public static FunctionPackage unpack(Path zip, Path cache) throws IOException {
        if (!Files.isRegularFile(zip)) {
            throw new IOException(
                    "There is no package " + zip + ". Build it: mvn package (or ./bot up, which builds by itself).");
        }
        String hash = hash(zip);
        Path directory = cache.resolve(hash);
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(cache);
            Path half = Files.createTempDirectory(cache, "unpacking");
            unzip(zip, half);
            Files.move(half, directory, StandardCopyOption.ATOMIC_MOVE);
        }
        OldCaches.use(directory);
        try (Stream<Path> libraries = Files.walk(directory)) {
            List<Path> jars = libraries
                    .filter(file -> file.toString().endsWith(".jar"))
                    .sorted((a, b) -> a.getNameCount() == b.getNameCount()
                            ? a.compareTo(b)
                            : Integer.compare(a.getNameCount(), b.getNameCount()))
                    .toList();
            return new FunctionPackage(directory, hash, jars);
        }
    }

    private static void unzip(Path zip, Path directory) throws IOException {
        try (var source = new ZipFile(zip.toFile());
                OutputStream file = Files.newOutputStream(directory.resolve("function.jar"));
                var loose = new JarOutputStream(file)) {
            loose.setLevel(0);
            for (ZipEntry entry : Collections.list(source.entries())) {
                if (entry.isDirectory()) {
                    continue;
                }
                Path target = directory.resolve(entry.getName()).normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException(zip + " holds a file outside of itself: " + entry.getName());
                }
                try (InputStream content = source.getInputStream(entry)) {
                    if (entry.getName().endsWith(".class")) {
                        add(loose, entry.getName(), content);
                    } else {
                        Files.createDirectories(target.resolveSibling("."));
                        Files.copy(content, target);
                        if (!entry.getName().endsWith(".jar")) {
                            add(loose, entry.getName(), target);
                        }
                    }
                }
            }
        }
    }

    private static void add(JarOutputStream jar, String name, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            add(jar, name, content);
        }
    }

    private static void add(JarOutputStream jar, String name, InputStream content) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        content.transferTo(jar);
        jar.closeEntry();
    }

    private static String hash(Path file) throws IOException {
        try (var digest = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
