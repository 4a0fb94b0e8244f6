package dev.shopbell.local;

import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;

/** What a {@link LocalSite} may know of the server that it lives in. */
public interface LocalServer {
    /** Where the server answers, such as {@code http://127.0.0.1:8080}: without a last slash. */
    URI baseUrl();

    /**
     * The value of a setting ({@code META_APP_SECRET}) as the functions see it: from the {@code --env} file, or the local
     * default.
     *
     * @throws IllegalArgumentException when there is no such setting
     */
    String setting(String name);

    /**
     * The one in use of a setting that may hold several values with commas between, as secrets do while one replaces the other: a
     * platform signs with one.
     *
     * @return the first; empty if there is none in it
     * @throws IllegalArgumentException when there is no such setting
     */
    default String inUse(String name) {
        return Arrays.stream(setting(name).split(",", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** For work that outlives a request (a status callback, say). It is shut down with the server. */
    ScheduledExecutorService background();
}
