/** API Gateway: the HTTP API with payload 2.0, the WebSocket API and its connections. */
@NullMarked
package dev.shopbell.local.gateway;

import org.jspecify.annotations.NullMarked;
