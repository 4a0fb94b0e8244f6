/** Loopback HTTP: small servers, a client for the engines' JSON protocols, JSON. */
@NullMarked
package dev.shopbell.local.wire;

import org.jspecify.annotations.NullMarked;
