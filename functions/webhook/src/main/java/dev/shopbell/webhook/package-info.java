/**
 * The edge: what comes in over HTTP and sockets is authenticated, put into the vocabulary, and kept in the mailbox before
 * anyone is told that it was received. It knows no dialogue. The use cases are plain Java; Lambda, Quarkus and the SDK stay in
 * the handlers and in {@link dev.shopbell.webhook.AwsEdge}.
 */
@NullMarked
package dev.shopbell.webhook;

import org.jspecify.annotations.NullMarked;
