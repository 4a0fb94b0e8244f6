package dev.shopbell.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.Channel;
import dev.shopbell.channels.Download.Answer;
import dev.shopbell.channels.FilesContract;
import dev.shopbell.channels.Media;
import dev.shopbell.channels.RecordingDownload;
import dev.shopbell.channels.RecordingTransport;
import dev.shopbell.channels.Settings;
import dev.shopbell.conversation.Attachment;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TelegramFilesTest extends FilesContract {

    private static final String FILES = "http://telegram.test/file/bot4711:dummy-bot-token/";
    private static final Attachment PHOTO = new Attachment("image", "", "", "AgAC-ad/4");

    @Override
    protected Channel channel(Function<String, Optional<String>> settings) {
        return new TelegramChannel(settings, new RecordingTransport());
    }

    @Override
    protected Attachment fileAt(String address) {
        return PHOTO;
    }

    @Override
    protected Optional<Answer> platform(URI url, String fileAddress) {
        return url.toString().equals("http://telegram.test/bot4711:dummy-bot-token/getFile?file_id=AgAC-ad%2F4")
                ? Optional.of(RecordingDownload.json("{\"ok\":true,\"result\":{\"file_path\":\""
                        + fileAddress.replace(FILES, "").replace("\\", "\\\\") + "\"}}"))
                : Optional.empty();
    }

    @Override
    protected String itsOwnAddress() {
        return FILES + "photos/file_1.jpg";
    }

    @Override
    protected boolean isThePlatforms(URI url) {
        return url.getRawAuthority().equals("telegram.test");
    }

    @Test
    void knows_that_a_bot_is_given_no_file_of_more_than_20_megabytes() {
        var download = new RecordingDownload(
                url -> new Answer.Denied(400, "{\"ok\":false,\"description\":\"Bad Request: file is too big\"}"));
        assertThat(channel(Settings.all()).fetch(PHOTO, download)).isEqualTo(new Media.TooLarge(20 * 1024 * 1024));
    }

    @Test
    void names_the_token_in_no_outcome() {
        for (var answer : new Answer[] {
            new Answer.Denied(404, ""), new Answer.Denied(500, ""), new Answer.NoAnswer("x"), new Answer.TooLarge()
        }) {
            assertThat(channel(Settings.all())
                            .fetch(PHOTO, new RecordingDownload(url -> answer))
                            .toString())
                    .doesNotContain("dummy-bot-token");
        }
    }
}
