package dev.shopbell.local.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RunningServerTest {
    @Test
    void nobody_there_is_said_with_the_mend() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var server = new RunningServer(URI.create("http://127.0.0.1:" + port));
        assertThatThrownBy(() -> server.get("/_local/ps"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("Nothing answers at http://127.0.0.1:" + port + ". Start it: ./bot up");
    }
}
