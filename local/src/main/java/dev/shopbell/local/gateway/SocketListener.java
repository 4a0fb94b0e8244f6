package dev.shopbell.local.gateway;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Hears one socket. Messages over 128 KB close it, as on AWS ("Quotas for WebSocket APIs"). */
final class SocketListener extends AbstractReceiveListener {
    private static final int MESSAGE_LIMIT_BYTES = 128 * 1024;
    private static final int GOING_AWAY = 1001;
    private static final int ABNORMAL = 1006;

    private final SocketGateway gateway;
    private final SocketEvent.Connection connection;

    SocketListener(SocketGateway gateway, SocketEvent.Connection connection) {
        this.gateway = gateway;
        this.connection = connection;
    }

    @Override
    protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
        gateway.received(connection, channel, message.getData());
    }

    @Override
    protected void onFullBinaryMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
        try (var pooled = message.getData()) {
            ByteBuffer all = WebSockets.mergeBuffers(pooled.getResource());
            byte[] bytes = new byte[all.remaining()];
            all.get(bytes);
            gateway.received(connection, channel, bytes);
        }
    }

    @Override
    protected void onCloseMessage(CloseMessage close, WebSocketChannel channel) {
        gateway.closed(connection, close.getCode(), close.getReason());
    }

    @Override
    protected void onError(WebSocketChannel channel, Throwable error) {
        super.onError(channel, error);
        gateway.closed(connection, ABNORMAL, "Connection closed abnormally");
    }

    @Override
    protected long getMaxTextBufferSize() {
        return MESSAGE_LIMIT_BYTES;
    }

    @Override
    protected long getMaxBinaryBufferSize() {
        return MESSAGE_LIMIT_BYTES;
    }

    /** Also hears sockets that end without a word. */
    void follow(WebSocketChannel channel) throws IOException {
        channel.addCloseTask(closed -> gateway.closed(connection, GOING_AWAY, "Going away"));
        channel.getReceiveSetter().set(this);
        channel.resumeReceives();
    }
}
