package dev.shopbell.local;

import io.undertow.server.HttpHandler;

/** Stand-ins for providers, mounted under a path prefix of the local server; found by {@link java.util.ServiceLoader}. */
public interface LocalSite {
    /** The path under which it is mounted, such as {@code /_providers}: with the first slash, without a last one. */
    String prefix();

    /**
     * Makes the handler of everything under the prefix. It is called once, before the server says that it is ready, and
     * sees the whole request path, prefix included. The handler runs on a thread that may block.
     */
    HttpHandler handler(LocalServer server);
}
