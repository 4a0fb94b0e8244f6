package dev.shopbell.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.Channel;
import dev.shopbell.channels.Download.Answer;
import dev.shopbell.channels.FilesContract;
import dev.shopbell.channels.Media;
import dev.shopbell.channels.MediaAddress;
import dev.shopbell.channels.RecordingDownload;
import dev.shopbell.channels.RecordingTransport;
import dev.shopbell.channels.Settings;
import dev.shopbell.channels.Transport;
import dev.shopbell.conversation.Attachment;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioFilesTest extends FilesContract {

    private static final String API = "http://twilio.test/2010-04-01/Accounts/AC123/Messages/MM1/Media/ME1";

    @Override
    protected Channel channel(Function<String, Optional<String>> settings) {
        return new SmsChannel(settings, new RecordingTransport());
    }

    @Override
    protected Attachment fileAt(String address) {
        return new Attachment("image", "", "image/jpeg", address);
    }

    @Override
    protected Optional<Answer> platform(URI url, String fileAddress) {
        return Optional.empty();
    }

    @Override
    protected String itsOwnAddress() {
        return API;
    }

    @Override
    protected boolean isThePlatforms(URI url) {
        return url.getRawAuthority().equals("twilio.test")
                || MediaAddress.isBelow(url, "twiliocdn.com")
                || url.normalize().toString().startsWith("https://s3-external-1.amazonaws.com/media.twiliocdn.com/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mms.twiliocdn.com/x?Signature=1",
                "https://s3-external-1.amazonaws.com/media.twiliocdn.com/x"
            })
    void shows_its_credentials_to_the_api_and_not_where_it_is_sent_on(String elsewhere) {
        var download = new RecordingDownload(url ->
                url.toString().equals(API) ? new Answer.Elsewhere(URI.create(elsewhere)) : RecordingDownload.picture());

        assertThat(channel(Settings.all()).fetch(fileAt(API), download)).isInstanceOf(Media.Found.class);

        var basic = Base64.getEncoder().encodeToString(Transport.utf8("AC123:" + Settings.TWILIO_TOKEN));
        assertThat(download.asked())
                .containsExactly(
                        new RecordingDownload.Asked(URI.create(API), Map.of("Authorization", "Basic " + basic)),
                        new RecordingDownload.Asked(URI.create(elsewhere), Map.of()));
    }

    @Test
    void shows_no_credentials_to_the_store_itself() {
        var download = RecordingDownload.withPicture();
        channel(Settings.all()).fetch(fileAt("https://media.twiliocdn.com/x"), download);
        assertThat(download.asked()).hasSize(1).allMatch(asked -> asked.headers()
                .isEmpty());
    }
}
