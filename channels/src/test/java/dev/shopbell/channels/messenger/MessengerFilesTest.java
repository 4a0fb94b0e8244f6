package dev.shopbell.channels.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.Channel;
import dev.shopbell.channels.Download.Answer;
import dev.shopbell.channels.FilesContract;
import dev.shopbell.channels.MediaAddress;
import dev.shopbell.channels.RecordingDownload;
import dev.shopbell.channels.RecordingTransport;
import dev.shopbell.channels.Settings;
import dev.shopbell.conversation.Attachment;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MessengerFilesTest extends FilesContract {

    @Override
    protected Channel channel(Function<String, Optional<String>> settings) {
        return new MessengerChannel(settings, new RecordingTransport());
    }

    @Override
    protected Attachment fileAt(String address) {
        return new Attachment("image", "", "", address);
    }

    @Override
    protected Optional<Answer> platform(URI url, String fileAddress) {
        return Optional.empty();
    }

    @Override
    protected String itsOwnAddress() {
        return "https://scontent.xx.fbcdn.net/v/t1.15752-9/1_2_n.jpg";
    }

    @Override
    protected boolean isThePlatforms(URI url) {
        return url.getRawAuthority().equals("graph.test") || MediaAddress.isBelow(url, "fbcdn.net", "fbsbx.com");
    }

    @Test
    void shows_no_credentials_to_anybody() {
        var download = RecordingDownload.withPicture();
        channel(Settings.all()).fetch(fileAt(itsOwnAddress()), download);
        channel(Settings.all()).fetch(fileAt("http://graph.test/cdn/1"), download);
        assertThat(download.asked()).hasSize(2).allMatch(asked -> asked.headers()
                .isEmpty());
    }
}
