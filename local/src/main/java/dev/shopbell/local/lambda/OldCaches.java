package dev.shopbell.local.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Throws away what earlier builds left: each build of a function is unpacked by its hash and trains a start-up cache of its own, tens of
 * megabytes that nobody asks for again.
 */
public final class OldCaches {
    private static final Logger LOG = Logger.getLogger(OldCaches.class.getName());

    /** Two builds of every function, and some that tests have made beside them. */
    private static final int KEPT = 16;

    /** What was used lately may be in use by another server of this checkout. */
    private static final Duration SPARED = Duration.ofHours(6);

    private OldCaches() {}

    /** Notes that it is in use; where that cannot be written it may have to be made again one day. */
    static void use(Path entry) {
        try {
            Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
        } catch (IOException e) {
            LOG.log(Level.FINE, "Its use could not be noted: " + entry, e);
        }
    }

    /**
     * Keeps the entries used last, and all that were used in the last hours. What cannot be deleted stays: it only takes room.
     *
     * @param directory may be missing
     */
    public static void prune(Path directory, Instant now) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> old = entries.sorted(
                            Comparator.comparing(OldCaches::lastUse).reversed())
                    .skip(KEPT)
                    .filter(entry -> lastUse(entry).isBefore(now.minus(SPARED)))
                    .toList();
            for (Path entry : old) {
                delete(entry);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Old files in " + directory + " could not be thrown away", e);
        }
    }

    /** What has just vanished was thrown away by somebody else. */
    private static Instant lastUse(Path entry) {
        return Instant.ofEpochMilli(entry.toFile().lastModified());
    }

    private static void delete(Path entry) throws IOException {
        try (Stream<Path> inside = Files.walk(entry)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
