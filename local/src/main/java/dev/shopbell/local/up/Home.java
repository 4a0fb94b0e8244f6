package dev.shopbell.local.up;

import java.nio.file.Path;

/** Where the project's files are. The launcher names the project's directory. */
public final class Home {
    private Home() {}

    /** The project's directory. */
    public static Path directory() {
        return Path.of(System.getProperty("shopbell.home", "."))
                .toAbsolutePath()
                .normalize();
    }

    /** What {@code ./bot up} makes by itself and may lose: unpacked packages, start-up caches, logs. */
    static Path workshop() {
        return directory().resolve("target").resolve("local");
    }
}
