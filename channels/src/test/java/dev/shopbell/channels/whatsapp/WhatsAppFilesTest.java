package dev.shopbell.channels.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.Channel;
import dev.shopbell.channels.Download.Answer;
import dev.shopbell.channels.FilesContract;
import dev.shopbell.channels.Media;
import dev.shopbell.channels.MediaAddress;
import dev.shopbell.channels.RecordingDownload;
import dev.shopbell.channels.RecordingTransport;
import dev.shopbell.channels.Settings;
import dev.shopbell.conversation.Attachment;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppFilesTest extends FilesContract {

    private static final String BEARER = "Bearer dummy-whatsapp-token";
    private static final Attachment PICTURE = new Attachment("image", "", "image/png", "4711");

    @Override
    protected Channel channel(Function<String, Optional<String>> settings) {
        return new WhatsAppChannel(settings, new RecordingTransport());
    }

    @Override
    protected Attachment fileAt(String address) {
        return PICTURE;
    }

    @Override
    protected Optional<Answer> platform(URI url, String fileAddress) {
        return url.toString().equals("http://graph.test/v23.0/4711")
                ? Optional.of(RecordingDownload.json(
                        "{\"url\":\"" + fileAddress.replace("\\", "\\\\") + "\",\"file_size\":3}"))
                : Optional.empty();
    }

    @Override
    protected String itsOwnAddress() {
        return "https://lookaside.fbsbx.com/whatsapp_business/attachments/";
    }

    @Override
    protected boolean isThePlatforms(URI url) {
        return url.getRawAuthority().equals("graph.test")
                || MediaAddress.isBelow(url, "lookaside.fbsbx.com", "fbcdn.net", "whatsapp.net", "graph.facebook.com");
    }

    @Test
    void shows_the_token_to_graph_and_to_metas_own_host() {
        var download =
                new RecordingDownload(url -> platform(url, itsOwnAddress()).orElse(RecordingDownload.picture()));

        channel(Settings.all()).fetch(PICTURE, download);

        assertThat(download.asked())
                .containsExactly(
                        new RecordingDownload.Asked(
                                URI.create("http://graph.test/v23.0/4711"), Map.of("Authorization", BEARER)),
                        new RecordingDownload.Asked(URI.create(itsOwnAddress()), Map.of("Authorization", BEARER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../me", "4711?fields=x", "4711/messages", "", "https://evil.example"})
    void asks_graph_for_nothing_but_an_id(String id) {
        var download = RecordingDownload.withPicture();
        assertThat(channel(Settings.all()).fetch(new Attachment("image", "", "", id), download))
                .isInstanceOf(Media.Refused.class);
        assertThat(download.asked()).isEmpty();
    }

    @Test
    void asks_nobody_without_a_token() {
        var download = RecordingDownload.withPicture();
        assertThat(channel(Settings.withEmpty("WHATSAPP_TOKEN")).fetch(PICTURE, download))
                .isInstanceOfSatisfying(Media.Refused.class, refused -> assertThat(refused.why())
                        .contains("WHATSAPP_TOKEN"));
        assertThat(download.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, 100, Gone", // the object does not exist, or its time is over
        "400, 190, Refused", // the token has expired
        "400, 80007, NotNow", // too many requests
        "403, 4, NotNow",
        "500, 2, NotNow"
    })
    void goes_by_the_error_code_of_graph(int status, int code, String outcome) {
        var download = new RecordingDownload(url -> new Answer.Denied(status, "{\"error\":{\"code\":" + code + "}}"));
        assertThat(channel(Settings.all()).fetch(PICTURE, download).getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @Test
    void does_not_begin_with_a_file_that_is_too_large() {
        var download = new RecordingDownload(
                url -> RecordingDownload.json("{\"url\":\"" + itsOwnAddress() + "\",\"file_size\":5242881}"));
        assertThat(channel(Settings.all()).fetch(PICTURE, download)).isEqualTo(new Media.TooLarge(5 * 1024 * 1024));
        assertThat(download.asked()).hasSize(1);
    }
}
