package dev.shopbell.local.provider;

import java.net.URI;
import java.util.Set;
import java.util.function.Supplier;

/** The address under which platforms know this server; it may be one that leads elsewhere, or nowhere, from here. */
final class PublicAddress {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Supplier<String> publicBaseUrl;

    /** @param publicBaseUrl the setting PUBLIC_BASE_URL; blank if there is none */
    PublicAddress(Supplier<String> publicBaseUrl) {
        this.publicBaseUrl = publicBaseUrl;
    }

    /**
     * Where a callback to {@code url} really goes: to this very server if the URL is under the public address, so that the
     * simulator never calls out of the machine.
     *
     * @throws IllegalArgumentException if the URL leads to another machine
     */
    URI reach(String url, URI ourself) {
        var base = publicBaseUrl.get();
        var plain = url.replaceFirst("#.*", "");
        if (!base.isBlank() && plain.startsWith(base)) {
            return URI.create(ourself + plain.substring(base.length()));
        }
        var target = URI.create(plain);
        if (target.getHost() != null && LOOPBACK.contains(target.getHost())) {
            return target;
        }
        throw new IllegalArgumentException("The simulator calls nobody but this machine, and " + plain
                + " leads elsewhere. Set PUBLIC_BASE_URL to the address it starts with.");
    }
}
